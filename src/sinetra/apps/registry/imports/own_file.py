"""A file of the data folder in the catalogue's form: checked in a folder of its own, then put in place at once."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml


def store_document(place: Path, document: Mapping[str, Any], check: Callable[[Path], object]) -> bool:
    """False when it is there already. ``check`` reads the draft, under the same name, and raises what is wrong."""
    text = yaml.safe_dump(dict(document), allow_unicode=True, sort_keys=False)
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent) as room:
        draft = Path(room) / place.name
        draft.write_text(text, encoding="utf-8")
        check(draft)
        if place.exists() and place.read_text(encoding="utf-8") == text:
            return False
        os.replace(draft, place)  # noqa: PTH105 - atomic on the same file system
    return True
