"""A real ``sinetra worker`` with one more handler: it notes each call in a file, slowly, as real work is."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sinetra.cli.main import main, set_up_django

FOLDER = Path(sys.argv[1])


def note(payload: Mapping[str, Any]) -> None:
    with (FOLDER / "begun").open("a") as file:
        file.write(f"{payload['n']}\n")
    time.sleep(float(os.environ.get("NOTE_SECONDS", "0.02")))
    descriptor = os.open(FOLDER / "done", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(descriptor, f"{payload['n']}\n".encode())
    os.close(descriptor)


if __name__ == "__main__":
    set_up_django()
    from sinetra.apps.base.tasks import handler

    handler("faults.note")(note)
    sys.exit(main(["worker"]))
