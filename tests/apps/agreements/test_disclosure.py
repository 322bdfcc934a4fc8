"""Of three fields under the agreement of article 003 two are told, for a few days; who looked is written down."""

from __future__ import annotations

from datetime import timedelta

import pytest
from agreement_cast import VALUES, WITHHELD, Cast, actor, request_draft

from prevention_rows import stored
from sinetra.apps.agreements.actions.decide_request import FieldDecision, decide_request
from sinetra.apps.agreements.actions.disclose import disclose
from sinetra.apps.agreements.actions.end_disclosure import end_disclosure
from sinetra.apps.agreements.actions.export_register import tell_register_export
from sinetra.apps.agreements.actions.open_disclosure import open_disclosure
from sinetra.apps.agreements.actions.request_data import record_request
from sinetra.apps.agreements.errors import DisclosureClosed
from sinetra.apps.agreements.from_register import known_values
from sinetra.apps.agreements.models import DataRequest, Disclosure, DisclosureOpening
from sinetra.apps.agreements.selectors import disclosure, disclosures, openings
from sinetra.apps.agreements.vocabulary import Opened, RequestState
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.registry.models import Person
from sinetra.core.errors import BadInput, Conflict, Forbidden, NotFound

pytestmark = pytest.mark.django_db


def test_a_request_under_the_agreement_is_approved_for_two_fields_and_the_third_is_withheld(cast: Cast):
    request = cast.decided(cast.request(agreement=cast.agreement()), 3)
    row = disclose(
        request=request,
        values=VALUES,
        instrument="UU 10/2016",
        article="pasal 30 huruf b",
        days=7,
        version=request.version,
        actor=cast.officer,
    )
    assert row.fields == ["Nama lengkap", "Jabatan"]
    assert request.state == RequestState.DISCLOSED
    [person] = open_disclosure(disclosure=row, how=Opened.PAGE, actor=cast.staff)
    assert person.values == ("Durian Contohwan", "Kepala Dinas PUTR")


def test_the_requester_cannot_be_given_more_than_was_approved(cast: Cast):
    request = cast.decided(cast.request(), 3)
    more = VALUES | {(0, 3): WITHHELD}
    told = {"instrument": "UU 10/2016", "article": "pasal 30", "days": 7, "version": request.version}
    for values, field in ((more, "value_0_3"), (VALUES | {(1, 1): "orang lain"}, "value_1_1")):
        with pytest.raises(BadInput) as refused:
            disclose(request=request, values=values, actor=cast.officer, **told)  # type: ignore[arg-type]
        assert (refused.value.code, refused.value.field) == ("not_approved", field)
    assert not Disclosure.objects.exists()


def test_every_look_is_written_down_before_it_opens_and_both_sides_read_who_looked(cast: Cast):
    row = cast.disclosed()
    for how in Opened:
        open_disclosure(disclosure=row, how=how, actor=cast.staff)
    assert sorted(DisclosureOpening.objects.values_list("how", flat=True)) == ["page", "pdf", "xlsx"]
    assert AuditEntry.objects.filter(action="disclosure.open").count() == 3
    assert openings(cast.officer, row).count() == openings(cast.member, row).count() == 3
    assert not openings(actor("pleno.provinsi"), row).exists()


def test_who_may_not_open_it(cast: Cast):
    row = cast.disclosed()
    others = (
        "petugas.bkpsdm",
        "ppk",
        "auditor.bkn",
        "pleno.provinsi",
        "pemeriksa.jejak",
        "admin",
        "kustodian",
        "humas",
    )
    for username in (*others, "tim.netralitas", "inspektorat", "orang.luar"):
        with pytest.raises(Forbidden):
            open_disclosure(disclosure=row, how=Opened.PAGE, actor=actor(username))
    assert not DisclosureOpening.objects.exists()
    open_disclosure(disclosure=row, how=Opened.PAGE, actor=cast.member)
    assert DisclosureOpening.objects.count() == 1


