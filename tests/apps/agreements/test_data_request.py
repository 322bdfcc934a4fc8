"""A request for data: exact fields, few people, one matter; the owner decides field by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from agreement_cast import Cast, actor, agreement_draft, changed, office, request_draft

from prevention_rows import stored
from sinetra.apps.accounts.models import User
from sinetra.apps.agreements.actions.add_obligation import ObligationDraft, add_obligation
from sinetra.apps.agreements.actions.close_request import close_request
from sinetra.apps.agreements.actions.decide_request import FieldDecision, decide_request
from sinetra.apps.agreements.actions.open_disclosure import open_disclosure
from sinetra.apps.agreements.actions.request_data import record_request, request_data
from sinetra.apps.agreements.actions.withdraw_request import withdraw_request
from sinetra.apps.agreements.actions.write_agreement import write_agreement
from sinetra.apps.agreements.catalogue import laws
from sinetra.apps.agreements.models import DataRequest, Disclosure, DisclosureOpening, RequestedField
from sinetra.apps.agreements.sealed import people_of, purpose_of
from sinetra.apps.agreements.selectors import data_request, data_requests, owners_here, waiting_requests
from sinetra.apps.agreements.vocabulary import Opened, RequestState
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.policy import visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation, Person
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound

pytestmark = pytest.mark.django_db


def test_a_request_names_purpose_matter_fields_and_people_and_seals_what_is_personal(cast: Cast):
    row = cast.request(own_fields=("Surat tugas 12 Oktober 2024",))
    assert [(field.code, field.text) for field in row.fields.order_by("place")] == [
        ("name", ""),
        ("position", ""),
        ("attendance", ""),
        ("", "Surat tugas 12 Oktober 2024"),
    ]
    assert people_of(row) == ("Durian Contohwan, Kepala Dinas PUTR",)
    assert purpose_of(row).startswith("Memastikan")
    assert b"Durian" not in bytes(row.request_sealed)
    assert row.power == "UU 10/2016 pasal 30 huruf b"


def test_under_the_agreement_the_promised_days_run(cast: Cast):
    assert cast.request().due_on is None
    assert cast.request(agreement=cast.agreement()).due_on == date(2024, 11, 29)


def test_days_that_somebody_else_promised_do_not_run(cast: Cast):
    row = cast.agreement()
    for owner in (office("Bawaslu Cendana"), None):
        draft = ObligationDraft(
            text="Memberi data", owner="Bawaslu", owner_organisation=owner, gives_data=True, answer_days=2
        )
        add_obligation(agreement=row, draft=draft, actor=cast.staff)
    assert cast.request(agreement=row).due_on == date(2024, 11, 29)


def test_a_promise_of_an_office_in_words_is_of_who_keeps_the_agreement(cast: Cast):
    draft = agreement_draft(partner=office("Bawaslu Cendana"))
    row = write_agreement(draft=draft, actor=cast.officer)
    promise = ObligationDraft(text="Memberi data", owner="Kepala BKPSDM", gives_data=True, answer_days=3)
    add_obligation(agreement=row, draft=promise, actor=cast.officer)
    assert cast.request(agreement=row).due_on == date(2024, 11, 25)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"purpose": "x"}, "purpose"),
        ({"matter": "Camat ikut kampanye"}, "matter"),
        ({"fields": ()}, "fields_asked"),
        ({"fields": ("salary",)}, "fields_asked"),
        ({"own_fields": ("akun instagram",)}, "own_fields"),
        ({"own_fields": ("nama istri",)}, "own_fields"),
        ({"people": ()}, "people"),
        ({"people": tuple(f"Kenari Contohwati {n}" for n in range(6))}, "people"),
        ({"people": ("Semua pegawai Dinas PUTR",)}, "people"),
        ({"instrument": "MoU Bawaslu dan Pemko"}, "instrument"),
        ({"article": ""}, "article"),
    ],
)
def test_what_cannot_be_asked_is_refused_and_nothing_is_kept(cast: Cast, changes, field):
    with pytest.raises(BadInput) as refused:
        cast.request(**changes)
    assert refused.value.field == field
    assert not DataRequest.objects.exists()


def test_many_small_requests_are_a_list_too(cast: Cast):
    for batch in range(5):
        cast.request(people=tuple(f"Kenari Contohwati {batch}{n}" for n in range(5)))
    with pytest.raises(Conflict, match="sedikit demi sedikit"):
        cast.request()
    assert DataRequest.objects.count() == 5


def test_another_spelling_of_the_same_body_on_paper_asks_within_the_same_limit(cast: Cast):
    spellings = ("KPU Kota Lain", "kpu kota lain", "KPU  Kota-Lain.", "KPU Kota Lain ", "Kpu, Kota Lain")
    for batch, name in enumerate(spellings):
        people = tuple(f"Kenari Contohwati {batch}{n}" for n in range(5))
        draft = request_draft(requester_name=name, letter_number="12/PL/2024", people=people)
        record_request(draft=draft, actor=cast.officer)
    with pytest.raises(Conflict, match="sedikit demi sedikit"):
        record_request(
            draft=request_draft(requester_name="KPU KOTA LAIN", letter_number="13/PL/2024"), actor=cast.officer
        )
    other = request_draft(requester_name="KPU Kota Sebelah", letter_number="13/PL/2024")
    assert record_request(draft=other, actor=cast.officer).people_count == 1


def test_only_a_body_with_a_statutory_task_asks(cast: Cast):
    for username in ("petugas.bkpsdm", "ppk", "inspektorat", "humas", "admin", "kustodian", "orang.luar"):
        with pytest.raises(Forbidden):
            request_data(owner=office("Pemko Cendana"), draft=request_draft(), actor=actor(username))
    request_data(owner=office("Pemko Cendana"), draft=request_draft(), actor=actor("auditor.bkn"))
    with pytest.raises(BadInput) as refused:
        request_data(owner=office("BKN (contoh)"), draft=request_draft(), actor=cast.staff)
    assert refused.value.field == "owner"


def test_a_government_where_nobody_decides_is_asked_by_letter(cast: Cast):
    assert list(owners_here(date(2024, 11, 22))) == [office("Pemko Cendana")]
    assert not owners_here(date(1999, 1, 1)).exists()
    other = Organisation(name="Kota Lain (contoh)", short_name="Kota Lain", kind="local_government", level="city")
    with unit_of_work(SYSTEM) as work:
        work.create(other)
        work.record("organisation.create", other)
    with pytest.raises(BadInput) as refused:
        request_data(owner=other, draft=request_draft(), actor=cast.staff)
    assert refused.value.field == "owner"


def test_an_agreement_between_others_cannot_be_leaned_on(cast: Cast):
    row = cast.agreement(partner=None)
    with pytest.raises(BadInput) as refused:
        cast.request(agreement=row)
    assert refused.value.field == "agreement"


def test_owner_and_requester_see_a_request_and_nobody_else(cast: Cast):
    row = cast.request()
    for username in ("petugas.bkpsdm", "ppk", "staf.bawaslu", "pleno"):
        assert list(data_requests(actor(username))) == [row], username
    for username in ("auditor.bkn", "pleno.provinsi"):
        assert not data_requests(actor(username)).exists(), username
    for username in ("tim.netralitas", "inspektorat", "humas", "admin", "penyelenggara.dputr", "orang.luar"):
        with pytest.raises(Forbidden):
            data_requests(actor(username))
    assert list(waiting_requests(cast.officer)) == [row]
    assert not waiting_requests(cast.staff).exists()


def test_whose_role_is_for_one_district_asks_and_reads_nothing_for_the_whole_office(cast: Cast):
    row, told = cast.request(), cast.disclosed()
    for asker in (cast.staff, cast.member):
        assert data_requests(asker).count() == 2
        district = replace(asker, regions=("99.71.01",))
        for model in (DataRequest, RequestedField, Disclosure, DisclosureOpening):
            assert not visible(district, model).exists(), model
        with pytest.raises(Forbidden):
            request_data(owner=office("Pemko Cendana"), draft=request_draft(), actor=district)
        with pytest.raises(Forbidden):
            data_requests(district)
        with pytest.raises(Forbidden):
            withdraw_request(request=row, actor=district)
        with pytest.raises(Forbidden):
            open_disclosure(disclosure=told, how=Opened.PAGE, actor=district)
    assert DataRequest.objects.count() == 2


def test_the_owner_decides_each_field_with_a_reason(cast: Cast):
    row = cast.decided(cast.request(), 3)
    assert row.state == RequestState.DECIDED
    assert list(row.fields.order_by("place").values_list("approved", flat=True)) == [True, True, False]
    assert AuditEntry.objects.filter(action="data_request.approve_field").count() == 2
    assert AuditEntry.objects.filter(action="data_request.withhold_field").count() == 1


def test_a_request_of_which_nothing_is_approved_is_refused_with_a_reason(cast: Cast):
    request = cast.request()
    none = {field.place: FieldDecision(approved=False, reason="Tidak perlu.") for field in request.fields.all()}
    with pytest.raises(BadInput) as refused:
        decide_request(request=request, decisions=none, version=request.version, actor=cast.officer)
    assert refused.value.field == "reason"
    row = cast.decided(request, 1, 2, 3)
    assert (row.state, row.reason) == (RequestState.REFUSED, "Tidak perlu untuk tujuan itu.")


def test_no_field_is_decided_without_a_reason_and_none_is_forgotten(cast: Cast):
    request = cast.request()
    said = {1: FieldDecision(approved=True, reason=""), 2: FieldDecision(approved=True, reason="Perlu untuk itu.")}
    for decisions, field in ((said, "reason_1"), ({2: said[2]}, "decision_1")):
        with pytest.raises(BadInput) as refused:
            decide_request(request=request, decisions=decisions, version=request.version, actor=cast.officer)
        assert refused.value.field == field
    request.refresh_from_db()
    assert request.state == RequestState.ASKED


def test_of_two_who_decide_at_once_the_second_is_told(cast: Cast):
    first, second = cast.request(), DataRequest.objects.get()
    cast.decided(first, 3)
    with pytest.raises(Conflict):
        cast.decided(second)
    assert first.fields.filter(approved=True).count() == 2


def test_who_may_not_decide(cast: Cast):
    request = cast.request()
    yes = {field.place: FieldDecision(approved=True, reason="Perlu untuk itu.") for field in request.fields.all()}
    for username in ("staf.bawaslu", "pleno", "tim.netralitas", "inspektorat", "admin", "auditor.bkn", "orang.luar"):
        with pytest.raises(Forbidden):
            decide_request(request=request, decisions=yes, version=request.version, actor=actor(username))


def test_nobody_decides_a_request_about_themselves(cast: Cast):
    request = cast.request(people=("Nusa Contohindah, Analis SDM",))
    with pytest.raises(Forbidden) as refused:
        cast.decided(request)
    assert refused.value.code == "about_self"
    yes = {field.place: FieldDecision(approved=True, reason="Perlu untuk itu.") for field in request.fields.all()}
    decide_request(request=request, decisions=yes, version=request.version, actor=cast.head)


@pytest.mark.parametrize(
    ("account", "registered", "line"),
    [
        ("Nusa Contohindah, S.IP.", "", "Nusa Contohindah, Analis SDM"),
        ("Drs. Nusa Contohindah", "", "NUSA CONTOHINDAH, M.Si., Analis SDM"),
        ("Nusa Contohindah S.IP", "", "Hj. Nusa Contohindah, Analis SDM"),
        ("Nusa C.", "Nusa Contohindah, S.IP.", "Ibu Nusa Contohindah"),
    ],
)
def test_titles_and_another_spelling_of_the_account_hide_nobody_from_their_own_request(
    cast: Cast, account, registered, line
):
    request = cast.request(people=(line,))
    user = User.objects.get(pk=cast.officer.user_id)
    person = stored(Person(organisation_id=cast.officer.office, name=registered, status="pns")) if registered else None
    changed(user, name=account, person=person)
    with pytest.raises(Forbidden) as refused:
        cast.decided(request)
    assert refused.value.code == "about_self"
    with pytest.raises(NotFound):
        data_request(cast.officer, request.pk)
    assert data_request(cast.head, request.pk) == request


def test_a_name_that_another_only_shares_in_part_is_another(cast: Cast):
    request = cast.request(people=("Nusa Contohwati, Analis SDM",))
    assert cast.decided(request).state == RequestState.DECIDED


def test_a_request_on_paper_is_recorded_by_one_and_decided_by_another(cast: Cast):
    draft = request_draft(requester_name="KPU Kota Lain (contoh)", letter_number="12/PL/2024")
    row = record_request(draft=draft, actor=cast.officer)
    assert (row.requester_id, row.requester_name) == (None, "KPU Kota Lain (contoh)")
    with pytest.raises(Forbidden) as refused:
        cast.decided(row)
    assert refused.value.code == "second_person"
    yes = {field.place: FieldDecision(approved=True, reason="Perlu untuk itu.") for field in row.fields.all()}
    decide_request(request=row, decisions=yes, version=row.version, actor=cast.head)
    with pytest.raises(Forbidden):
        record_request(draft=draft, actor=cast.staff)
    with pytest.raises(BadInput) as missing:
        record_request(draft=request_draft(requester_name="KPU"), actor=cast.officer)
    assert missing.value.field == "letter_number"


def test_whoever_asked_takes_it_back_and_the_owner_does_not(cast: Cast):
    row = cast.request()
    for other in (cast.officer, cast.ppk, actor("pleno.provinsi"), actor("auditor.bkn")):
        with pytest.raises(Forbidden):
            withdraw_request(request=row, actor=other)
    withdraw_request(request=row, actor=cast.member)
    assert row.state == RequestState.WITHDRAWN
    with pytest.raises(Conflict):
        cast.decided(row)
    with pytest.raises(Conflict):
        withdraw_request(request=row, actor=cast.member)


def test_the_owner_closes_what_nobody_decides_or_tells_with_a_reason_and_opens_nothing(cast: Cast):
    asked, decided, told = cast.request(), cast.decided(cast.request(), 3), cast.disclosed().request
    for other in (cast.staff, cast.member, actor("tim.netralitas"), actor("admin"), actor("pemeriksa.pemko")):
        with pytest.raises(Forbidden):
            close_request(request=asked, reason="Tidak ditunggu lagi.", actor=other)
    with pytest.raises(BadInput) as missing:
        close_request(request=asked, reason="", actor=cast.officer)
    assert missing.value.field == "reason"
    with pytest.raises(Conflict):
        close_request(request=told, reason="Tidak ditunggu lagi.", actor=cast.officer)
    for row, owner in ((asked, cast.officer), (decided, cast.ppk)):
        close_request(request=row, reason="Tidak ditunggu lagi.", actor=owner)
        assert (row.state, row.reason, row.ended_at is None) == (RequestState.CLOSED, "Tidak ditunggu lagi.", False)
        with pytest.raises(Conflict):
            close_request(request=row, reason="Sekali lagi.", actor=owner)
    assert not waiting_requests(cast.officer).exists()
    mine = cast.request(people=("Nusa Contohindah, Analis SDM",))
    with pytest.raises(Forbidden):
        close_request(request=mine, reason="Tidak ditunggu lagi.", actor=cast.officer)


def test_the_laws_to_choose_from_hold_on_the_day_and_no_circular_is_among_them():
    found = {item.id for item in laws(date(2024, 11, 22))}
    assert "uu-10-2016" in found
    assert "uu-5-2014" not in found
    assert not any(name.startswith("se-") for name in found)
