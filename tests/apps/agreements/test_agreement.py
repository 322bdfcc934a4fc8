"""The agreement of article 003: its text, its two promises, who owes them, and that a promise opens no data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from agreement_cast import Cast, actor, agreement_draft, changed, letters_out, office, promises

from prevention_rows import stored
from sinetra.apps.agreements import reminders
from sinetra.apps.agreements.actions.add_obligation import ObligationDraft, add_obligation, settle_obligation
from sinetra.apps.agreements.actions.annex_agreement import add_annex, content_of, remove_annex
from sinetra.apps.agreements.actions.end_agreement import end_agreement
from sinetra.apps.agreements.actions.link_meeting import link_meeting, unlink_meeting
from sinetra.apps.agreements.actions.write_agreement import write_agreement
from sinetra.apps.agreements.models import Agreement, Disclosure
from sinetra.apps.agreements.sealed import contacts_of
from sinetra.apps.agreements.selectors import agreements, holds_on, open_obligations, reviews_due
from sinetra.apps.agreements.vocabulary import AgreementState
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.models import Activity
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound
from sinetra.ports.blobs import BlobStore

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
LATE = date(2024, 12, 31)


def test_the_agreement_of_article_003_has_two_promises_and_opens_no_data(cast: Cast):
    row = cast.agreement()
    data, sanction = promises(row)
    assert (data.gives_data, data.due_on, data.answer_days) == (True, None, 7)
    assert (sanction.gives_data, sanction.due_on) == (False, date(2024, 12, 20))
    assert holds_on(row, date(2024, 11, 22))
    assert not Disclosure.objects.exists()


def test_both_parties_read_it_and_nobody_else(cast: Cast):
    row = cast.agreement()
    for reader in (cast.staff, cast.officer, cast.ppk):
        assert list(agreements(reader)) == [row]
    for other in ("auditor.bkn", "pleno.provinsi", "orang.luar"):
        assert not agreements(actor(other)).exists(), other


def test_only_who_speaks_for_the_institution_that_keeps_it_writes_it(cast: Cast):
    row = cast.agreement()
    for other in ("petugas.bkpsdm", "ppk", "admin", "kustodian", "auditor.bkn", "orang.luar"):
        with pytest.raises(Forbidden):
            write_agreement(draft=agreement_draft(), actor=actor(other), agreement=row, version=row.version)
    changed = write_agreement(
        draft=agreement_draft(title="Judul yang baru"), actor=cast.member, agreement=row, version=row.version
    )
    assert changed.title == "Judul yang baru"
    with pytest.raises(Conflict):
        write_agreement(draft=agreement_draft(), actor=cast.member, agreement=row, version=row.version - 1)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"parties": ("Bawaslu",)}, "parties"),
        ({"signatories": ()}, "signatories"),
        ({"title": "x"}, "title"),
        ({"scope": ""}, "scope"),
        ({"valid_until": date(2024, 10, 1)}, "valid_until"),
        ({"contacts": ("x",) * 21}, "contacts"),
    ],
)
def test_what_is_missing_is_named(cast: Cast, changes, field):
    with pytest.raises(BadInput) as refused:
        write_agreement(draft=agreement_draft(**changes), actor=cast.staff)
    assert refused.value.field == field
    assert not Agreement.objects.exists()


def test_contacts_are_sealed(cast: Cast):
    row = write_agreement(draft=agreement_draft(contacts=("Bagian Hukum, 0800-1",)), actor=cast.staff)
    assert "0800" not in repr(bytes(row.contacts_sealed))
    assert contacts_of(row) == ("Bagian Hukum, 0800-1",)


def test_one_read_in_the_press_is_completed_from_its_text(cast: Cast):
    row = stored(Agreement(organisation=office("Bawaslu Cendana"), title="Bawaslu – Pemko"))
    with pytest.raises(Conflict):
        add_obligation(
            agreement=row, draft=ObligationDraft(text="Memberi data", owner="Pemko", answer_days=3), actor=cast.staff
        )
    done = write_agreement(draft=agreement_draft(), actor=cast.staff, agreement=row, version=row.version)
    assert done.state == AgreementState.IN_FORCE


def test_an_obligation_has_a_day_or_days_from_the_request(cast: Cast):
    row = cast.agreement()
    for days in ({}, {"due_on": LATE, "answer_days": 3}):
        with pytest.raises(BadInput) as refused:
            draft = ObligationDraft(text="Memberi data", owner="Pemko", **days)  # type: ignore[arg-type]
            add_obligation(agreement=row, draft=draft, actor=cast.staff)
        assert refused.value.field == "due_on"


def test_an_obligation_is_due_on_the_desk_of_who_owes_it_and_is_settled_there(cast: Cast):
    data, sanction = promises(cast.agreement())
    assert list(open_obligations(cast.officer, LATE)) == [sanction]
    assert not open_obligations(cast.officer, date(2024, 12, 19)).exists()
    assert not open_obligations(cast.staff, LATE).exists()
    for other in ("pleno.provinsi", "orang.luar", "penyelenggara.dputr", "admin"):
        with pytest.raises(Forbidden):
            settle_obligation(obligation=sanction, done_on=LATE, actor=actor(other))
    settle_obligation(obligation=sanction, done_on=date(2024, 12, 1), note="SK 4/2024", actor=cast.ppk)
    assert not open_obligations(cast.officer, LATE).exists()
    with pytest.raises(Conflict):
        settle_obligation(obligation=sanction, done_on=date(2024, 12, 2), note="Ditekan dua kali", actor=cast.ppk)
    assert sanction.done_note == "SK 4/2024"
    settle_obligation(obligation=sanction, done_on=None, actor=cast.officer)
    with pytest.raises(Conflict):
        settle_obligation(obligation=sanction, done_on=None, actor=cast.officer)
    assert open_obligations(cast.officer, LATE).exists()
    with pytest.raises(Conflict):
        settle_obligation(obligation=data, done_on=LATE, actor=cast.officer)


def test_the_review_is_due_for_who_keeps_it(cast: Cast):
    row = cast.agreement()
    assert list(reviews_due(cast.staff, date(2025, 1, 31))) == [row]
    assert not reviews_due(cast.staff, date(2025, 1, 30)).exists()
    assert not reviews_due(cast.officer, date(2025, 1, 31)).exists()


def test_the_owner_of_an_obligation_is_reminded_once_before_and_once_after(cast: Cast, settings, tmp_path: Path):
    settings.SINETRA_DATA = tmp_path
    _data, sanction = promises(cast.agreement())
    assert reminders.remind_owners() == 0
    changed(sanction, due_on=date(2024, 11, 25))
    first = reminders.remind_owners()
    assert len(letters_out(tmp_path)) == first > 0
    assert reminders.remind_owners() == 0
    assert not letters_out(tmp_path), "the relay took the letters; they are not written again"
    changed(sanction, due_on=date(2024, 11, 20))
    assert reminders.remind_owners() == first
    assert len(letters_out(tmp_path)) == first
    assert reminders.remind_owners() == 0
    changed(sanction, due_on=date(2024, 10, 1))
    assert reminders.remind_owners() == 0, "when the queue has forgotten the letter, it is too old for another"


def test_what_an_ended_agreement_obliged_to_is_not_reminded_of(cast: Cast, settings, tmp_path: Path):
    settings.SINETRA_DATA = tmp_path
    row = cast.agreement()
    _data, sanction = promises(row)
    changed(sanction, due_on=date(2024, 11, 25))
    end_agreement(agreement=row, reason="Diganti yang baru.", actor=cast.staff)
    assert reminders.remind_owners() == 0


def test_who_decides_is_reminded_once_of_a_request_and_not_of_what_it_asks(cast: Cast, settings, tmp_path: Path):
    settings.SINETRA_DATA = tmp_path
    row = cast.request(agreement=cast.agreement())
    assert reminders.remind_deciders() == 0
    changed(row, due_on=date(2024, 11, 24))
    sent = reminders.remind_deciders()
    letters = letters_out(tmp_path)
    assert len(letters) == sent > 0
    assert not any("Durian" in letter or row.matter in letter for letter in letters)
    assert (reminders.remind_deciders(), letters_out(tmp_path)) == (0, [])


def test_an_ended_agreement_keeps_its_text_and_can_be_leaned_on_no_more(cast: Cast):
    row = end_agreement(agreement=cast.agreement(), reason="Diganti yang baru.", actor=cast.staff)
    assert not holds_on(row, date(2024, 11, 22))
    with pytest.raises(BadInput) as refused:
        cast.request(agreement=row)
    assert refused.value.field == "agreement"
    with pytest.raises(Conflict):
        end_agreement(agreement=row, reason="Sekali lagi.", actor=cast.staff)


def test_an_annex_is_kept_sealed_and_goes_with_its_row(cast: Cast):
    row = cast.agreement()
    annex = add_annex(agreement=row, name="Naskah bertanda tangan", content=PDF, actor=cast.staff)
    store: BlobStore = kept_files.store()
    assert PDF not in store.get(annex.blob)
    assert content_of(annex) == PDF
    with pytest.raises(Forbidden):
        remove_annex(annex=annex, actor=cast.officer)
    remove_annex(annex=annex, actor=cast.staff)
    with pytest.raises(NotFound):
        store.get(annex.blob)


@pytest.mark.parametrize("content", [b"MZ\x90\x00 program", b"%PDF-1.4\n/JavaScript (x)\n%%EOF\n", b""])
def test_a_hostile_annex_is_refused_and_nothing_is_kept(cast: Cast, content: bytes):
    row = cast.agreement()
    with pytest.raises(BadInput) as refused:
        add_annex(agreement=row, name="Naskah", content=content, actor=cast.staff)
    assert refused.value.field == "file"
    assert not row.annexes.exists()


def test_a_meeting_of_prevention_stands_under_it_and_stays_where_it_is(cast: Cast):
    row, meeting = cast.agreement(), _meeting(cast)
    link = link_meeting(agreement=row, activity=meeting, actor=cast.staff)
    with pytest.raises(BadInput):
        link_meeting(agreement=row, activity=meeting, actor=cast.staff)
    with pytest.raises(Forbidden):
        unlink_meeting(meeting=link, actor=cast.officer)
    unlink_meeting(meeting=link, actor=cast.staff)
    assert Activity.objects.filter(pk=meeting.pk).exists()


def _meeting(cast: Cast) -> Activity:
    return stored(
        Activity(organisation_id=cast.staff.office, kind=Activity.Kind.COORDINATION, title="Rapat koordinasi tiga hari")
    )
