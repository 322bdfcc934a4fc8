"""An event that hundreds of articles tell, or one text printed a thousand times, takes no more time for each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sinetra.core import press
from sinetra.core.press.stories.groups import groups
from sinetra.core.press.stories.likeness import Likeness
from sinetra.core.press.stories.profile import Profile, profile
from sinetra.core.press.stories.reprints import reprints

PLEDGE = """Janji Netral Dibacakan di Aula Teratai

DEPOK - Pemerintah Kota Depok menggelar ikrar netralitas Pilkada di Aula Teratai, Senin (9/9/2024). Sekretaris Daerah \
Kota Depok, Sulistyo Hartadi, memimpin pengucapan ikrar di hadapan {number} pegawai."""
LETTER = """Edaran Netralitas Terbit

Wali Kota Depok menerbitkan surat edaran netralitas ASN, Jumat (13/9/2024). Edaran itu berlaku bagi semua pegawai."""


@pytest.fixture(scope="module")
def read(lexicon: press.Lexicon) -> dict[str, press.Article]:
    texts = {"pledge": PLEDGE.replace("{number}", "310"), "letter": LETTER}
    return {name: press.extract(lexicon, *press.read(f"{name}.txt", text.encode())) for name, text in texts.items()}


def many(article: press.Article, number: int, start: int = 0) -> list[Profile]:
    """Reports that differ in a number."""
    first = profile(article)
    return [replace(first, source=f"{n:04}", numbers=frozenset({str(n)})) for n in range(start, start + number)]


def comparisons(monkeypatch: pytest.MonkeyPatch, profiles: list[Profile]) -> int:
    counted, plain = [0], Likeness.of

    def of(self: Likeness, one: Profile, two: Profile) -> float:
        counted[0] += 1
        return plain(self, one, two)

    with monkeypatch.context() as patched:
        patched.setattr(Likeness, "of", of)
        assert len(groups(profiles)) == 1
    return counted[0]


def test_reports_of_one_event_are_compared_in_proportion_to_their_number(
    read: dict[str, press.Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    few, more = (comparisons(monkeypatch, many(read["pledge"], number)) for number in (100, 400))
    assert more < 5 * few


def test_a_text_printed_again_and_again_is_compared_once(
    read: dict[str, press.Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    prints = [profile(replace(read["pledge"], source=str(n))) for n in range(300)]
    assert comparisons(monkeypatch, prints) <= 1


def test_reprints_are_one_and_what_differs_in_a_number_is_not(read: dict[str, press.Article]) -> None:
    prints = [profile(replace(read["pledge"], source=source)) for source in ("c", "a", "b")]
    assert reprints([*prints, *many(read["pledge"], 2)]) == [[1, 2, 0], [3], [4]]


def test_what_contradicts_a_large_event_stays_out_of_it(read: dict[str, press.Article]) -> None:
    told = many(read["pledge"], 90)
    held = told[0].days
    assert held is not None
    week = timedelta(days=7)
    later = replace(held, first=held.first + week, last=held.last + week)
    again = [replace(item, days=later) for item in many(read["pledge"], 3, start=200)]
    assert sorted(map(len, groups([*told, *again]))) == [3, 90]


def test_each_of_two_large_events_keeps_its_reports(read: dict[str, press.Article]) -> None:
    mixed = [
        item
        for pair in zip(many(read["pledge"], 60), many(read["letter"], 60, start=100), strict=True)
        for item in pair
    ]
    assert groups(mixed) == [list(range(0, 120, 2)), list(range(1, 120, 2))]


def test_copies_of_one_story_are_named_first_print_first(read: dict[str, press.Article]) -> None:
    (story,) = press.stories(replace(read["pledge"], source=f"{n:03}") for n in range(40))
    assert story.copies == (tuple(f"{n:03}" for n in range(40)),)
