"""The real cases of the catalogue: what bodies found against what the engine says, and every difference explained."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from sinetra.catalogue import ROOT
from sinetra.cli.main import main
from sinetra.core.errors import BadInput
from sinetra.core.law import Rulebook, decide, load_instruments, load_rulebook
from sinetra.core.law.case_reader import load_cases
from sinetra.core.law.case_scores import Score, Tracks, figures, score
from sinetra.core.law.cases import Expected, Ground, RealCase, SanctionMode
from sinetra.core.law.facts import Facts, complete
from sinetra.core.law.words import Outcome, SanctionClass, Status, Track

REFERENCE = Path(__file__).parents[3].parent / "shared" / "reference" / "cases.yaml"
CASES = {case.id: case for case in load_cases(ROOT, load_instruments(ROOT))}
#: Convictions of which the report leaves out what the offence asks for.
CONVICTED_WITHOUT_INTENT = ("C005", "C010", "C024", "C027", "C060")


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(ROOT)


@pytest.fixture(scope="module")
def scores(rulebook: Rulebook) -> Mapping[str, Score]:
    return {name: score(rulebook, case) for name, case in CASES.items()}


def _with(case: RealCase, **values: str) -> RealCase:
    """The case with more facts known, by field: ``act.intent_support``."""
    more = {name.replace("__", "."): value for name, value in values.items()}

    def told(facts: Facts) -> Facts:
        return replace(facts, values=complete({**facts.values, **more}))

    return replace(case, moments=tuple(tuple(told(facts) for facts in acts) for acts in case.moments))


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference stands beside the repository")
def test_every_case_of_the_reference_is_written_and_no_other() -> None:
    found = {case["id"]: case for case in yaml.safe_load(REFERENCE.read_text("utf-8"))["cases"]}
    assert set(CASES) == set(found)
    for name, case in CASES.items():
        given = found[name]
        assert (case.found, case.decision_level, case.forum) == (
            given["found"],
            given["decision_level"],
            given["forum"],
        )
        assert set(given["source_urls"]) <= set(case.source_urls)


def test_there_are_47_cases_of_which_18_have_a_final_decision() -> None:
    assert len(CASES) == 47
    assert sum(case.is_final for case in CASES.values()) == 18


@pytest.mark.parametrize("name", sorted(CASES))
def test_where_the_engine_differs_the_reason_stands_beside_the_case_and_nowhere_else(
    scores: Mapping[str, Score], name: str
) -> None:
    found = scores[name]
    assert found.misses is (CASES[name].differs is not None), found


@pytest.mark.parametrize("name", sorted(CASES))
def test_an_open_track_names_the_fact_that_the_report_leaves_out(scores: Mapping[str, Score], name: str) -> None:
    found = scores[name]
    if found.tracks is Tracks.OPEN:
        assert found.needs
        given = {field for acts in CASES[name].moments for facts in acts for field in facts.given}
        assert not set(found.needs) & given


def test_the_figures_do_not_fall(scores: Mapping[str, Score]) -> None:
    found = figures(scores.values())
    assert (found.strict.of, found.sanctions.of, found.all_strict.of, found.routed.of) == (18, 16, 36, 34)
    assert found.strict.right >= 7
    assert found.lenient.right >= 17
    assert found.sanctions.right >= 15
    assert found.all_lenient.right >= 32
    assert found.routed.right >= 28


def test_no_case_cleared_on_the_law_is_called_a_violation_but_the_one_that_is_explained(
    scores: Mapping[str, Score],
) -> None:
    called = {name for name, item in scores.items() if item.cleared is False}
    assert called <= {"C021"}


@pytest.mark.parametrize("name", CONVICTED_WITHOUT_INTENT)
def test_told_what_the_report_leaves_out_the_engine_agrees_with_the_verdict(rulebook: Rulebook, name: str) -> None:
    told = _with(CASES[name], act__intent_support="true", subject__is_official="true")
    found = score(rulebook, told)
    assert (found.tracks, found.sanction, found.routed) == (Tracks.RIGHT, True, True)


def test_told_that_it_was_not_intended_the_engine_does_not_find_the_offence(rulebook: Rulebook) -> None:
    told = _with(CASES["C005"], act__intent_support="false")
    assert score(rulebook, told).tracks is Tracks.WRONG


def test_a_range_with_a_breach_at_one_end_only_waits_for_the_day(
    rulebook: Rulebook, scores: Mapping[str, Score]
) -> None:
    assert (scores["C030"].tracks, scores["C030"].needs) == (Tracks.OPEN, ("act_date",))
    undated = decide(rulebook, replace(CASES["C030"].moments[0][0], act_date=None))
    assert undated.tracks[Track.OTHER_LAW] is Outcome.UNDETERMINED
    assert {need for item in undated.findings if item.status is Status.OPEN for need in item.needs} >= {"act_date"}


def test_a_case_that_expects_another_track_is_a_miss(rulebook: Rulebook) -> None:
    wrong = replace(CASES["C029"].expected, tracks=(Track.ETHICS,))
    found = score(rulebook, replace(CASES["C029"], expected=wrong))
    assert found.tracks is Tracks.WRONG
    assert found.misses


def test_a_breach_where_none_was_found_is_seen(rulebook: Rulebook) -> None:
    cleared = Expected(tracks=(), any_of=(), not_violation_on=(Track.CRIMINAL,), decides=())
    case = replace(CASES["C029"], expected=cleared, ground=Ground.LAW)
    found = score(rulebook, case)
    assert (found.cleared, found.called, found.misses) == (False, (Track.CRIMINAL,), True)
    assert score(rulebook, replace(case, ground=Ground.EVIDENCE)).cleared is None


@pytest.mark.parametrize(
    ("prison_months", "fine_idr", "inside"),
    [(1, 1_000_000, True), (6, 6_000_000, True), (0, 1_000_000, True), (7, 1_000_000, False), (1, 500_000, False)],
)
def test_a_sanction_outside_the_range_of_the_finding_is_seen(
    rulebook: Rulebook, prison_months: int, fine_idr: int, inside: bool
) -> None:
    case = CASES["C029"]
    assert case.sanction is not None
    reported = replace(case.sanction, prison_months=prison_months, fine_idr=fine_idr)
    assert score(rulebook, replace(case, sanction=reported)).sanction is inside


def test_a_fine_alone_does_not_fit_an_article_that_says_prison_and_fine(rulebook: Rulebook) -> None:
    case = CASES["C006"]
    assert case.sanction is not None
    assert score(rulebook, case).sanction is True
    assert score(rulebook, replace(case, sanction=replace(case.sanction, prison_months=0))).sanction is False


def test_a_class_that_the_finding_does_not_hold_is_seen_and_a_recommendation_is_not_compared(
    rulebook: Rulebook,
) -> None:
    case = CASES["C029"]
    assert case.sanction is not None
    other = replace(case.sanction, classes=frozenset({SanctionClass.MORAL_OPEN}))
    assert score(rulebook, replace(case, sanction=other)).sanction is False
    recommended = replace(other, mode=SanctionMode.RECOMMENDED)
    assert score(rulebook, replace(case, sanction=recommended)).sanction is None


@pytest.mark.parametrize(("second", "first"), [("C032", "C031"), ("C086", "C056")])
def test_two_tracks_of_one_act_are_two_cases_with_the_same_facts(second: str, first: str) -> None:
    assert CASES[second].same_facts_as == first
    assert CASES[second].moments == CASES[first].moments


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("id: C010", "id: C005", "repeated id C005"),
        ("code: like", "code: likes", "act.code"),
        ("found: stopped", "found: halted", "found"),
        ("ground: law", "grounds: law", "grounds"),
        ("instrument: uu-5-2014", "instrument: uu-6-2099", "instrument"),
        ("same_facts_as: C031", "same_facts_as: C099", "C099"),
        ("['2018-10-19', '2018-10-31']", "['2018-10-31', '2018-10-19']", "act_date_range"),
        ("tracks: [criminal]", "tracks: [penal]", "tracks"),
        ("classes: [criminal]", "classes: []", "classes"),
        ("cases:\n", "cases: 1\nother:\n", "a list of mappings"),
    ],
)
def test_a_mistake_in_a_case_is_told_with_file_line_and_reason(
    tmp_path: Path, before: str, after: str, reason: str
) -> None:
    text = (ROOT / "cases" / "pemilu_2019.yaml").read_text("utf-8")
    assert before in text
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "pemilu_2019.yaml").write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(BadInput) as raised:
        load_cases(tmp_path, load_instruments(ROOT))
    assert "pemilu_2019.yaml" in str(raised.value)
    assert reason in str(raised.value)


def test_the_command_prints_the_same_figures(
    scores: Mapping[str, Score], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SINETRA_DATA", str(tmp_path))
    assert main(["law", "cases", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    found = figures(scores.values())
    assert printed["figures"]["strict"]["right"] == found.strict.right
    assert printed["figures"]["lenient"]["of"] == found.lenient.of == 18
    assert {item["id"] for item in printed["cases"]} == set(CASES)
    assert main(["law", "cases"]) == 0
    assert f"{found.lenient.right}/18" in capsys.readouterr().out
