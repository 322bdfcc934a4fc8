"""Matters are found by numbers and places that offices wrote; never by what a reporter wrote or by who is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_cast import issued
from report_cast import FILED_AT, NAME, REPORTER, SUMMARY, WORDS, Cast, content

from casework_rows import decided
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import search as searching
from sinetra.apps.cases.actions import close, record_information
from sinetra.apps.cases.actions.set_letter_house import House
from sinetra.apps.cases.models import Matter, MatterWord
from sinetra.apps.cases.search import search
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.registry.models import Region
from sinetra.apps.reports.intake import read_report
from sinetra.core.casework.plenary import Decision
from sinetra.core.casework.search_words import LONGEST, search_words
from sinetra.core.errors import Forbidden

pytestmark = pytest.mark.django_db


def found(actor: Actor, text: str) -> list[Matter]:
    return list(search(actor, text))


def test_a_matter_is_found_by_its_number_its_register_and_its_letter(cast: Cast, house: House) -> None:
    matter, other = cast.registered(), cast.matter()
    letter = issued(cast, matter, "summons")
    assert letter.number
    assert found(cast.staff, matter.number) == [matter]
    assert found(cast.staff, f"  {matter.register_number.lower()} ") == [matter]
    assert found(cast.staff, letter.number) == [matter]
    assert found(cast.staff, other.number) == [other]


def test_a_number_is_not_taken_for_another_with_the_same_parts(cast: Cast) -> None:
    first, second = cast.matter(), cast.matter()
    with unit_of_work(cast.commissioner) as work:
        work.change(first, register_number="2/REG/2024")
        work.record("matter.register", first)
    assert found(cast.staff, "002/2024") == [second]
    assert found(cast.staff, "2024 reg") == [first], "its words in another order"
    assert found(cast.staff, "2/re") == [first], "a number that was not typed to its end"
    assert found(cast.staff, "2") == [second, first]


def test_zeros_in_front_say_nothing_and_the_beginning_of_a_word_is_enough(cast: Cast) -> None:
    Region.objects.filter(pk="99.71.01").update(name="Kecamatan Mawarsari")
    matter = cast.matter()
    elsewhere = cast.matter(region="99.71.02")
    assert found(cast.staff, "1/2024") == found(cast.staff, "001/2024") == [matter]
    assert found(cast.staff, "mawarsari") == found(cast.staff, "Mawar") == [matter]
    assert found(cast.staff, "99.71.01") == [matter]
    assert found(cast.staff, "99.71") == [elsewhere, matter], "newest first"
    assert found(cast.staff, "mawar 2024") == [matter]
    assert found(cast.staff, "mawar 2023") == []
    assert found(cast.staff, "!?") == []


def test_the_receiver_finds_the_number_of_the_sender(cast: Cast) -> None:
    arrived = cast.arrived()
    sent = Matter.objects.get(organisation=cast.bawaslu)
    with unit_of_work(cast.commissioner) as work:
        work.change(sent, number="777/XYZ/2024")
        work.record("matter.open", sent)
    assert found(cast.staff, "777/xyz/2024") == [sent]
    assert found(cast.bkn_officer, "777/xyz/2024") == [], "it was sent with its number of then"
    assert found(cast.bkn_officer, "001/2024") == [arrived.matter]


SEALED = {
    "what the reporter told": WORDS,
    "a word of the reporter": "pelapor",
    "the reported person": NAME,
    "a name of the reported person": NAME.split()[0],
    "the reporter": REPORTER["name"],
    "the address of the reporter": REPORTER["address"],
    "the place that was told": "Lapangan Contoh",
    "the unit of the reported person": "Kelurahan Contoh",
    "what was summarised for the receiver": SUMMARY,
}


@pytest.mark.parametrize("text", SEALED.values(), ids=SEALED)
def test_what_is_sealed_is_not_found(cast: Cast, house: House, text: str) -> None:
    matter = cast.arrived().matter
    issued(cast, cast.registered(), "summons")
    here = Matter.objects.filter(organisation=cast.bawaslu)[0]
    for actor in (cast.staff, cast.commissioner, cast.bkn_officer):
        assert found(actor, text) == []
    # The twin: the same matters by what offices wrote.
    assert found(cast.bkn_officer, matter.number) == [matter]
    assert here in found(cast.staff, here.number)


def test_the_same_sentence_as_a_number_would_be_found(cast: Cast) -> None:
    """The twin of the sealed ones: nothing but the column keeps them from being found."""
    matter = cast.matter()
    with unit_of_work(cast.commissioner) as work:
        work.change(matter, number=NAME)
        work.record("matter.open", matter)
    assert found(cast.staff, NAME) == [matter]


def test_no_kept_word_is_one_of_a_sealed_text(cast: Cast) -> None:
    record_information(organisation=cast.bawaslu, seen=read_report(content()), actor=cast.staff)
    cast.arrived()
    kept = set(MatterWord.objects.values_list("word", flat=True))
    told = set(search_words(" ".join([WORDS, NAME, SUMMARY, *REPORTER.values()])))
    own = set(search_words("Bawaslu 99 99.71 99.71.01 1 2 2024 REG"))
    assert kept
    assert not kept & (told - own)


def test_a_cleared_matter_is_found_by_its_number_only(cast: Cast) -> None:
    matter = decided(cast.registered(), cast.commissioner, decision=Decision.NOT_PROVEN)
    other = ("99.71.01", "2024", matter.register_number.rpartition("/")[0])
    assert all(found(cast.staff, text) == [matter] for text in other)
    close(matter=matter, outcome=Outcome.NOT_PROVEN, reason="Tidak ada bukti.", actor=cast.commissioner)
    for number in (matter.number, matter.register_number):
        assert found(cast.staff, number) == [matter]
    for text in (NAME, "99.71.01", "2024", f"99.71.01 {matter.number}"):
        assert found(cast.staff, text) == []


def test_what_its_sender_cleared_is_found_by_its_number_only(cast: Cast) -> None:
    matter = cast.arrived().matter
    assert found(cast.bkn_officer, "99.71.01") == [matter]
    with unit_of_work(SYSTEM) as work:
        work.change(matter, corrected_at=FILED_AT)
        work.record("matter.correct", matter)
    assert found(cast.bkn_officer, matter.number) == [matter]
    assert found(cast.bkn_officer, "99.71.01") == []


def test_nobody_finds_what_they_may_not_see(cast: Cast) -> None:
    matter = cast.matter()
    assert found(cast.staff, matter.number) == [matter]
    assert found(cast.district_staff, matter.number) == []
    assert found(cast.province_staff, matter.number) == []
    assert found(cast.bkn_officer, matter.number) == []
    personnel = {actor for actor in cast.outsiders if actor.has(Role.BKPSDM_OFFICER)}
    assert [found(actor, matter.number) for actor in personnel] == [[]], "receives matters, and none of this office"
    for outsider in {*cast.outsiders, cast.custodian} - personnel:
        with pytest.raises(Forbidden):
            search(outsider, matter.number)


def test_rare_and_common_words_come_to_the_same(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [cast.matter(), cast.matter(region="99.71.02"), cast.matter()]
    asked = ("2024", "99.71.01", "2/2024", "99.71.01 3", "99.71.02 3", "1 x")
    by_keys = [found(cast.staff, text) for text in asked]
    monkeypatch.setattr(searching, "_RARE", 1)
    assert [found(cast.staff, text) for text in asked] == by_keys
    assert by_keys == [made[::-1], [made[2], made[0]], [made[1]], [made[2]], [], []]


@pytest.mark.parametrize("rare", [1, 1000])
def test_pages_of_a_search_hold_every_matter_once(cast: Cast, monkeypatch: pytest.MonkeyPatch, rare: int) -> None:
    monkeypatch.setattr(searching, "_RARE", rare)
    made = [cast.matter() for _ in range(5)]
    first = search(cast.staff, "2024", size=3)
    rest = search(cast.staff, "2024", size=3, after=first.next_token)
    assert [*first, *rest] == made[::-1]
    assert rest.next_token is None


@given(st.text(max_size=80))
def test_words_are_the_same_when_they_are_cut_again(text: str) -> None:
    words = search_words(text)
    assert search_words(" ".join(words)) == words
    assert all(word.isascii() and word.isalnum() and 0 < len(word) <= LONGEST for word in words)