def test_it_opens_until_its_last_moment_and_not_after(cast: Cast):
    row = cast.disclosed(days=7)
    open_disclosure(disclosure=row, how=Opened.PAGE, actor=cast.staff, at=row.expires_at - timedelta(seconds=1))
    for how in Opened:
        with pytest.raises(DisclosureClosed):
            open_disclosure(disclosure=row, how=how, actor=cast.staff, at=row.expires_at)
    assert DisclosureOpening.objects.count() == 1


def test_the_owner_closes_it_early(cast: Cast):
    row = cast.disclosed()
    with pytest.raises(Forbidden):
        end_disclosure(disclosure=row, reason="Sudah selesai dipakai.", actor=cast.staff)
    end_disclosure(disclosure=row, reason="Sudah selesai dipakai.", actor=cast.ppk)
    with pytest.raises(DisclosureClosed):
        open_disclosure(disclosure=row, how=Opened.PAGE, actor=cast.staff)
    with pytest.raises(DisclosureClosed):
        end_disclosure(disclosure=row, reason="Sekali lagi.", actor=cast.ppk)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"instrument": "Kesepakatan Bawaslu dan Pemko"}, "instrument"),
        ({"instrument": ""}, "instrument"),
        ({"article": ""}, "article"),
        ({"days": 0}, "days"),
        ({"days": 31}, "days"),
        ({"values": {(0, 1): "Durian Contohwan"}}, "value_0_2"),
        ({"values": VALUES | {(0, 2): "lihat @durian"}}, "value_0_2"),
    ],
)
def test_each_disclosure_names_its_own_law_its_days_and_every_approved_value(cast: Cast, changes, field):
    with pytest.raises(BadInput) as refused:
        cast.disclosed(**changes)
    assert refused.value.field == field
    assert not Disclosure.objects.exists()


def test_who_may_not_disclose_and_nothing_undecided_is_disclosed(cast: Cast):
    asked = cast.request()
    told = {"values": VALUES, "instrument": "UU 10/2016", "article": "pasal 30", "days": 7}
    with pytest.raises(Conflict):
        disclose(request=asked, version=asked.version, actor=cast.officer, **told)  # type: ignore[arg-type]
    decided = cast.decided(asked, 3)
    for username in ("staf.bawaslu", "pleno", "ppk", "tim.netralitas", "inspektorat", "admin", "orang.luar"):
        with pytest.raises(Forbidden):
            disclose(request=decided, version=decided.version, actor=actor(username), **told)  # type: ignore[arg-type]
    refused = cast.decided(cast.request(), 1, 2, 3)
    with pytest.raises(Conflict):
        disclose(request=refused, version=refused.version, actor=cast.officer, **told)  # type: ignore[arg-type]


def test_who_is_asked_about_neither_tells_nor_closes_it_nor_finds_it(cast: Cast):
    asked = cast.request(people=("Nusa Contohindah, S.IP., Analis SDM",))
    yes = {field.place: FieldDecision(approved=True, reason="Perlu untuk itu.") for field in asked.fields.all()}
    decided = decide_request(request=asked, decisions=yes, version=asked.version, actor=cast.head)
    told = {"instrument": "UU 10/2016", "article": "pasal 30", "days": 7, "version": decided.version}
    values = VALUES | {(0, 3): "hadir"}
    with pytest.raises(Forbidden) as refused:
        disclose(request=decided, values=values, actor=cast.officer, **told)  # type: ignore[arg-type]
    assert refused.value.code == "about_self"
    row = disclose(request=decided, values=values, actor=cast.head, **told)  # type: ignore[arg-type]
    with pytest.raises(Forbidden) as kept:
        end_disclosure(disclosure=row, reason="Tidak perlu lagi.", actor=cast.officer)
    assert kept.value.code == "about_self"
    with pytest.raises(NotFound):
        disclosure(cast.officer, row.pk)
    assert disclosure(cast.head, row.pk) == row


