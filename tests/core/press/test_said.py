"""Each act and each sanction as forty different people would say it, and sentences in which nobody did anything."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from tests.core.press.lines_read import LINES

from sinetra.core import press
from sinetra.core.press.acts import find_acts
from sinetra.core.press.page import Page
from sinetra.core.press.sanctions import find_sanctions


def _sheet(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((LINES / f"{name}.yaml").read_text(encoding="utf-8"))
    return read


ACTS, SANCTIONS, NONE = _sheet("said"), _sheet("said_sanctions"), _sheet("said_of_none")


def _acts(lexicon: press.Lexicon, text: str) -> set[tuple[str, bool]]:
    return {(fact.code, fact.permitted) for fact in find_acts(lexicon, Page(text))}


@pytest.mark.parametrize("code", ACTS)
def test_an_act_is_found_however_it_is_said(lexicon: press.Lexicon, code: str) -> None:
    missed = [text for text in ACTS[code] if (code, False) not in _acts(lexicon, text)]
    assert len(missed) <= max(1, len(ACTS[code]) // 10), missed


@pytest.mark.parametrize("mode", SANCTIONS)
def test_a_sanction_is_found_with_the_way_in_which_it_is_spoken_of(lexicon: press.Lexicon, mode: str) -> None:
    wrong = [
        (code, text)
        for code, texts in SANCTIONS[mode].items()
        for text in texts
        if (code, mode) not in {(fact.code, fact.mode.value) for fact in find_sanctions(lexicon, Page(text))}
    ]
    assert wrong == []


@pytest.mark.parametrize("text", NONE["none"])
def test_where_nobody_did_anything_no_act_is_found(lexicon: press.Lexicon, text: str) -> None:
    assert {code for code, permitted in _acts(lexicon, text) if not permitted} == set()


@pytest.mark.parametrize("code", NONE["permitted"])
def test_what_is_permitted_is_permitted_and_nothing_else(lexicon: press.Lexicon, code: str) -> None:
    wrong = {text: found for text in NONE["permitted"][code] if (found := _acts(lexicon, text)) != {(code, True)}}
    assert wrong == {}
