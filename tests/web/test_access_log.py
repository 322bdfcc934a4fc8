"""Who of the staff opens personal data is written down first; what cannot be written down is not shown."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import IntegrityError
from django.test import Client
from django.urls import reverse

from sinetra.apps.accounts.actions.create_user import create_user
from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import User
from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.viewing import closed, viewing
from sinetra.apps.cases.actions import open_matter, summon
from sinetra.apps.cases.clarification.said import Invited, Session
from sinetra.apps.cases.examinations.demo import load_examinations
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.models import Examination, HandOver, Matter
from sinetra.apps.cases.steps import moment
from sinetra.apps.cases.vocabulary import Whom
from sinetra.apps.registry.models import Person
from sinetra.apps.reports.models import Identity, Report
from sinetra.apps.reports.sealing import open_value, seal_value
from sinetra.catalogue import ROOT
from sinetra.core.ids import uuid7
from sinetra.web.staff.examinations.verb_table import VERBS as EXAMINATION

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from own_views import views
from reading import text_of

from casework_rows import decided, registered
from once import Once

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.fixture
def matter(reports: None) -> Matter:
    return Matter.objects.exclude(report=None).order_by("id")[0]


def entries() -> list[tuple[str, str, str, str, int]]:
    rows = AccessEntry.objects.select_related("user").order_by("id")
    return [(row.user.username, row.page, row.subject_type, row.kinds, row.times) for row in rows]


def test_opening_a_matter_is_one_entry_that_says_who_and_what_and_nothing_of_the_data(
    signed_in: SignIn, matter: Matter
):
    answer = signed_in("staf.bawaslu").get(reverse("matter", args=[matter.pk]))
    assert answer.status_code == 200
    assert entries() == [("staf.bawaslu", "matter", "cases.matter", "notes,report,reported", 1)]
    row = AccessEntry.objects.get()
    assert row.subject_id == matter.pk
    told = open_value(matter.report.what_sealed, matter.report.pk, "what")
    assert told and told not in repr(row.__dict__)
    assert "127.0.0.1" not in repr(row.__dict__)


def test_looking_again_within_minutes_counts_up_the_same_entry(signed_in: SignIn, matter: Matter):
    staff = signed_in("staf.bawaslu")
    for _look in range(3):
        staff.get(reverse("matter", args=[matter.pk]))
    assert [times for *_rest, times in entries()] == [3]


def test_another_person_another_page_and_a_later_hour_are_entries_of_their_own(
    signed_in: SignIn, matter: Matter, monkeypatch: pytest.MonkeyPatch
):
    from sinetra.web import access

    signed_in("staf.bawaslu").get(reverse("matter", args=[matter.pk]))
    signed_in("pleno").get(reverse("matter", args=[matter.pk]))
    signed_in("staf.bawaslu").get(reverse("checklist", args=[matter.pk]))
    real = access.now
    monkeypatch.setattr(access, "now", lambda: real() + timedelta(hours=1))
    signed_in("staf.bawaslu").get(reverse("matter", args=[matter.pk]))
    assert [(user, page) for user, page, *_rest in entries()] == [
        ("staf.bawaslu", "matter"),
        ("pleno", "matter"),
        ("staf.bawaslu", "checklist"),
        ("staf.bawaslu", "matter"),
    ]


def test_lists_without_names_and_refused_pages_leave_nothing(signed_in: SignIn, matter: Matter):
    for name in ("workspace", "inbox", "matters", "due_list"):
        assert signed_in("staf.bawaslu").get(reverse(name)).status_code == 200
    assert signed_in("admin").get(reverse("matter", args=[matter.pk])).status_code == 403
    assert entries() == []


def test_what_cannot_be_written_down_is_not_shown(signed_in: SignIn, matter: Matter):
    if connection.vendor != "sqlite":
        pytest.skip("a transaction of PostgreSQL that was made read-only stays so to its end")
    staff = signed_in("staf.bawaslu")
    told = open_value(matter.report.what_sealed, matter.report.pk, "what")
    assert told[:30] in text_of(staff.get(reverse("matter", args=[matter.pk])))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA query_only=ON")
        try:
            answer = staff.get(reverse("matter", args=[matter.pk]))
            lists = staff.get(reverse("matters"))
        finally:
            cursor.execute("PRAGMA query_only=OFF")
    assert answer.status_code == 503
    assert told[:30] not in text_of(answer)
    assert lists.status_code == 200, "a page without personal data needs no writing"


def test_a_report_that_nobody_opened_as_a_matter_is_in_the_log_as_a_report(signed_in: SignIn, reports: None):
    report = Report.objects.filter(matter=None)[0]
    signed_in("staf.bawaslu").get(reverse("received_report", args=[report.pk]))
    assert [(subject, kinds) for _user, _page, subject, kinds, _times in entries()] == [
        ("reports.report", "report,reported")
    ]


def test_opening_an_identity_keeps_the_reason_as_purpose(signed_in: SignIn, vault: None, reports: None):
    identity = Identity.objects.order_by("id")[0]
    given = {
        "ground": "clarification",
        "reason": "klarifikasi atas permintaan pleno",
        "secret": "kayu manis di tepi kali",
        "version": 1,
    }
    signed_in("kustodian").get(reverse("open_identity", args=[identity.pk]))
    assert entries() == [], "asking for the reason opens nothing"
    answer = signed_in("kustodian").post(reverse("open_identity", args=[identity.pk]), given)
    assert answer.status_code == 200
    row = AccessEntry.objects.get()
    assert (row.kinds, row.purpose) == ("reporter", given["reason"])


def test_the_list_of_civil_servants_and_one_of_them(signed_in: SignIn, city: None):
    personnel = signed_in("petugas.bkpsdm")
    person = Person.objects.filter(organisation=User.objects.get(username="petugas.bkpsdm").organisation)[0]
    personnel.get(reverse("people"))
    personnel.get(reverse("person_slip", args=[person.pk]))
    rows = list(AccessEntry.objects.order_by("id").values_list("subject_type", "subject_id", "kinds"))
    assert rows == [
        ("registry.person", person.organisation_id, "civil_servant"),
        ("registry.person", person.pk, "civil_servant"),
    ]


def test_nothing_sealed_opens_on_the_staff_side_outside_a_view_that_keeps_the_log(actor: Callable, city: None):
    key = uuid7()
    sealed = seal_value("rahasia", key, "what")
    with closed(), pytest.raises(RuntimeError, match="access log"):
        open_value(sealed, key, "what")
    with closed(), viewing(actor("staf.bawaslu"), page="x") as opened:
        assert open_value(sealed, key, "what") == "rahasia"
    assert opened.fields == {(key, "what")}


@pytest.mark.parametrize("change", [{"page": "lain"}, {"times": 0}, {"kinds": ""}, {"purpose": "lain"}])
def test_entries_are_never_changed(signed_in: SignIn, matter: Matter, change: dict[str, object]):
    signed_in("staf.bawaslu").get(reverse("matter", args=[matter.pk]))
    with pytest.raises(IntegrityError, match="never changed"):
        AccessEntry.objects.update(**change)


def test_entries_of_the_last_year_are_never_deleted(signed_in: SignIn, matter: Matter):
    signed_in("staf.bawaslu").get(reverse("matter", args=[matter.pk]))
    with pytest.raises(IntegrityError, match="deleted"):
        AccessEntry.objects.all().delete()


@pytest.fixture
def auditor(signed_in: SignIn) -> Client:
    """Of the city's Bawaslu; the demonstration has one at the province only."""
    office = User.objects.get(username="staf.bawaslu").organisation
    user = create_user(username="pemeriksa.kota", name="Rukmini Contohwati", organisation=office, actor=SYSTEM)
    days = {"starts_on": date(2024, 1, 1), "ends_on": date(2028, 12, 31)}
    grant_role(user=user, role=Role.AUDITOR, actor=SYSTEM, **days)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_auditor_finds_entries_by_account_and_by_matter_and_takes_them_as_a_workbook(
    signed_in: SignIn, auditor: Client, matter: Matter
):
    signed_in("staf.bawaslu").get(reverse("matter", args=[matter.pk]))
    signed_in("pleno").get(reverse("matter", args=[matter.pk]))
    names = [User.objects.get(username=name).name for name in ("staf.bawaslu", "pleno")]

    def seen(**asked: str) -> list[bool]:
        told = text_of(auditor.get(reverse("access_log"), asked))
        return [name in told for name in names]

    assert seen() == [True, True]
    assert seen(user="pleno") == [False, True]
    assert seen(matter=matter.number) == [True, True]
    assert seen(matter="999/1999") == [False, False]
    answer = auditor.get(reverse("access_log_xlsx"))
    assert answer.status_code == 200
    assert answer.content[:2] == b"PK"
    assert AuditEntry.objects.filter(action="access.export").count() == 1


