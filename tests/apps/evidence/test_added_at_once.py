"""Two additions of evidence to one report at once: the slower one finds what the faster one left, and says so."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from report_cast import Cast, content, filed

from sinetra.apps.base.actor import SYSTEM, reporter
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.erasure.erase import erase_report
from sinetra.apps.evidence.actions.add_evidence import add_evidence
from sinetra.apps.evidence.actions.receive_file import receive_file
from sinetra.apps.evidence.limits import TooLarge
from sinetra.apps.evidence.models import Evidence
from sinetra.apps.evidence.uploads import files
from sinetra.apps.reports.models import Report
from sinetra.core.errors import BadInput, Conflict

pytestmark = pytest.mark.django_db
ADDING = sys.modules[add_evidence.__module__]


def sent(text: bytes) -> str:
    incoming = receive_file(name="catatan.txt")
    incoming.write(text)
    incoming.finish()
    return incoming.key


def add(report: Report, *keys: str) -> list[Evidence]:
    return add_evidence(report=report, keys=keys, actor=reporter(report.pk))


@pytest.fixture
def report(cast: Cast) -> Report:
    return cast.report()


def overtaken_by(monkeypatch: pytest.MonkeyPatch, other: Callable[[], Any]) -> None:
    """Once, when a verb has read everything and has not begun to write, ``other`` is done by somebody else."""
    still, store_pieces = [other], ADDING.store_pieces

    def later(pieces: Any) -> None:
        if still:
            still.pop()()
        store_pieces(pieces)

    monkeypatch.setattr(ADDING, "store_pieces", later)


def test_the_same_file_sent_twice_at_once_is_one_and_both_get_it(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(files.folder().iterdir())
    key, faster = sent(b"Catatan satu."), []
    overtaken_by(monkeypatch, lambda: faster.extend(add(report, key)))
    slower = add(report, key)
    assert [row.pk for row in slower] == [row.pk for row in faster] == [Evidence.objects.get().pk]
    assert set(files.folder().iterdir()) == before


def test_what_only_the_slower_one_brought_is_added_as_well(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    both, own = sent(b"Catatan dua."), sent(b"Catatan tiga.")
    overtaken_by(monkeypatch, lambda: add(report, both))
    assert [row.position for row in add(report, both, own)] == [1, 2]


def test_two_files_at_once_get_a_place_each(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = sent(b"Catatan empat."), sent(b"Catatan lima.")
    overtaken_by(monkeypatch, lambda: add(report, one))
    assert [row.position for row in add(report, two)] == [2]


def test_together_they_bring_no_more_than_one_report_takes(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sinetra.apps.evidence.limits.MOST_FILES", 1)
    one, two = sent(b"Catatan enam."), sent(b"Catatan tujuh.")
    overtaken_by(monkeypatch, lambda: add(report, one))
    with pytest.raises(TooLarge):
        add(report, two)
    assert Evidence.objects.count() == 1


def test_a_file_that_another_report_took_meanwhile_is_told_to_be_taken(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = sent(b"Catatan delapan.")
    overtaken_by(monkeypatch, lambda: filed(content(evidence=[key])))
    with pytest.raises(BadInput) as caught:
        add(report, key)
    assert caught.value.code == "upload_taken"


def test_to_a_report_that_is_erased_meanwhile_nothing_is_added(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    def erase() -> None:
        with unit_of_work(SYSTEM) as work:
            erase_report(work, Report.objects.get(pk=report.pk))

    key = sent(b"Catatan sembilan.")
    overtaken_by(monkeypatch, erase)
    with pytest.raises(Conflict):
        add(report, key)
    assert not Evidence.objects.exists()
