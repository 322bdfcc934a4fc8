"""What was told and of whom goes after its time; what was decided, on what law and for whom stays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from agreement_cast import VALUES, Cast, changed

from sinetra.apps.agreements import handlers
from sinetra.apps.agreements.actions.annex_agreement import add_annex
from sinetra.apps.agreements.actions.disclose import disclose
from sinetra.apps.agreements.actions.end_agreement import end_agreement
from sinetra.apps.agreements.actions.end_disclosure import end_disclosure
from sinetra.apps.agreements.actions.open_disclosure import open_disclosure
from sinetra.apps.agreements.actions.record_breach import record_breach
from sinetra.apps.agreements.models import DisclosureOpening, RequestedField
from sinetra.apps.agreements.sealed import disclosed_people, people_of
from sinetra.apps.agreements.selectors import waiting_requests
from sinetra.apps.agreements.vocabulary import Opened, RequestState
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.prevention import kept_files
from sinetra.apps.reports.sealing import Erased
from sinetra.core.errors import NotFound
from sinetra.ports.clock import now

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def test_a_disclosure_is_emptied_thirty_days_after_it_closed(cast: Cast):
    row = cast.disclosed(days=1)
    open_disclosure(disclosure=row, how=Opened.PAGE, actor=cast.staff)
    early, late = now() + timedelta(days=30), now() + timedelta(days=32)
    assert handlers.empty_disclosures(early, dry_run=False) == 0
    assert handlers.empty_disclosures(late, dry_run=True) == 1
    assert handlers.empty_disclosures(late, dry_run=False) == 1
    assert handlers.empty_disclosures(late, dry_run=False) == 0
    row.refresh_from_db()
    with pytest.raises(Erased):
        disclosed_people(row)
    assert row.fields == ["Nama lengkap", "Jabatan"]
    assert row.basis == "UU 10/2016 pasal 30 huruf b"
    assert DisclosureOpening.objects.count() == 1
    assert verify().ok


def test_names_in_a_request_go_two_years_after_its_end_or_after_nobody_decided(cast: Cast):
    disclosed, asked = cast.disclosed().request, cast.request()
    assert handlers.empty_requests(now() + timedelta(days=729), dry_run=False) == 0
    assert handlers.empty_requests(now() + timedelta(days=732), dry_run=False) == 2
    for row in (disclosed, asked):
        row.refresh_from_db()
        with pytest.raises(Erased):
            people_of(row)
    assert (disclosed.state, asked.state) == (RequestState.DISCLOSED, RequestState.CLOSED)
    assert asked.ended_at is not None
    assert not waiting_requests(cast.officer).exists()
    assert disclosed.fields.filter(approved=True).count() == 2
    assert verify().ok


def test_what_was_asked_in_own_words_and_every_reason_go_with_the_names(cast: Cast):
    own = "Surat tugas Durian 12 Oktober 2024"
    request = cast.decided(cast.request(own_fields=(own,)), 3)
    values = VALUES | {(0, 4): "ada"}
    told = {"instrument": "UU 10/2016", "article": "pasal 30", "days": 7, "version": request.version}
    row = disclose(request=request, values=values, actor=cast.officer, **told)  # type: ignore[arg-type]
    end_disclosure(disclosure=row, reason="Durian sudah pindah.", actor=cast.ppk)
    refused = cast.decided(cast.request(), 1, 2, 3)
    assert row.fields[-1] == own
    kept = [entry for entry in AuditEntry.objects.all() if entry.detail]
    assert {entry.object_type for entry in kept} >= {"agreements.requestedfield", "agreements.disclosure"}
    assert handlers.empty_requests(now() + timedelta(days=732), dry_run=False) == 2
    for item in (request, refused, row):
        item.refresh_from_db()
    assert {(item.text, item.reason) for item in RequestedField.objects.all()} == {("", "")}
    assert (refused.reason, row.end_reason) == ("", "")
    assert row.fields == ["Nama lengkap", "Jabatan", "isian dengan kata-kata peminta (dihapus)"]
    assert [field.approved for field in request.fields.order_by("place")] == [True, True, False, True]
    types = ("agreements.requestedfield", "agreements.datarequest", "agreements.disclosure")
    assert not [entry for entry in AuditEntry.objects.filter(object_type__in=types) if entry.detail]
    assert verify().ok


def test_who_looked_goes_after_five_years(cast: Cast):
    open_disclosure(disclosure=cast.disclosed(), how=Opened.PAGE, actor=cast.staff)
    assert handlers.forget_openings(now() + timedelta(days=5 * 365 - 1), dry_run=False) == 0
    assert handlers.forget_openings(now() + timedelta(days=5 * 366), dry_run=False) == 1
    assert not DisclosureOpening.objects.exists()


def test_what_was_told_of_a_breach_goes_after_five_years(cast: Cast):
    told = {"data": "Nama orang.", "how": "Salah kirim.", "handling": "Ditarik."}
    row = record_breach(known_at=now(), told=told, actor=cast.officer)
    assert handlers.empty_breaches(now() + timedelta(days=1000), dry_run=False) == 0
    assert handlers.empty_breaches(now() + timedelta(days=5 * 366), dry_run=False) == 1
    row.refresh_from_db()
    assert bytes(row.told_sealed) == b""


def test_contacts_and_annexes_go_five_years_after_the_end_and_the_text_stays(cast: Cast):
    row = cast.agreement(contacts=("Bagian Hukum, 0800-1",))
    annex = add_annex(agreement=row, name="Naskah", content=PDF, actor=cast.staff)
    far = now() + timedelta(days=20 * 366)
    assert handlers.forget_ended(far, dry_run=False) == 0
    end_agreement(agreement=row, reason="Sudah selesai.", actor=cast.staff)
    changed(row, ended_on=date(2019, 1, 1))
    assert handlers.forget_ended(now(), dry_run=True) == 2
    assert handlers.forget_ended(now(), dry_run=False) == 2
    assert handlers.forget_ended(now(), dry_run=False) == 0
    with pytest.raises(NotFound):
        kept_files.store().get(annex.blob)
    row.refresh_from_db()
    assert bytes(row.contacts_sealed) == b""
    assert row.articles
