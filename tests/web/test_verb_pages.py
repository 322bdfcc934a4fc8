"""A verb's own page: the explained new deadline, to whom a matter may go, and what to do when somebody was faster."""

from __future__ import annotations

import dataclasses
import secrets
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of, tree_of
from staff_pages import plenary_of

from casework_rows import checked, registered, studied
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM, Actor
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import close, open_matter, start_study
from sinetra.apps.cases.models import Clock, Matter
from sinetra.apps.cases.successors import possible_handlers
from sinetra.apps.cases.vocabulary import Outcome
from sinetra.apps.reports.actions import file_report
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.models import Report
from sinetra.core.errors import Conflict, Forbidden
from sinetra.ports.clock import legal_clock
from sinetra.web.staff import verb_table

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
ActorOf = Callable[[str], Actor]
NAMED = "Teratai Contohsari"
TYPED = "Keterangan saksi kedua belum ada."


@pytest.fixture
def report(vault: None) -> Report:
    """It names who is reported, which not every report does."""
    given = {
        "channel": "report",
        "what": "Kata-kata pelapor sendiri.",
        "happened_on": legal_clock().today().isoformat(),
        "known_on": legal_clock().today().isoformat(),
        "region": "99.71",
        "where": "Lapangan Contoh",
        "reported": [{"role": "lurah", "name": NAMED, "unit": None}],
        "acts": ["like"],
        "reporter": {"name": "Kamboja Contohwan", "address": "Jalan Contoh Nomor 1"},
        "idempotency_key": secrets.token_urlsafe(16),
    }
    filed = file_report(report=read_report(given))
    return Report.objects.select_related("organisation").get(pk=filed.report_id)


@pytest.fixture
def matter(report: Report, actor: ActorOf) -> Matter:
    """Registered, so that a study runs."""
    made = open_matter(report=report, actor=actor("staf.bawaslu"))
    return registered(made, actor("staf.bawaslu"))


def address(matter: Matter, name: str) -> str:
    return reverse("verb", args=[matter.pk, name])


def offered(answer: Any) -> list[str]:
    return tree_of(answer).xpath("//select[@name='handler']/option/text()")


def rename(user: User, name: str) -> None:
    with unit_of_work(SYSTEM) as work:
        work.change(user, name=name)
        work.record("accounts.rename", user)


def test_extending_tells_the_new_deadline_with_its_explanation_before_and_has_it_after(
    signed_in: SignIn, matter: Matter
):
    clock = Clock.objects.get(matter=matter, done_at=None, rule__endswith=".study")
    client = signed_in("pleno")
    assert address(matter, "extend_study") in client.get(reverse("matter", args=[matter.pk])).content.decode()
    page = tree_of(client.get(address(matter, "extend_study")))
    (chip,) = page.xpath("//details[contains(@class, 'clock')]")
    assert len(chip.xpath(".//ol/li")) >= 3, "counted from the start, day by day in words"
    assert client.post(address(matter, "extend_study"), {"reason": ""}).status_code == 200
    assert client.post(address(matter, "extend_study"), {"reason": TYPED}).status_code == 302
    before, rule = clock.due_on, clock.rule
    clock.refresh_from_db()
    assert (clock.rule, clock.due_on) == (f"{rule}_extended", before + timedelta(days=2))
    assert str(clock.due_on.day) in chip.text_content()
    assert AuditEntry.objects.get(action="matter.extend_study", object_id=matter.pk).detail == {"reason": TYPED}


def test_only_the_plenary_extends_and_only_once(signed_in: SignIn, matter: Matter):
    assert signed_in("staf.bawaslu").get(address(matter, "extend_study")).status_code == 404
    assert signed_in("staf.bawaslu").post(address(matter, "extend_study"), {"reason": TYPED}).status_code == 404
    client = signed_in("pleno")
    client.post(address(matter, "extend_study"), {"reason": TYPED})
    assert client.get(address(matter, "extend_study")).status_code == 404
    again = client.post(address(matter, "extend_study"), {"reason": TYPED})
    assert again.status_code == 409


def test_a_matter_goes_to_somebody_else_with_a_reason(signed_in: SignIn, matter: Matter):
    client, other = signed_in("pleno"), User.objects.get(username="ketua.bawaslu")
    names = offered(client.get(address(matter, "assign")))
    assert other.name in names
    assert matter.handler is not None
    assert matter.handler.name not in names
    for missing in ({"reason": TYPED}, {"handler": str(other.pk)}):
        assert client.post(address(matter, "assign"), missing).status_code == 200
    assert client.post(address(matter, "assign"), {"handler": str(other.pk), "reason": TYPED}).status_code == 302
    matter.refresh_from_db()
    assert matter.handler == other


def test_who_must_step_aside_cannot_be_chosen_and_who_may_not_handle_it_is_not_named(
    signed_in: SignIn, matter: Matter, actor: ActorOf
):
    chair = User.objects.get(username="ketua.bawaslu")
    assert chair in possible_handlers(actor("pleno"), matter)
    rename(chair, f" {NAMED.upper()} ")
    found = possible_handlers(actor("pleno"), matter)
    assert {user.username for user in found} == {"pleno", "pleno.kedua"}, "no custodian, no administrator, no outsider"
    client = signed_in("pleno")
    page = tree_of(client.get(address(matter, "assign")))
    (aside,) = page.xpath("//select[@name='handler']/option[@disabled]")
    assert NAMED.upper() in aside.text_content()
    assert "menyingkir" in aside.text_content()
    assert User.objects.get(username="admin").name not in " ".join(offered(client.get(address(matter, "assign"))))
    forced = client.post(address(matter, "assign"), {"handler": str(chair.pk), "reason": TYPED})
    assert forced.status_code == 200
    assert "pilih yang lain" in text_of(forced)
    assert TYPED in text_of(forced)
    matter.refresh_from_db()
    assert matter.handler != chair