def test_one_request_is_disclosed_once(cast: Cast):
    row = cast.disclosed()
    stale, version = row.request, row.request.version
    told = {"values": VALUES, "instrument": "UU 10/2016", "article": "pasal 30", "days": 7}
    with pytest.raises(Conflict):
        disclose(request=stale, version=version, actor=cast.officer, **told)  # type: ignore[arg-type]
    assert Disclosure.objects.count() == 1


def test_of_two_who_disclose_at_once_the_second_is_told(cast: Cast):
    first = cast.decided(cast.request(), 3)
    second = DataRequest.objects.get()
    told = {"values": VALUES, "instrument": "UU 10/2016", "article": "pasal 30", "days": 7, "version": first.version}
    disclose(request=first, actor=cast.officer, **told)  # type: ignore[arg-type]
    with pytest.raises(Conflict):
        disclose(request=second, actor=cast.head, **told)  # type: ignore[arg-type]
    assert Disclosure.objects.count() == 1


def test_what_the_owner_closed_while_the_page_stood_open_does_not_open(cast: Cast):
    cast.disclosed()
    seen, closed = Disclosure.objects.get(), Disclosure.objects.get()
    end_disclosure(disclosure=closed, reason="Sudah selesai dipakai.", actor=cast.ppk)
    with pytest.raises(DisclosureClosed):
        open_disclosure(disclosure=seen, how=Opened.PAGE, actor=cast.staff)
    assert not DisclosureOpening.objects.exists()


def test_the_register_begins_a_disclosure_for_who_may_read_it_and_never_with_a_namesake(cast: Cast):
    assert known_values(cast.officer, "Durian Contohwan, Kepala Dinas PUTR")["position"] == "Kepala Dinas PUTR"
    assert known_values(cast.officer, "Durian Contohwan")["number"].startswith("1970")
    assert known_values(cast.officer, "Nama Lain") == {}
    assert known_values(cast.staff, "Durian Contohwan") == {}
    person = Person.objects.get(name="Durian Contohwan")
    stored(Person(organisation_id=person.organisation_id, name=person.name, status="pns"))
    assert known_values(cast.officer, "Durian Contohwan") == {}


def test_what_is_told_is_sealed(cast: Cast):
    row = cast.disclosed()
    assert b"Durian" not in bytes(row.disclosed_sealed)
    assert "Durian" not in repr([entry.data for entry in AuditEntry.objects.all()])


def test_for_a_requester_without_an_account_the_owner_takes_the_print(cast: Cast):
    draft = request_draft(requester_name="KPU Kota Lain (contoh)", letter_number="12/PL/2024")
    request = record_request(draft=draft, actor=cast.head)
    yes = {field.place: FieldDecision(approved=field.place < 3, reason="Perlu.") for field in request.fields.all()}
    decide_request(request=request, decisions=yes, version=request.version, actor=cast.officer)
    told = {"values": VALUES, "instrument": "UU 7/2017", "article": "pasal 3", "days": 7, "version": request.version}
    row = disclose(request=request, actor=cast.officer, **told)  # type: ignore[arg-type]
    with pytest.raises(Forbidden):
        open_disclosure(disclosure=row, how=Opened.PDF, actor=cast.staff)
    open_disclosure(disclosure=row, how=Opened.PDF, actor=cast.officer)
    assert DisclosureOpening.objects.get().by_owner
    assert not disclosures(cast.staff).exists()


def test_the_register_is_read_and_taken_out_by_the_owner_and_watched_by_its_auditor(cast: Cast):
    row = cast.disclosed()
    watcher = actor("pemeriksa.pemko")
    for reader in (cast.officer, cast.ppk, watcher, cast.staff):
        assert list(disclosures(reader)) == [row]
    with pytest.raises(Forbidden):
        open_disclosure(disclosure=row, how=Opened.PAGE, actor=watcher)
    tell_register_export(actor=watcher, rows=1)
    with pytest.raises(Forbidden):
        tell_register_export(actor=cast.staff, rows=1)