@pytest.mark.parametrize(
    "who", ["staf.bawaslu", "pleno", "admin", "kustodian", "petugas.bkpsdm", "humas", "auditor.bkn"]
)
def test_nobody_but_the_auditor_reads_the_log_of_the_office(signed_in: SignIn, who: str):
    assert signed_in(who).get(reverse("access_log")).status_code == 403
    assert signed_in(who).get(reverse("access_log_xlsx")).status_code == 403


def test_the_plenary_sees_who_opened_a_matter_and_its_staff_does_not(signed_in: SignIn, matter: Matter):
    signed_in("staf.bawaslu").get(reverse("matter", args=[matter.pk]))
    page = signed_in("pleno").get(reverse("matter", args=[matter.pk]))
    address = reverse("matter_access", args=[matter.pk])
    assert address in page.content.decode()
    told = text_of(signed_in("pleno").get(address))
    assert User.objects.get(username="staf.bawaslu").name in told
    assert "isi laporan, yang dilaporkan" in told
    assert address not in signed_in("staf.bawaslu").get(reverse("matter", args=[matter.pk])).content.decode()
    assert signed_in("staf.bawaslu").get(address).status_code == 403
    assert signed_in("pleno.provinsi").get(address).status_code == 404


def test_a_civil_servant_sees_who_opened_their_own_record_and_nobody_elses(signed_in: SignIn, city: None):
    officer = User.objects.get(username="petugas.bkpsdm")
    other = Person.objects.filter(organisation=officer.organisation).exclude(pk=officer.person_id)[0]
    signed_in("petugas.bkpsdm").get(reverse("person_slip", args=[other.pk]))
    own = signed_in("petugas.bkpsdm").get(reverse("own_access"))
    assert "Belum ada catatan" in text_of(own)
    signed_in("petugas.bkpsdm").get(reverse("person_slip", args=[officer.person_id]))
    assert officer.name in text_of(signed_in("petugas.bkpsdm").get(reverse("own_access")))


