"""``sinetra evidence inspect FILE``: what one file tells, as evidence would be looked at; nothing of it is stored."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from sinetra.core.evidence.metadata import Item
    from sinetra.ports.cleaner import Outcome

HELP: str = gettext_noop("Memeriksa satu berkas bukti: jenis, metadata, salinan bersih; tidak disimpan")
_CHUNK = 256 * 1024


def configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    one = actions.add_parser("inspect", help=_(HELP))
    one.add_argument("file", metavar="FILE", type=Path, help=_("foto, PDF, dokumen, video, atau rekaman"))
    one.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    found = inspected(args.file)
    if args.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        _tell(found)
    return 0


def inspected(path: Path) -> dict[str, Any]:
    """Contract 7. ``text`` is empty: nothing here reads what is written in a picture.

    Errors: ``BadInput`` for what cannot be read, is empty, or would not be taken as evidence.
    """
    from sinetra.core.evidence.inspection import inspect
    from sinetra.core.evidence.kinds import ACCEPTED
    from sinetra.ports.scanner import HEAD, scanner

    try:
        with _Original(path) as original:
            verdict = scanner().scan(original.read(HEAD) or b"")
            media_type = verdict.media_type
            if media_type is None or not verdict.accepted:
                message = gettext_noop("%(field)s: jenis berkas ini tidak diterima sebagai bukti (%(accepted)s)")
                raise BadInput(message, field="FILE", accepted=ACCEPTED)
            seen = inspect(original, media_type=media_type, name=path.name)
            made = _made(original, media_type)
    except OSError as error:
        message = gettext_noop("%(field)s: berkas tidak dapat dibaca (%(reason)s)")
        raise BadInput(message, field="FILE", reason=error.strerror or "") from None
    refused = [f"not_cleaned:{made.refusal.value}"] if made.refusal else []
    return {
        "sha256": seen.sha256,
        "media_type": media_type,
        "metadata": _by_name(made.metadata or ()),
        "cleaned_sha256": _digest(made),
        "text": {"content": "", "engine": None, "confidence": None},
        "perceptual_hash": _whole(made.likeness),
        "warnings": sorted(finding.value for finding in seen.findings) + refused,
    }


class _Original(io.FileIO):
    """A file on the disk of the person who asks, read as a sealed one is."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.size = path.stat().st_size

    def chunks(self) -> Iterator[bytes]:
        self.seek(0)
        while chunk := self.read(_CHUNK):
            yield chunk


def _made(original: _Original, media_type: str) -> Outcome:
    """By the process with limits, as everywhere: the file may be hostile here, too."""
    from sinetra.core.evidence.clean import Refusal
    from sinetra.core.evidence.kinds import is_played
    from sinetra.ports.cleaner import MOST_OCTETS, Outcome, cleaner

    why = Refusal.KIND if is_played(media_type) else Refusal.LARGE if original.size > MOST_OCTETS else None
    if why is not None:
        return Outcome(cleaned=None, refusal=why, metadata=None, likeness=b"")
    return cleaner().clean(b"".join(original.chunks()), media_type)


def _by_name(items: tuple[Item, ...]) -> dict[str, str]:
    """What is said twice stands once, both readings in it."""
    found: dict[str, str] = {}
    for item in items:
        found[item.name] = f"{found[item.name]}; {item.value}" if item.name in found else item.value
    return found


def _digest(made: Outcome) -> str | None:
    import hashlib

    return hashlib.sha256(made.cleaned.content).hexdigest() if made.cleaned else None


def _whole(likeness: bytes) -> str | None:
    """The hash of the whole picture alone."""
    from sinetra.core.evidence.likeness import HASH_OCTETS

    return likeness[1 : 1 + HASH_OCTETS].hex() or None


def _tell(found: dict[str, Any]) -> None:
    lines = [
        ("SHA-256", found["sha256"]),
        (_("jenis"), found["media_type"]),
        (_("SHA-256 salinan bersih"), found["cleaned_sha256"] or _("tidak ada")),
        *sorted(found["metadata"].items()),
        *((_("perhatian"), warning) for warning in found["warnings"]),
    ]
    for term, value in lines:
        print(f"{term}: {value}")
