"""One way to set a document with Typst and the fonts of this folder: the same data always gives the same bytes.

The data travel as JSON in ``sys_inputs``: no text of theirs is ever part of the program that sets them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
# Typst wants a moment for the file's date; a fixed one keeps the bytes the same. The date of a letter is in its text.
_MOMENT = 0


def as_json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def set_pdf(template: str, data: str) -> bytes:
    """PDF/UA. ``template`` lies in this folder and reads the JSON in ``sys.inputs.data``."""
    return _set(template, data, format="pdf", pdf_standards="ua-1")


def set_png(template: str, data: str, dots_per_inch: int) -> bytes:
    """A picture of the one page."""
    return _set(template, data, format="png", ppi=dots_per_inch)


def _set(template: str, data: str, **how: Any) -> bytes:
    import typst

    made = typst.compile(
        HERE / template,
        root=HERE,
        font_paths=[HERE / "fonts"],
        ignore_system_fonts=True,
        sys_inputs={"data": data},
        timestamp=_MOMENT,
        **how,
    )
    if not isinstance(made, bytes):  # a list: one picture a page
        raise TypeError(f"{template}: more than one page")
    return made
