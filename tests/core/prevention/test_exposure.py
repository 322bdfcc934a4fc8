"""Why prevention in a region comes first: an incumbent in the race, posts close to the organisers, or not known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import sinetra.catalogue
from sinetra.core.clock.confidence import Confidence
from sinetra.core.prevention.exposure import Ballot, ExposureState, StandsAgain, exposure, load_exposure

GROUNDS = load_exposure(Path(sinetra.catalogue.__file__).parent)
DAY = date(2024, 11, 22)
MAYOR = StandsAgain(
    names=("Beringin",), pair="1. Beringin – Citra", source="Keputusan KPU (contoh)", confidence=Confidence.VERIFIED
)


@pytest.mark.parametrize(
    ("ballot", "state", "because"),
    [
        (
            Ballot(elects_heads=True, pairs=2, incumbents=(MAYOR,)),
            "raised",
            ["incumbent_runs", "incumbent_attention", "incumbent_law"],
        ),
        (Ballot(elects_heads=True, pairs=2), "usual", ["no_incumbent"]),
        (Ballot(elects_heads=True, pairs=0), "unknown", ["pairs_not_recorded"]),
        (
            Ballot(elects_heads=True, pairs=0, incumbents=(MAYOR,)),
            "raised",
            ["incumbent_runs", "incumbent_attention", "incumbent_law"],
        ),
        (Ballot(elects_heads=False, pairs=0), "usual", ["no_election"]),
    ],
)
def test_the_ballot_decides_and_says_why(ballot: Ballot, state: str, because: list[str]) -> None:
    found = exposure(ballot, DAY, GROUNDS)
    assert found.state is ExposureState(state)
    assert [said.ground.id for said in found.because] == because
    assert [said.ground.id for said in found.posts] == ["exposed_posts"], "camat and lurah come first everywhere"
    for said in (*found.because, *found.posts):
        assert said.ground.source.id
        assert all("%(" not in said.render(language) for language in ("id", "en"))


def test_it_is_never_surer_than_the_register_and_names_where_the_pair_is_on_record() -> None:
    said = exposure(Ballot(elects_heads=True, pairs=1, incumbents=(MAYOR,)), DAY, GROUNDS).because[0]
    assert said.render() == "Petahana maju di daerah ini: Beringin (1. Beringin – Citra)."
    assert (said.known_from, said.confidence) == ("Keputusan KPU (contoh)", Confidence.UNCHECKED)
