"""The replica of IKP: the 34 published scores give the published cut-offs, and what the rule cannot bear is refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sinetra.core.errors import BadInput
from sinetra.core.index.ikp import IkpClass, IkpResult, Refusal, Scored, classify
from sinetra.core.index.ikp_events import IkpEvents, scores_of

sys.path.insert(0, str(Path(__file__).parent))
from index_facts import METHOD

#: IKP 2024 of 34 provinces as the press printed them (tvonenews), Kaltim corrected to 74.04 (Databoks).
PROVINCES = {
    "DKI": 88.95, "Sulut": 87.48, "Malut": 84.86, "Jabar": 77.04, "Kaltim": 74.04, "Banten": 66.53, "Lampung": 64.61,
    "Riau": 62.59, "Papua": 57.27, "NTT": 56.75, "Sumut": 55.43, "Maluku": 53.69, "Pabar": 53.48, "Kalsel": 53.35,
    "Sulteng": 52.90, "Bali": 52.75, "Gorontalo": 45.44, "Sulbar": 43.44, "DIY": 43.02, "Kepri": 40.33, "Sumbar": 39.68,
    "Sultra": 38.32, "Aceh": 38.06, "Sumsel": 35.07, "Jateng": 34.83, "Babel": 29.89, "Kaltara": 20.36,
    "Kalteng": 18.77, "Jatim": 14.74, "Kalbar": 12.69, "Jambi": 12.03, "NTB": 11.09, "Sulsel": 10.20, "Bengkulu": 3.79,
}  # fmt: skip
#: The thematic list on neutrality of 2023, ten provinces.
THEMATIC = (100, 55.87, 22.98, 21.93, 9.40, 6.01, 5.48, 4.96, 3.9, 3.9)


def classified(scores: dict[str, float]) -> IkpResult:
    return classify([Scored(code=code, score=score) for code, score in scores.items()], METHOD.ikp)


def refused(*scores: float) -> BadInput:
    with pytest.raises(BadInput) as error:
        classified({f"{n:02d}": score for n, score in enumerate(scores)})
    return error.value


def test_the_published_scores_give_the_published_cutoffs_and_classes():
    found = classified(PROVINCES)
    assert (found.number, round(found.mean, 3), round(found.deviation, 3)) == (34, 45.102, 23.400)
    assert (round(found.low, 3), round(found.high, 3)) == (21.702, 68.502)
    assert found.counts == {IkpClass.HIGH: 5, IkpClass.MEDIUM: 21, IkpClass.LOW: 8}
    assert found.classes["Kalsel"] is IkpClass.MEDIUM
    assert found.classes["Jambi"] is IkpClass.LOW
    assert {code for code, name in found.classes.items() if name is IkpClass.HIGH} == set(list(PROVINCES)[:5])


def test_the_misprint_does_not():
    found = classified(PROVINCES | {"Kaltim": 77.04})
    assert (round(found.low, 2), round(found.high, 2)) == (21.67, 68.71)


def test_the_thematic_list_is_refused_with_every_reason():
    error = refused(*THEMATIC)
    assert error.code == Refusal.FEW
    assert "sedikitnya 20" in str(error)
    assert "batas bawah -7.90" in str(error)
    assert "kecondongan 1.70" in str(error)


def test_each_condition_refuses_alone():
    even = [float(x) for x in range(40, 60)]
    assert classify([Scored(code=str(x), score=x) for x in even], METHOD.ikp).number == 20
    assert refused(*even[:19]).code == Refusal.FEW
    assert refused(*[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60, 60, 60, 60, 60, 60, 60, 60, 60]).code == Refusal.BOUND
    assert refused(*[50 + x / 10 for x in range(25)], 100.0).code == Refusal.SKEW
    assert refused(*[50.0] * 20).code == Refusal.FLAT


@pytest.mark.parametrize("score", [-0.01, 100.01, float("nan"), float("inf")])
def test_what_is_no_score_is_refused_and_named(score: float):
    error = refused(*[50.0 + n for n in range(20)], score)
    assert error.field == "20.score"


def test_a_code_twice_is_refused():
    with pytest.raises(BadInput, match="AA"):
        classify([Scored(code="AA", score=1), Scored(code="AA", score=2)], METHOD.ikp)


def events(region: str, dimension: str, indicator: str, count: int, level: float = 1) -> IkpEvents:
    return IkpEvents(region=region, dimension=dimension, indicator=indicator, events=count, level=level)


ROWS = [
    events("A", "konteks", "putusan", 2, 3),
    events("A", "konteks", "putusan", 1, 2),
    events("A", "konteks", "rekomendasi", 0),
    events("A", "kontestasi", "media sosial", 5),
    events("B", "konteks", "putusan", 1, 2),
    events("B", "konteks", "rekomendasi", 4),
    events("B", "kontestasi", "media sosial", 10),
]


def test_events_become_scores_as_ikp_describes_it():
    """putusan 8 and 2 of 8, rekomendasi 0 and 4 of 4, media sosial 5 and 10 of 10."""
    found = scores_of(ROWS)
    assert found.indicators["A", "putusan"] == 100
    assert found.indicators["B", "putusan"] == 25
    assert found.dimensions == {
        ("A", "konteks"): 50,
        ("A", "kontestasi"): 50,
        ("B", "konteks"): 62.5,
        ("B", "kontestasi"): 100,
    }
    assert [(item.code, item.score) for item in found.scores] == [("A", 50), ("B", 81.25)]
    assert found.equal_weights


def test_weights_are_those_that_the_user_enters():
    found = scores_of(ROWS, {"konteks": 3, "kontestasi": 1})
    assert [item.score for item in found.scores] == [50, pytest.approx(71.875)]
    assert not found.equal_weights
    with pytest.raises(BadInput, match="weights"):
        scores_of(ROWS, {"konteks": 1})


@pytest.mark.parametrize("row", [events("A", "lain", "putusan", 1), events("A", "konteks", "putusan", -1)])
def test_a_bad_row_of_events_is_refused(row: IkpEvents):
    with pytest.raises(BadInput, match="putusan"):
        scores_of([*ROWS, row])
