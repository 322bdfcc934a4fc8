"""One of the requirements of a report is evidence: what was sent answers it, until a person says otherwise."""

from __future__ import annotations

from report_cast import REPORTER, Cast, content, filed

from sinetra.apps.cases.actions import open_matter
from sinetra.apps.cases.checklist import proposals
from sinetra.apps.evidence.actions.receive_file import receive_file
from sinetra.apps.reports.completion.open_points import open_points_for
from sinetra.apps.reports.models import Report
from sinetra.core.casework.checklist import Answer


def sent() -> str:
    incoming = receive_file(name="undangan.txt")
    incoming.write(b"Undangan apel hari Senin.")
    incoming.finish()
    return incoming.key


def missing(**more: object) -> set[str]:
    answer = filed(content(channel="report", reporter=REPORTER, **more), at=None)
    found = open_points_for(answer.report_id)
    assert found is not None
    return {item.id for item in found.missing}


def test_a_reporter_who_sent_a_file_is_not_asked_for_evidence_any_more(cast: Cast) -> None:
    assert "evidence" in missing()
    assert "evidence" not in missing(evidence=[sent()], what="Hal yang lain lagi terjadi di lapangan.")


def test_the_checklist_of_the_office_begins_with_it(cast: Cast) -> None:
    filed(content(channel="report", reporter=REPORTER, evidence=[sent()]), at=None)
    matter = open_matter(report=Report.objects.select_related("organisation").get(), actor=cast.staff)
    assert proposals(matter)["evidence"] is Answer.MET
