"""Ruang kerja: each number leads to its list, what ages leads outside the stages, stopped tasks run again."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import tree_of

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.models import Clock, HandOver, Matter
from sinetra.apps.cases.vocabulary import Direction, HandOverState, State
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.models import Report
from sinetra.web.staff import worklists

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
TODAY = date(2024, 11, 22)
LISTS = ("overdue_list", "due_list", "unopened_list", "waiting_list", "ageing_list")


@pytest.fixture(autouse=True)
def _in_the_story(settings: LazySettings) -> None:
    settings.SINETRA_AS_OF = TODAY


def rows(answer: Any) -> int:
    return len(tree_of(answer).xpath("//main//tbody/tr"))


def counts(answer: Any) -> dict[str, str]:
    found = tree_of(answer).xpath("//dl[@class='numbers']/div/dd/a")
    return {link.get("href"): link.text_content() for link in found}


def office(username: str, actor: Callable[[str], Actor]) -> Organisation:
    return Organisation.objects.get(pk=actor(username).organisation_id)


def test_each_number_is_a_link_to_a_list_of_so_many_rows(signed_in: SignIn, reports: None, actor: Any):
    client, here = signed_in("staf.bawaslu"), office("staf.bawaslu", actor)
    found = counts(client.get(reverse("workspace")))
    ahead = TODAY + worklists.AHEAD
    silent = HandOver.objects.filter(organisation=here, direction=Direction.OUTGOING, state=HandOverState.SENT)
    expected = {
        reverse("overdue_list"): silent.filter(sent_at__date__lt=TODAY - timedelta(days=7)).count(),
        reverse("due_list"): Clock.objects.filter(organisation=here, done_at=None, due_on__lte=ahead).count(),
        reverse("unopened_list"): Report.objects.filter(organisation=here, state="new", due_on__lte=ahead).count(),
        reverse("waiting_list"): silent.count(),
        reverse("ageing_list"): Matter.objects.filter(organisation=here).exclude(state=State.CLOSED).count(),
        reverse("inbox"): Report.objects.filter(organisation=here, state="new").count(),
        reverse("commitment_list"): 0,
    }
    assert found == {url: str(number) for url, number in expected.items()}
    assert sum(expected.values()) >= 5, "the sample office has work of most kinds"
    for name in LISTS:
        assert rows(client.get(reverse(name))) == expected[reverse(name)], name


def test_a_long_list_says_more_and_goes_on_over_the_page(
    signed_in: SignIn, reports: None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(worklists, "LIST", 2)
    client = signed_in("staf.bawaslu")
    address, seen = reverse("ageing_list"), set()
    for _round in range(10):
        page = tree_of(client.get(address))
        here = page.xpath("//main//tbody/tr/th//a/@href")
        assert 1 <= len(here) <= 2
        assert not seen & set(here)
        seen |= set(here)
        more = page.xpath("//a[@rel='next']/@href")
        if not more:
            break
        address = reverse("ageing_list") + more[0]
    matters = Matter.objects.filter(organisation__kind="bawaslu").exclude(state=State.CLOSED)
    assert len(seen) == matters.count() > 2


def test_a_report_that_nobody_opened_shows_with_the_days_that_are_left(signed_in: SignIn, reports: None, actor: Any):
    (row, *_) = list(cases.unopened_until(actor("staf.bawaslu"), TODAY + worklists.AHEAD))
    assert row.due_on is not None
    Report.objects.filter(pk=row.pk).update(due_on=TODAY - timedelta(days=3))
    page = tree_of(signed_in("staf.bawaslu").get(reverse("workspace")))
    (line,) = page.xpath("//tr[th//a[@href=$url]]", url=reverse("received_report", args=[row.pk]))
    assert "lewat 3" in line.text_content()
    Report.objects.filter(pk=row.pk).update(due_on=TODAY + timedelta(days=8))
    page = tree_of(signed_in("staf.bawaslu").get(reverse("unopened_list")))
    assert not page.xpath("//tr[th//a[@href=$url]]", url=reverse("received_report", args=[row.pk]))


def captions(answer: Any) -> list[str]:
    return [title.text_content() for title in tree_of(answer).xpath("//section[@class='named']/h2")]


def test_in_an_election_what_is_overdue_and_due_leads_and_outside_the_stages_what_ages_with_age_and_owner(
    signed_in: SignIn, reports: None, settings: LazySettings
):
    leading = captions(signed_in("staf.bawaslu").get(reverse("workspace")))[:2]
    assert leading == ["Serah terima yang lewat waktu", "Jatuh tempo dalam tujuh hari"]
    oldest = Matter.objects.filter(organisation__kind="bawaslu").exclude(state=State.CLOSED).order_by("opened_at")[0]
    settings.SINETRA_AS_OF = date(2026, 3, 2)
    answer = signed_in("staf.bawaslu").get(reverse("workspace"))
    assert captions(answer)[0] == "Perkara berjalan, yang terlama di atas"
    cells = [cell.text_content().strip() for cell in tree_of(answer).xpath("(//tbody)[1]/tr[1]/*")]
    assert oldest.handler is not None
    assert cells[:2] == [oldest.number, str((date(2026, 3, 2) - oldest.opened_on).days)]
    assert cells[3] == oldest.handler.name


def test_an_office_without_work_is_told_so(signed_in: SignIn):
    client = signed_in("staf.bawaslu")
    for name in LISTS:
        assert tree_of(client.get(reverse(name))).xpath("//div[@class='empty']"), name
    assert set(counts(client.get(reverse("workspace"))).values()) == {"0"}


def test_the_matters_of_the_office_can_stand_oldest_first(signed_in: SignIn, reports: None):
    page = tree_of(signed_in("staf.bawaslu").get(reverse("matters"), {"order": "oldest"}))
    numbers = [link.text_content() for link in page.xpath("//main//tbody/tr/th//a")]
    here = Matter.objects.filter(organisation__kind="bawaslu").exclude(state=State.CLOSED).order_by("opened_at", "id")
    assert numbers == [matter.number for matter in here]
    assert len(numbers) > 2


@pytest.mark.parametrize("username", ["kustodian", "admin", "ppk", "humas", "pemeriksa.jejak", "orang.luar"])
def test_who_handles_no_matters_has_no_lists_of_them(signed_in: SignIn, reports: None, username: str):
    client = signed_in(username)
    for name in LISTS:
        assert client.get(reverse(name)).status_code == 403, name
    assert not set(counts(client.get(reverse("workspace")))) & {reverse(name) for name in LISTS}


def test_the_receiver_has_lists_but_none_of_reports(signed_in: SignIn, reports: None):
    client = signed_in("auditor.bkn")
    assert client.get(reverse("unopened_list")).status_code == 403
    assert client.get(reverse("ageing_list")).status_code == 200
    assert reverse("unopened_list") not in client.get(reverse("workspace")).content.decode()


@pytest.fixture
def dead(city: None) -> OutboxTask:
    return OutboxTask.objects.create(
        name="packages.deliver",
        payload={"hand_over": "x", "part": "package"},
        key="uji",
        state=OutboxTask.State.DEAD,
        attempts=8,
        run_after=timezone.now(),
        finished_at=timezone.now(),
        last_error="Traceback (most recent call last):\n  File …\nConnectionRefusedError: tidak tersambung",
    )


def test_a_stopped_task_shows_to_the_administrator_and_runs_again(signed_in: SignIn, dead: OutboxTask):
    client = signed_in("admin")
    assert counts(client.get(reverse("workspace")))[reverse("queue")] == "1"
    page = tree_of(client.get(reverse("queue")))
    assert "ConnectionRefusedError: tidak tersambung" in page.text_content()
    assert "Traceback" not in page.text_content()
    again = reverse("retry_task", args=[dead.pk])
    assert page.xpath("//form/@action") and again in page.xpath("//form/@action")
    assert client.post(again).status_code == 302
    dead.refresh_from_db()
    assert (dead.state, dead.attempts) == (OutboxTask.State.WAITING, 0)
    entry = AuditEntry.objects.get(action="outbox.retry")
    assert entry.data == {"task": str(dead.pk), "name": "packages.deliver"}
    assert verify().ok
    late = client.post(again)
    assert late.status_code == 409
    assert "tidak lagi berhenti" in tree_of(late).text_content()
    assert "Tidak ada tugas yang berhenti" in tree_of(late).text_content()
    assert AuditEntry.objects.filter(action="outbox.retry").count() == 1


def test_a_task_that_is_not_there_or_is_asked_for_by_get_is_not_run(signed_in: SignIn, dead: OutboxTask):
    client = signed_in("admin")
    assert client.post(reverse("retry_task", args=[Organisation.objects.all()[0].pk])).status_code == 404
    assert client.get(reverse("retry_task", args=[dead.pk])).status_code == 405


@pytest.mark.parametrize("username", ["staf.bawaslu", "pleno", "kustodian", "auditor.bkn", "pemeriksa.jejak", "ppk"])
def test_nobody_else_sees_or_retries_stopped_tasks(signed_in: SignIn, dead: OutboxTask, username: str):
    client = signed_in(username)
    assert client.get(reverse("queue")).status_code == 403
    assert client.post(reverse("retry_task", args=[dead.pk])).status_code == 403
    assert reverse("queue") not in client.get(reverse("workspace")).content.decode()
    dead.refresh_from_db()
    assert dead.state == OutboxTask.State.DEAD


@pytest.mark.parametrize(("username", "name"), [*(("staf.bawaslu", name) for name in LISTS), ("admin", "queue")])
def test_the_lists_are_there_in_english_too(signed_in: SignIn, city: None, username: str, name: str):
    answer = signed_in(username).get(re.sub("/id/", "/en/", reverse(name), count=1))
    assert (answer.status_code, answer.headers["Content-Language"]) == (200, "en")


def test_outside_the_stages_prevention_comes_to_the_workspace(
    signed_in: SignIn, articles: None, settings: LazySettings
):
    during = signed_in("humas").get(reverse("workspace"))
    assert not any("ditinjau ulang" in title for title in captions(during))
    settings.SINETRA_AS_OF = date(2026, 3, 2)
    outside = signed_in("humas").get(reverse("workspace"))
    shown = " | ".join(captions(outside))
    assert "Surat edaran untuk ditinjau ulang" in shown
    assert "Pembinaan sejauh ini" in shown
    assert "05/12/EDR/IX/HKU/2024" in outside.content.decode()
    nobody = signed_in("orang.luar").get(reverse("workspace"))
    assert not any("ditinjau ulang" in title for title in captions(nobody))
