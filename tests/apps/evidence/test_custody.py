"""Who may see evidence and who may add to it; what a rotation of keys and the end of its time leave of it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from report_cast import Cast, content, filed

from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import PUBLIC, SYSTEM, reporter
from sinetra.apps.base.policy import visible
from sinetra.apps.base.reseal import reseal_all
from sinetra.apps.base.retention import run_retention
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import join_report
from sinetra.apps.cases.erasure.erase import erase_matter
from sinetra.apps.cases.models import Matter
from sinetra.apps.evidence.actions.add_evidence import add_evidence
from sinetra.apps.evidence.actions.receive_file import receive_file
from sinetra.apps.evidence.custody import touch
from sinetra.apps.evidence.models import CustodyEntry, Evidence, Upload
from sinetra.apps.evidence.originals import keep_sealed_file, name_of, open_original, open_sealed_file, store
from sinetra.apps.evidence.selectors import evidence_of
from sinetra.apps.evidence.vocabulary import Touch
from sinetra.apps.reports.evidence_hashes import evidence_hashes
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.sealing import Erased, open_value
from sinetra.core.errors import Conflict, Forbidden
from sinetra.ports.keyring import Purpose, keyring

pytestmark = pytest.mark.django_db
MEMO = b"Undangan apel hari Senin." * 50_000


def sent(content: bytes = MEMO, name: str = "undangan.txt") -> str:
    incoming = receive_file(name=name)
    incoming.write(content)
    incoming.finish()
    return incoming.key


def with_evidence() -> Evidence:
    answer = filed(content(evidence=[sent()]), at=None)
    return Evidence.objects.get(report_id=answer.report_id)


def original(row: Evidence) -> bytes:
    with open_original(row) as opened:
        return b"".join(opened.chunks())


def test_the_office_of_the_report_and_its_reporter_see_it_and_nobody_else(cast: Cast) -> None:
    row = with_evidence()
    for actor in (cast.staff, cast.commissioner, reporter(row.report_id)):
        assert list(visible(actor, Evidence)) == [row]
    for actor in (cast.custodian, cast.province_staff, *cast.outsiders, PUBLIC, reporter(uuid4())):
        assert not visible(actor, Evidence).exists(), actor
    assert visible(cast.staff, CustodyEntry).count() == 1
    for actor in (cast.custodian, cast.province_staff, *cast.outsiders, PUBLIC, reporter(row.report_id)):
        assert not visible(actor, CustodyEntry).exists(), actor


def test_an_upload_is_nobodys_to_see(cast: Cast) -> None:
    sent()
    for actor in (cast.staff, cast.commissioner, *cast.outsiders, PUBLIC):
        assert not visible(actor, Upload).exists()
    assert visible(SYSTEM, Upload).count() == 1


def test_only_who_shows_the_code_of_a_report_adds_to_it(cast: Cast) -> None:
    row = with_evidence()
    report = Report.objects.get()
    for actor in (cast.staff, cast.commissioner, *cast.outsiders, PUBLIC, reporter(uuid4())):
        with pytest.raises(Forbidden):
            add_evidence(report=report, keys=[sent()], actor=actor)
    added = add_evidence(report=report, keys=[sent(b"Lagi.")], actor=reporter(report.pk))
    assert [item.position for item in (row, *added)] == [1, 2]
    assert evidence_hashes(report) == (row.sha256, added[0].sha256)
    assert [item.pk for item in evidence_of(cast.staff, report.pk)] == [row.pk, added[0].pk]


def test_a_touch_says_who_when_and_why_and_the_why_is_sealed(cast: Cast) -> None:
    row, at = with_evidence(), timezone.now()
    with unit_of_work(cast.staff) as work:
        entry = touch(work, row, Touch.VIEWED, at=at, note="untuk kajian awal")
    assert (entry.what, entry.by_id, entry.at) == ("viewed", cast.staff.user_id, at)
    assert b"kajian awal" not in bytes(entry.note_sealed)
    assert open_value(entry.note_sealed, entry.pk, "note") == "untuk kajian awal"
    assert not verify().problems


def test_a_rotation_of_keys_seals_thirty_two_bytes_anew_and_no_file(cast: Cast) -> None:
    row = with_evidence()
    before, blob = bytes(row.key_sealed), store().get(row.blob)
    keyring().rotate(Purpose.DATA)
    reseal_all()
    row.refresh_from_db()
    assert bytes(row.key_sealed) != before
    assert keyring().is_current(Purpose.DATA, bytes(row.key_sealed))
    assert store().get(row.blob) == blob
    assert original(row) == MEMO


def test_an_upload_that_was_begun_before_a_rotation_is_filed_after_it(cast: Cast) -> None:
    key = sent()
    keyring().rotate(Purpose.DATA)
    keyring().rotate(Purpose.CODE)
    answer = filed(content(evidence=[key]))
    assert original(Evidence.objects.get(report_id=answer.report_id)) == MEMO


def test_a_copy_is_sealed_and_opened_as_an_original_is() -> None:
    kept = keep_sealed_file([b"salinan ", b"bersih"])
    assert b"salinan" not in store().get(kept.blob)
    with open_sealed_file(kept.blob, kept.key) as opened:
        assert opened.read() == b"salinan bersih"
    assert kept.size == 14


def raw() -> bytes:
    """Each cell of each table of evidence, and each file of the data folder."""
    found = []
    with connection.cursor() as cursor:
        for table in ("evidence_evidence", "evidence_custodyentry", "evidence_upload"):
            cursor.execute(f"SELECT * FROM {table}")
            for row in cursor.fetchall():
                found += [bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode() for cell in row]
    for folder in ("blobs", "uploads"):
        files = sorted((Path(settings.SINETRA_DATA) / folder).rglob("*"))
        found += [path.read_bytes() for path in files if path.is_file()]
    return b"\n".join(found)


def test_when_the_time_of_a_report_is_over_nothing_of_its_evidence_is_left(cast: Cast) -> None:
    row = with_evidence()
    needles = [store().get(row.blob)[:4096], bytes(row.key_sealed), bytes(row.name_sealed)]
    assert [needle in raw() for needle in needles] == [True, True, True]
    run_retention(timezone.now() + timedelta(days=800), dry_run=False)
    assert [needle in raw() for needle in needles] == [False, False, False]
    digest = row.sha256
    row.refresh_from_db()
    assert (row.blob, bytes(row.key_sealed), row.sha256) == ("", b"", digest)
    with pytest.raises(Erased):
        open_original(row)
    with pytest.raises(Erased):
        name_of(row)
    report = Report.objects.get()
    assert evidence_of(cast.staff, report.pk) == ()
    assert evidence_hashes(report) == (digest,)
    with pytest.raises(Conflict):
        add_evidence(report=report, keys=[sent()], actor=reporter(report.pk))


def test_when_the_matter_of_a_report_is_erased_nothing_new_is_taken(cast: Cast) -> None:
    """The report of an erased matter, and one that was joined to it, keep their state: the matter says it is over."""
    matter, other = cast.matter(), cast.report()
    join_report(report=other, matter=matter, actor=cast.staff)
    for report in Report.objects.all():
        assert add_evidence(report=report, keys=[sent()], actor=reporter(report.pk))
    with unit_of_work(SYSTEM) as work:
        erase_matter(work, Matter.objects.get(), at=timezone.now())
    for report in Report.objects.all():
        with pytest.raises(Conflict, match="Masa simpan"):
            add_evidence(report=report, keys=[sent()], actor=reporter(report.pk))
    assert not Evidence.objects.exclude(blob="").exists()


def test_before_its_time_is_over_it_stays(cast: Cast) -> None:
    row = with_evidence()
    run_retention(timezone.now() + timedelta(days=700), dry_run=False)
    row.refresh_from_db()
    assert original(row) == MEMO


def test_what_was_filed_is_in_the_trace_and_a_changed_row_is_found(cast: Cast) -> None:
    row = with_evidence()
    assert not verify().problems
    Evidence.objects.filter(pk=row.pk).update(sha256="0" * 64)
    assert [problem.kind for problem in verify().problems]
