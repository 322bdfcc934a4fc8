"""Evidence that the reporter adds later is news for the office until it is read; what came with the filing is none."""

from __future__ import annotations

import pytest
from report_cast import Cast, content, filed

from sinetra.apps.base.actor import reporter
from sinetra.apps.evidence.actions.add_evidence import add_evidence
from sinetra.apps.evidence.actions.receive_file import receive_file
from sinetra.apps.reports.actions import read_messages
from sinetra.apps.reports.follow_talk import follow_talk
from sinetra.apps.reports.models import Message, Report
from sinetra.apps.reports.talk import talk_line, talk_view, unread
from sinetra.apps.reports.vocabulary import Mark

pytestmark = pytest.mark.django_db


def sent(text: bytes) -> str:
    incoming = receive_file(name="catatan.txt")
    incoming.write(text)
    incoming.finish()
    return incoming.key


def add(report: Report, *keys: str) -> None:
    add_evidence(report=report, keys=keys, actor=reporter(report.pk))


def test_the_office_sees_it_until_it_marks_it_as_read_and_the_reporter_sees_it_too(cast: Cast) -> None:
    report = cast.report()
    add(report, sent(b"Catatan satu."), sent(b"Catatan dua."))
    told = unread(cast.staff).get()
    assert (told.report_id, told.mark, told.by_office) == (report.pk, Mark.EVIDENCE, False)
    assert talk_line(cast.staff, report).unread == 1
    assert [one.mark for one in follow_talk(report).messages] == [Mark.EVIDENCE]
    newest = talk_view(cast.staff, report.pk).newest
    assert newest is not None
    read_messages(report=report, upto=newest, actor=cast.staff)
    assert not unread(cast.staff).exists()
    add(report, sent(b"Catatan tiga."))
    assert unread(cast.staff).count() == 1


def test_more_of_it_before_anybody_has_read_is_the_same_news(cast: Cast) -> None:
    report, key = cast.report(), sent(b"Catatan satu.")
    for one in (key, key, sent(b"Catatan dua.")):
        add(report, one)
    assert unread(cast.staff).count() == 1


def test_evidence_of_the_filing_itself_is_no_news(cast: Cast) -> None:
    filed(content(evidence=[sent(b"Catatan satu.")]))
    assert not Message.objects.exists()
