"""Letters and sheets as PDF, set by Typst with the fonts of this folder: the same data always gives the same bytes.

The data travel as JSON in ``sys_inputs``: no text of theirs is ever part of the program that sets them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
# Typst wants a moment for the file's date; a fixed one keeps the bytes the same. The date of a letter is in its text.
_MOMENT = 0


def set_document(template: str, data: Mapping[str, Any]) -> bytes:
    """``template`` lies in this folder and reads ``sys.inputs.data``."""
    return _set(template, json.dumps(data, ensure_ascii=False, sort_keys=True))


@lru_cache(maxsize=16)
def _set(template: str, data: str) -> bytes:
    import typst

    made = typst.compile(
        HERE / template,
        root=HERE,
        font_paths=[HERE / "fonts"],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": data},
        timestamp=_MOMENT,
        pdf_standards="ua-1",
    )
    if not isinstance(made, bytes):
        raise TypeError(f"{template}: no file")
    return made