def test_when_nobody_is_left_the_page_says_so_and_a_role_that_ended_does_not_count(
    signed_in: SignIn, matter: Matter, actor: ActorOf
):
    RoleGrant.objects.filter(user__username__in=["ketua.bawaslu", "pleno.kedua"]).update(
        ends_on=matter.opened_on - timedelta(days=1)
    )
    with unit_of_work(SYSTEM) as work:
        work.change(matter, handler_id=User.objects.get(username="pleno").pk)
        work.record("matter.assign", matter)
    RoleGrant.objects.filter(user__username="staf.bawaslu").update(ends_on=matter.opened_on - timedelta(days=1))
    assert possible_handlers(actor("pleno"), matter) == ()
    assert "Minta admin memberi peran" in text_of(signed_in("pleno").get(address(matter, "assign")))


@pytest.mark.parametrize("username", ["staf.bawaslu", "auditor.bkn", "kustodian", "admin", "ppk", "orang.luar"])
def test_nobody_else_hands_a_matter_over(signed_in: SignIn, matter: Matter, actor: ActorOf, username: str):
    other = User.objects.get(username="ketua.bawaslu")
    answer = signed_in(username).post(address(matter, "assign"), {"handler": str(other.pk), "reason": TYPED})
    assert answer.status_code in {403, 404}
    with pytest.raises(Forbidden):
        possible_handlers(actor(username), matter)
    matter.refresh_from_db()
    assert matter.handler != other


def test_who_came_too_late_reads_on_the_same_page_what_happened_and_keeps_what_was_typed(
    signed_in: SignIn, matter: Matter, actor: ActorOf
):
    client = signed_in("pleno")
    studied(matter, actor("staf.bawaslu"))
    assert plenary_of(client, matter, "not_proven").status_code == 302
    matter.refresh_from_db()
    close(matter=matter, outcome=Outcome.NOT_PROVEN, reason="Cukup.", actor=actor("pleno"))
    late = client.post(address(matter, "hold_plenary"), {"reason": TYPED})
    assert late.status_code == 409
    assert "tidak mungkin lagi" in text_of(late)
    assert "Mungkin rekan Anda lebih dulu" in text_of(late)
    assert TYPED in text_of(late)
    assert reverse("matter", args=[matter.pk]) in late.content.decode()
    english = client.post(address(matter, "hold_plenary").replace("/id/", "/en/", 1), {"reason": TYPED})
    assert english.status_code == 409
    assert TYPED in text_of(english)


def test_a_race_lost_between_reading_and_writing_is_told_on_the_page(
    signed_in: SignIn, matter: Matter, actor: ActorOf, monkeypatch: pytest.MonkeyPatch
):
    def somebody_is_faster(found: Matter, actor: Actor, values: dict[str, Any]) -> None:
        with unit_of_work(SYSTEM) as work:
            same = Matter.objects.get(pk=found.pk)
            work.change(same, election="lain")
            work.record("matter.touch", same)
        real.run(found, actor, values)

    studied(matter, actor("staf.bawaslu"))
    real = verb_table.VERBS["hold_plenary"]
    monkeypatch.setitem(verb_table.VERBS, "hold_plenary", dataclasses.replace(real, run=somebody_is_faster))
    late = plenary_of(signed_in("pleno"), matter, reason=TYPED)
    assert late.status_code == 409
    assert "baru saja diubah orang lain" in text_of(late)
    assert "ulangi bila masih perlu" in text_of(late)
    assert TYPED in text_of(late)
    matter.refresh_from_db()
    assert matter.state == "study"


@pytest.mark.parametrize(
    ("username", "verb", "todo"),
    [
        ("pleno", "hold_plenary", "Pilih “Ganti penanggung jawab”"),
        ("staf.bawaslu", "refuse_registration", "Minta anggota pleno mengganti"),
    ],
)
def test_who_must_step_aside_reads_what_to_do(
    signed_in: SignIn, report: Report, actor: ActorOf, username: str, verb: str, todo: str
):
    matter = open_matter(report=report, actor=actor("ketua.bawaslu"))
    if verb == "hold_plenary":
        studied(registered(matter, actor("ketua.bawaslu")), actor("ketua.bawaslu"))
    else:
        start_study(matter=matter, actor=actor("ketua.bawaslu"))
        checked(matter, actor("ketua.bawaslu"), but=("filed_in_time", "evidence"))
    rename(User.objects.get(username=username), NAMED)
    given = {"reason": TYPED, "ground": "late"}
    answer = signed_in(username).post(address(matter, verb), given)
    assert answer.status_code == 409
    assert todo in text_of(answer)
    assert TYPED in text_of(answer)


def test_opening_what_a_colleague_opened_shows_the_report_with_the_way_to_the_matter(
    signed_in: SignIn, report: Report, actor: ActorOf
):
    made = open_matter(report=report, actor=actor("staf.bawaslu"))
    answer = signed_in("pleno").post(reverse("open_report", args=[report.pk]))
    assert answer.status_code == 409
    assert reverse("matter", args=[made.pk]) in answer.content.decode()
    with pytest.raises(Conflict):
        open_matter(report=report, actor=actor("pleno"))
