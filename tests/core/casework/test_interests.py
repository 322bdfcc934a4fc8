"""When a decider steps aside, and who is proposed then."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from authority_cast import AUTHORITY, day

from sinetra.core.casework.interests import (
    KINSHIP,
    TO_MATTER,
    TO_PAIR,
    Decider,
    Declared,
    MatterFacts,
    PairFacts,
    Tie,
    Toward,
    interests,
    names_missing,
)
from sinetra.core.casework.stand_in import Level
from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.words import BodyCode

PAIR = PairFacts(key="p1", label="nomor 1", names=("Beringin Contohwan", "Citra Contohmawar"))
MATTER = MatterFacts(key="m1", day=day("2024-11-20"), pairs=(PAIR,), reported=("Jambu Contohwan",))


def declared(tie: Tie, toward: Toward = Toward.PAIR, key: str = "p1", **more: object) -> Declared:
    row = Declared(
        tie=tie,
        toward=toward,
        key=key,
        from_on=day("2024-09-22"),
        until_on=None,
        by_office=False,
        source="Pernyataan tertulis",
        confidence=Confidence.VERIFIED,
    )
    return replace(row, **more)  # type: ignore[arg-type]


def ties(*rows: Declared, names: tuple[str, ...] = ("Dahlia Contohsari",), matter: MatterFacts = MATTER) -> list[Tie]:
    return [found.tie for found in interests(Decider(names=names, declared=rows), matter)]


def test_without_any_fact_nobody_steps_aside() -> None:
    assert ties() == []


@pytest.mark.parametrize("name", ["Jambu Contohwan", " JAMBU  contohwan "])
def test_who_bears_the_name_of_the_person_reported_steps_aside_and_it_may_be_a_namesake(name: str) -> None:
    (found,) = interests(Decider(names=("", name)), MATTER)
    assert (found.tie, found.by_name, found.confidence) == (Tie.REPORTED, True, Confidence.UNCHECKED)


@pytest.mark.parametrize("name", PAIR.names)
def test_who_bears_the_name_of_a_member_of_a_pair_steps_aside(name: str) -> None:
    assert ties(names=(name,)) == [Tie.CANDIDATE]


def test_an_empty_name_is_nobodys_name() -> None:
    assert ties(names=("", " "), matter=replace(MATTER, reported=("", None))) == []


@pytest.mark.parametrize("tie", sorted(TO_PAIR))
def test_what_is_declared_toward_a_pair_counts_in_its_election_only(tie: Tie) -> None:
    assert ties(declared(tie)) == [tie]
    assert ties(declared(tie), matter=replace(MATTER, pairs=())) == []
    assert ties(declared(tie, key="p2")) == []


@pytest.mark.parametrize("tie", sorted(TO_MATTER))
def test_what_is_declared_toward_a_matter_counts_in_that_matter_only(tie: Tie) -> None:
    assert ties(declared(tie, Toward.MATTER, "m1")) == [tie]
    assert ties(declared(tie, Toward.MATTER, "m2")) == []


@pytest.mark.parametrize(
    ("first", "last", "counts"),
    [
        ("2024-11-20", None, True),
        ("2024-11-21", None, False),
        ("2024-09-22", "2024-11-20", True),
        ("2024-09-22", "2024-11-19", False),
    ],
)
def test_a_declaration_counts_on_its_days_both_included(first: str, last: str | None, counts: bool) -> None:
    row = declared(Tie.SPOUSE, from_on=day(first), until_on=day(last) if last else None)
    assert bool(ties(row)) is counts


@pytest.mark.parametrize(
    ("runs_from", "withdrawn", "counts"),
    [
        (None, None, True),
        ("2024-11-20", None, True),
        ("2024-11-21", None, False),
        (None, "2024-11-21", True),
        (None, "2024-11-20", False),
    ],
)
def test_a_pair_counts_from_its_first_day_until_it_is_withdrawn(
    runs_from: str | None, withdrawn: str | None, counts: bool
) -> None:
    pair = replace(
        PAIR,
        runs_from=day(runs_from) if runs_from else None,
        withdrawn_on=day(withdrawn) if withdrawn else None,
    )
    matter = replace(MATTER, pairs=(pair,))
    assert bool(ties(names=(PAIR.names[1],), matter=matter)) is counts
    assert bool(ties(declared(Tie.IN_LAW), matter=matter)) is counts


def test_a_person_without_a_name_is_not_taken_for_somebody_else() -> None:
    assert names_missing(replace(MATTER, reported=("Jambu Contohwan", None)))
    assert not names_missing(MATTER)


def test_every_tie_has_words_a_source_and_a_confidence() -> None:
    assert set(AUTHORITY.ties) == set(Tie)
    for ground in AUTHORITY.ties.values():
        assert ground.text.id
        assert ground.text.en
        assert ground.source.id
    assert {AUTHORITY.ties[tie].source.id for tie in KINSHIP} == {"UU 30/2014 Pasal 43 ayat (1) huruf b"}


@given(
    rows=st.lists(st.sampled_from(sorted(TO_PAIR)), max_size=4),
    more=st.lists(st.sampled_from(sorted(TO_PAIR)), max_size=4),
    shift=st.integers(-400, 400),
)
def test_another_fact_never_takes_an_interest_away(rows: list[Tie], more: list[Tie], shift: int) -> None:
    matter = replace(MATTER, day=MATTER.day + timedelta(days=shift))
    few = tuple(declared(tie) for tie in rows)
    many = (*few, *(declared(tie) for tie in more))
    assert set(ties(*few, matter=matter)) <= set(ties(*many, matter=matter))
    assert bool(ties(*many, matter=matter)) is (bool(many) and matter.day >= date(2024, 9, 22))


@pytest.mark.parametrize(
    ("level", "with_interest", "body", "skipped"),
    [
        (Level.CITY, (), BodyCode.GOVERNOR, ()),
        (Level.CITY, (BodyCode.GOVERNOR,), BodyCode.MENDAGRI, (BodyCode.GOVERNOR,)),
        (Level.CITY, (BodyCode.GOVERNOR, BodyCode.MENDAGRI), None, (BodyCode.GOVERNOR, BodyCode.MENDAGRI)),
        (Level.PROVINCE, (), BodyCode.MENDAGRI, ()),
        (Level.PROVINCE, (BodyCode.GOVERNOR,), BodyCode.MENDAGRI, ()),
        (None, (), None, ()),
    ],
)
def test_the_next_one_up_without_an_interest_is_proposed(
    level: Level | None, with_interest: tuple[BodyCode, ...], body: BodyCode | None, skipped: tuple[BodyCode, ...]
) -> None:
    found = AUTHORITY.stand_ins.propose(level, with_interest)
    assert (found.body, found.skipped) == (body, skipped)
    assert (found.ground is None) == (body is None)


def test_the_statutes_own_words_stand_beside_the_proposal() -> None:
    found = AUTHORITY.stand_ins.propose(Level.CITY)
    assert found.ground is not None
    assert found.ground.confidence is Confidence.UNCHECKED, "the article on reprimands is used by analogy"
    assert "Presiden" in found.otherwise.text.id
    assert found.otherwise.confidence is Confidence.VERIFIED
    assert "BKN" in found.supervisor.text.id
