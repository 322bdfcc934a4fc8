"""No pattern of the press reader repeats without bound inside a repetition without bound."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.core.press.safe_patterns import faults

from sinetra.catalogue import ROOT
from sinetra.core import press, yamlfile
from sinetra.core.press.lexicon import load_lexicon
from sinetra.core.press.patterns import Patterns

SHEETS = sorted(path.stem for path in (ROOT / "press").glob("*.yaml"))
MODULES = sorted(module.name for module in pkgutil.iter_modules(press.__path__))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _printed(path: Path) -> Iterator[str]:
    """The first text of every call ``re.anything("…")``, wherever it stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "re":
            first = node.args[0] if isinstance(node, ast.Call) and node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


_ENDS_IN_A_BLANK = re.compile(r" (?:\(\?![^()]*\))?$")


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_pattern_ends_in_a_blank_behind_which_no_word_may_begin(sheet: str) -> None:
    """A pattern is followed by a word border, so that such a one never fits anything."""
    texts = _texts(yamlfile.read(ROOT / "press" / f"{sheet}.yaml"))
    bordered = (text for text in texts if not text.startswith("^"))  # a line's beginning: put together without borders
    assert [text for text in bordered if _ENDS_IN_A_BLANK.search(text)] == []


def test_a_pattern_that_ends_in_a_blank_is_found() -> None:
    assert _ENDS_IN_A_BLANK.search("(?:ke|kepada) (?!publik|media)") and _ENDS_IN_A_BLANK.search("(?:isi|bunyi) ")
    assert not _ENDS_IN_A_BLANK.search("(?:ke|kepada)(?! (?:publik|media))")


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_patterns_of_a_sheet_are_safe(sheet: str) -> None:
    lexicon = load_lexicon(ROOT)
    patterns = Patterns(lexicon._macros)
    wrong = {}
    for text in _texts(yamlfile.read(ROOT / "press" / f"{sheet}.yaml")):
        try:
            found = faults(patterns.source(text), re.IGNORECASE)
        except re.error:
            continue  # a plain word with a bracket is no pattern: nothing compiles it
        if found:
            wrong[text] = found
    assert wrong == {}


@pytest.mark.parametrize("name", MODULES)
def test_the_patterns_of_a_module_are_safe(name: str) -> None:
    module = importlib.import_module(f"sinetra.core.press.{name}")
    compiled = [value.pattern for value in vars(module).values() if isinstance(value, re.Pattern)]
    sources = [source for source in compiled if isinstance(source, str)] + list(_printed(Path(str(module.__file__))))
    assert {source: found for source in sources if (found := faults(source))} == {}


@pytest.mark.parametrize(
    "planted",
    [r"(\w+)*x", r"(?:a|b+)+", r"(?:[^.]*,)*", r"\s*\s+", r"\w+[a-z]*\d", r"(?=(?:a+)+b)", r"x(?:\W+(?:a|b))*"],
)
def test_a_pattern_that_explodes_is_found(planted: str) -> None:
    assert faults(planted)


@pytest.mark.parametrize("safe", [r"(?:\w{1,20} ){0,5}x", r"\w+\s+\w+", r"[^\n]*\n", r"a+b+", r"(?:a|b)+", r"\d+\W*$"])
def test_a_pattern_that_does_not_is_left_alone(safe: str) -> None:
    assert faults(safe) == []
