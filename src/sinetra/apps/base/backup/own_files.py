"""What the installation adds to the catalogue: deadlines counted by a calendar that is gone could not be explained."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

PREFIX = "own"
# Folder and ending of its files.
FOLDERS = {"calendars": "yaml", "timetables": "yaml", "boundaries": "json"}
# Level and hash. What is named otherwise nobody reads, and a backup with it could not be restored.
BOUNDARIES = re.compile(r"[a-z]+-[0-9a-f]{32}\.json")


def copy_own(data: Path, folder: Path) -> None:
    """Into ``folder/own``, so that what is hashed is what is packed."""
    for name, ending in FOLDERS.items():
        target = folder / PREFIX / name
        target.mkdir(parents=True)
        for file in sorted((data / name).glob(f"*.{ending}")):
            if name != "boundaries" or (BOUNDARIES.fullmatch(file.name) and not file.is_symlink()):
                shutil.copyfile(file, target / file.name)


def own_names(folder: Path) -> list[str]:
    """``own/calendars/2026.yaml``, in the order in which they are packed."""
    return [file.relative_to(folder).as_posix() for file in sorted((folder / PREFIX).rglob("*.*")) if file.is_file()]


def put_back(folder: Path, data: Path) -> None:
    for name in own_names(folder):
        target = data / Path(name).relative_to(PREFIX)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, target)
