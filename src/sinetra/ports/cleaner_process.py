"""The process that cleans: one file from standard input, its copy to standard output (``ports.cleaner``).

In: one line of JSON (media type, limits, boxes to cover), then the file. Out: the metadata as one line of JSON, before
anything is drawn; one line of JSON about the copy, the copy, the hashes.
"""

from __future__ import annotations

import json
import resource
import sys

from sinetra.core.evidence.clean import CannotClean, Cleaned, Refusal, cleaned
from sinetra.core.evidence.likeness import fingerprint
from sinetra.core.evidence.mask import Box, masked
from sinetra.core.evidence.metadata import is_read, listed


def limit(seconds: int, memory: int) -> None:
    """No files are written, no core is left behind, nothing else is started."""
    for what, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def main() -> None:
    wanted = json.loads(sys.stdin.buffer.readline(65536))
    limit(int(wanted["seconds"]), int(wanted["memory"]))
    content, media_type = sys.stdin.buffer.read(), str(wanted["media_type"])
    _tell_metadata(content, media_type if "boxes" not in wanted else "")
    refusal, made, likeness = "", Cleaned(media_type="text/plain", content=b""), b""
    try:
        if "boxes" in wanted:
            made = masked(content, media_type, [_box(*corners) for corners in wanted["boxes"]])
        else:
            made = cleaned(content, media_type)
            likeness = fingerprint(made.content) if made.media_type.startswith("image/") else b""
    except CannotClean as error:
        refusal = error.why.value
    except MemoryError:
        refusal = Refusal.LIMITS.value
    told = {
        "refusal": refusal,
        "media_type": made.media_type,
        "size": len(made.content),
        "width": made.width,
        "height": made.height,
    }
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + made.content + likeness)


def _tell_metadata(content: bytes, media_type: str) -> None:
    items = listed(content, media_type) if is_read(media_type) else None
    told = [[item.name, item.value] for item in items] if items is not None else None
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n")
    sys.stdout.buffer.flush()


def _box(left: float, top: float, width: float, height: float) -> Box:
    return Box(left=left, top=top, width=width, height=height)


if __name__ == "__main__":
    main()
