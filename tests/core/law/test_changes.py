"""What changed in the law: against the norms in force on each day, and with changes planted in an invented norm."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from itertools import pairwise

import pytest

from sinetra.catalogue import ROOT
from sinetra.core.errors import BadInput
from sinetra.core.law import Rulebook, load_rulebook
from sinetra.core.law.changes import Change, ChangeKind, Part, changes, closed_by
from sinetra.core.law.model import Citation, Condition, Exemption, Route

NORM = """
- id: planted
  kind: prohibition
  track: ethics
  title: {id: 'Contoh', en: 'Example'}
  confidence: perlu-cek
  versions:
    - from: '2020-01-01'
      to: '2021-06-30'
      source_event: 'Peristiwa pertama'
      when: {subject.status: [pns], act.code: [like]}
    - from: '2021-07-01'
      to: '2023-12-31'
      source_event: 'Peristiwa kedua'
      when: {subject.status: [pns, pppk], act.code: [like]}
      unless:
        - id: planted_exception
          title: {id: 'Dikecualikan', en: 'Excepted'}
          when: {act.target: [none]}
          to: '2022-12-31'
          citations:
            - {instrument: uu-20-2023, article: '24', confidence: perlu-cek}
            - {instrument: uu-20-2023, article: '2', confidence: perlu-cek, from: '2022-06-01'}
  citations:
    - {instrument: uu-20-2023, article: '24', confidence: perlu-cek}
    - {instrument: uu-20-2023, article: '9', confidence: perlu-cek, from: '2022-03-01'}
  route: asn
"""


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(ROOT)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    folder = tmp_path_factory.mktemp("catalogue") / "catalogue"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
    (folder / "norms" / "planted.yaml").write_text(NORM, "utf-8")
    return load_rulebook(folder)


def of_planted(book: Rulebook, since: str, until: str) -> list[Change]:
    found = changes(book, date.fromisoformat(since), date.fromisoformat(until))
    return [item for item in found if item.norm.id == "planted"]


def test_the_norms_of_the_last_day_are_those_of_the_first_with_what_began_and_without_what_ended(rulebook):
    first, last = date(2004, 1, 1), date(2027, 1, 1)
    days = {first, last, *(item.day for item in changes(rulebook, first, last))}
    assert len(days) > 8
    ordered = sorted(days)
    for since, until in pairwise(ordered):
        before = {item.norm.id for item in rulebook.norms_on(since)}
        after = {item.norm.id for item in rulebook.norms_on(until)}
        found = changes(rulebook, since, until)
        assert {item.norm.id for item in found if item.kind is ChangeKind.BEGAN} == after - before
        assert {item.norm.id for item in found if item.kind is ChangeKind.ENDED} == before - after


def test_a_span_without_any_edge_has_no_change(planted):
    assert of_planted(planted, "2020-01-01", "2021-06-30") == []


def test_each_planted_change_is_found_on_its_first_day_with_its_event(planted):
    found = of_planted(planted, "2019-01-01", "2026-01-01")
    by_day = {item.day.isoformat(): item for item in found}
    assert [(day, item.kind.value) for day, item in by_day.items()] == [
        ("2020-01-01", "began"),
        ("2021-07-01", "changed"),
        ("2022-03-01", "changed"),
        ("2022-06-01", "changed"),
        ("2023-01-01", "changed"),
        ("2024-01-01", "ended"),
    ]
    assert by_day["2020-01-01"].event == "Peristiwa pertama"
    assert by_day["2021-07-01"].event == "Peristiwa kedua"
    assert by_day["2022-03-01"].event is None
    assert by_day["2024-01-01"].event is None


def test_the_lines_say_what_differs_and_nothing_else(planted):
    by_day = {item.day.isoformat(): item.lines for item in of_planted(planted, "2020-06-01", "2023-06-01")}
    condition, exception = by_day["2021-07-01"]
    assert condition.part is Part.CONDITION
    assert isinstance(condition.before, Condition)
    assert isinstance(condition.after, Condition)
    assert condition.after.values - condition.before.values == {"pppk"}
    assert (exception.part, exception.before) == (Part.EXCEPTION, None)
    [cited] = by_day["2022-03-01"]
    assert isinstance(cited.after, Citation)
    assert (cited.part, cited.before, cited.after.article) == (Part.CITATION, None, "9")
    [kept] = by_day["2022-06-01"]
    assert isinstance(kept.before, Exemption)
    assert kept.before is kept.after
    [gone] = by_day["2023-01-01"]
    assert isinstance(gone.before, Exemption)
    assert (gone.before.id, gone.after) == ("planted_exception", None)


def test_the_body_that_follows_another_is_a_change_of_its_day(planted):
    """The planted norm had ended by then, so a norm of the catalogue with the same route shows it."""
    found = changes(planted, date(2024, 8, 23), date(2024, 8, 24))
    routes = [line for item in found for line in item.lines if line.part is Part.ROUTE]
    assert routes
    for line in routes:
        assert isinstance(line.before, Route)
        assert isinstance(line.after, Route)
        assert (line.before.forwards_to.value, line.after.forwards_to.value) == ("kasn", "bkn")
    assert changes(planted, date(2024, 8, 24), date(2024, 8, 25)) == ()


def test_a_version_is_closed_by_the_next_one_or_by_what_repealed_its_source(rulebook, planted):
    norm = planted.norm("planted")
    assert closed_by(norm, norm.versions[0], planted.instruments) == "Peristiwa kedua"
    assert closed_by(norm, norm.versions[1], planted.instruments) is None
    old = rulebook.norm("pp53.election-campaign")
    assert closed_by(old, old.versions[-1], rulebook.instruments) == "PP 94/2021"
    for item in rulebook.norms:
        if item.versions[-1].period.end is None:
            assert closed_by(item, item.versions[-1], rulebook.instruments) is None


def test_the_second_day_before_the_first_is_refused_with_what_is_accepted(rulebook):
    with pytest.raises(BadInput) as caught:
        changes(rulebook, date(2024, 2, 1), date(2024, 1, 1))
    assert (caught.value.field, caught.value.accepted) == ("to", (">= 2024-02-01",))
    assert changes(rulebook, date(2024, 2, 1), date(2024, 2, 1)) == ()


def test_a_change_is_in_the_span_from_the_day_after_the_first_to_the_last(planted):
    day = timedelta(days=1)
    first = date(2021, 7, 1)
    assert of_planted(planted, (first - day).isoformat(), first.isoformat())
    assert of_planted(planted, first.isoformat(), (first + day).isoformat()) == []
