"""A drawing looks alike inside a page, where tokens colour it, and as a file, where attributes do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import sinetra.web
from sinetra.core.charts.paint import PAINT
from sinetra.core.charts.svg import PATTERNS

STATIC = Path(str(sinetra.web.__file__)).parent / "static" / "sinetra"
TOKEN = re.compile(r"--([a-z-]+): (#[0-9a-f]+);")
RULE = re.compile(r"^  \.(c-[a-z]+) \{ (.*?) \}$", re.MULTILINE)


def sheet() -> dict[str, dict[str, str]]:
    """Rules of charts.css for the screen, with the tokens of the light page put in."""
    tokens = dict(reversed(TOKEN.findall((STATIC / "sinetra.css").read_text(encoding="utf-8"))))
    found = {}
    for name, body in RULE.findall((STATIC / "charts.css").read_text(encoding="utf-8")):
        said = re.sub(r"var\(--([a-z-]+)\)", lambda match: tokens[match[1]], body)
        pairs = (part.split(": ") for part in said.rstrip(";").split("; "))
        found[name] = {key: value.removesuffix("px") for key, value in pairs}
    return found


def test_the_sheet_and_the_attributes_say_the_same():
    assert sheet() == {name: paint for name, paint in PAINT.items() if name != "chart"}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_class_of_a_pattern_has_paint(pattern: str):
    ground, drawn, path = PATTERNS[pattern]
    assert ground in PAINT
    assert bool(path) == bool(drawn)
    assert not drawn or drawn in PAINT


def test_no_two_patterns_are_alike_in_black_and_white():
    """Without the ground only what is drawn tells them apart; one is solid, one blank, the faint one stands alone."""
    drawn = [(css, path) for name, (_ground, css, path) in PATTERNS.items() if name not in {"full", "blank"}]
    assert len(set(drawn)) == len(drawn)