def test_a_mediation_is_told_as_a_question_as_in_the_trace():
    from sinetra.apps.audit.access_log import told_as

    assert told_as("advice.mediation", "mediation_item") == told_as("advice.question", "question")
    assert told_as("cases.matter", "matter") == ("cases.matter", "matter")


# --- no page forgets: what is unsealed for a page is in the log, whatever the page

CASES = ("matter", "checklist", "letters", "matter_access", "study", "summon", "new_correction")
STEPS = ("start_study", "withdraw", "assign", "hold_plenary", "forward", "end_track", "close", "reopen")


def unlogged(client: Client, addresses: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses at which something sealed was opened to be shown and no entry tells of it."""
    from sinetra.apps.base import viewing as looked
    from sinetra.ports.keyring import Keyring

    opened: list[bytes] = []
    real = Keyring.open_sealed

    def counting(ring: Keyring, purpose: str, sealed: bytes, context: bytes) -> bytes:
        # Outside a view, and where the program only compares, nothing is shown.
        if purpose == "data" and looked._current.get() is not None:
            opened.append(context)
        return real(ring, purpose, sealed, context)

    monkeypatch.setattr(Keyring, "open_sealed", counting)
    found = []
    for address in addresses:
        opened.clear()
        before = sum(AccessEntry.objects.values_list("times", flat=True))
        answer = client.get(address)
        # A redirect and the page of an error show nothing of it.
        shown = answer.status_code not in {302, 403, 404, 405, 409, 410}
        if opened and shown and sum(AccessEntry.objects.values_list("times", flat=True)) == before:
            found.append(address)
    return found


def addresses_of(matter: Matter) -> list[str]:
    """Every staff address that takes nothing, and those of one matter and its report."""
    plain = [
        reverse(str(view.name))
        for view in views()
        if view.callback.access != "public" and not view.pattern.converters  # type: ignore[attr-defined]
    ]
    return [
        *plain,
        *(reverse(name, args=[matter.pk]) for name in CASES),
        *(reverse("write_letter", args=[matter.pk, kind.id]) for kind in letters()),
        reverse("received_report", args=[matter.report_id]),
        *(reverse("verb", args=[matter.pk, name]) for name in STEPS),
    ]


@pytest.mark.parametrize("who", ["staf.bawaslu", "pleno", "petugas.bkpsdm", "tim.netralitas", "auditor.bkn"])
def test_no_staff_page_shows_what_was_sealed_without_an_entry(
    signed_in: SignIn, matter: Matter, who: str, monkeypatch: pytest.MonkeyPatch
):
    assert unlogged(signed_in(who), addresses_of(matter), monkeypatch) == []


def test_what_was_said_examined_and_proved_is_shown_with_an_entry_only(
    signed_in: SignIn, actor: Callable[[str], Actor], reports: None, once: Once, monkeypatch: pytest.MonkeyPatch
):
    staff = actor("staf.bawaslu")
    made = registered(open_matter(report=Report.objects.filter(state="new", kept_as="report")[0], actor=staff), staff)
    session = Session(held_at=moment(None, made.region_id)[0], venue="Kantor Bawaslu")
    row = summon(matter=made, session=session, invited=Invited(whom=Whom.REPORTED), actor=staff)
    early = [reverse(name, args=[made.pk]) for name in ("matter", "study", "summon")]
    assert unlogged(signed_in("staf.bawaslu"), early, monkeypatch) == []
    decided(made, actor("pleno"), by=staff, reason="Rapat membaca kajian.")
    once("examinations", lambda: load_examinations(ROOT / "samples" / "cendana.yaml"))
    sent = HandOver.objects.filter(direction="outgoing", organisation=made.organisation)
    pages = {
        "staf.bawaslu": [
            *(reverse(name, args=[made.pk]) for name in CASES),
            reverse("clarification", args=[row.pk]),
            reverse("clarification_minutes", args=[row.pk]),
            *(reverse(name, args=[item.pk]) for name in ("record_acknowledgement", "package") for item in sent),
        ],
        "kepala.bkpsdm": [
            address
            for item in Examination.objects.all()
            for address in (
                reverse("matter", args=[item.matter_id]),
                *(reverse("examination_verb", args=[item.matter_id, item.pk, name]) for name in EXAMINATION),
            )
        ],
    }
    for who, addresses in pages.items():
        assert addresses
        assert unlogged(signed_in(who), addresses, monkeypatch) == [], who
    told = {(page, kinds) for _user, page, _subject, kinds, _times in entries()}
    assert {page for page, _kinds in told} >= {"study", "summon", "clarification", "package", "examination_verb"}


def test_a_page_that_opens_past_the_log_is_found(signed_in: SignIn, matter: Matter, monkeypatch: pytest.MonkeyPatch):
    from sinetra.apps.reports import sealing

    monkeypatch.setattr(sealing, "opened_field", lambda row_id, field: None)
    address = reverse("matter", args=[matter.pk])
    assert unlogged(signed_in("staf.bawaslu"), [address], monkeypatch) == [address]
