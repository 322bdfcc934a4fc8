"""Due dates in somebody's calendar: by a secret link, with the rights of its person today, and no name of anybody."""

from __future__ import annotations

import re
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.cases.actions import issue_calendar_link
from sinetra.apps.cases.models import CalendarLink, Clock, Matter
from sinetra.apps.cases.vocabulary import CalendarScope
from sinetra.apps.registry.models import Person
from sinetra.core.errors import Forbidden
from sinetra.ports.clock import today

sys.path.insert(0, str(Path(__file__).resolve().parent))

from account_pages import SignIn, page, who
from reading import main_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reports")]

WORKERS = ["staf.bawaslu", "pleno", "ketua.bawaslu", "auditor.bkn", "petugas.bkpsdm"]
OTHERS = ["kustodian", "tim.netralitas", "pemeriksa.jejak", "admin", "humas", "orang.luar"]


def issued(client: Client, scope: str = "office") -> str:
    """The address that the page shows once."""
    answer = client.post(page("issue_own_calendar", scope))
    assert answer.status_code == 200
    tree = html.document_fromstring(answer.content.decode())
    (address,) = tree.xpath("//section[@class='slip']//code/text()")
    return str(address)


def read(address: str) -> Any:
    return Client().get(address.removeprefix("http://testserver"))


def unfolded(answer: Any) -> str:
    assert answer.status_code == 200
    return answer.content.replace(b"\r\n ", b"").decode()


def uids(answer: Any) -> set[str]:
    return set(re.findall(r"UID:(.*)@sinetra", unfolded(answer)))


def running(username: str) -> set[str]:
    office = who(username).organisation_id
    return {str(key) for key in Clock.objects.filter(organisation_id=office, done_at=None).values_list("pk", flat=True)}


def test_the_office_feed_holds_every_running_clock_of_the_office_and_none_of_another(signed_in: SignIn) -> None:
    for username in ("staf.bawaslu", "auditor.bkn"):
        answer = read(issued(signed_in(username)))
        assert answer["Content-Type"].startswith("text/calendar")
        assert "Set-Cookie" not in answer.headers
        assert "no-store" in answer.headers["Cache-Control"]
        assert uids(answer) == running(username)
    assert running("staf.bawaslu")
    assert running("staf.bawaslu").isdisjoint(running("auditor.bkn"))


def test_an_own_feed_holds_only_the_matters_that_one_handles(signed_in: SignIn) -> None:
    matter = Matter.objects.filter(clocks__done_at=None, organisation=who().organisation).first()
    assert matter is not None
    Matter.objects.filter(pk=matter.pk).update(handler=who("pleno"))
    Matter.objects.exclude(pk=matter.pk).update(handler=who())
    found = uids(read(issued(signed_in("pleno"), "own")))
    assert found == {str(clock.pk) for clock in matter.clocks.filter(done_at=None)}
    assert found


def test_it_tells_number_step_day_and_link_and_no_name(signed_in: SignIn) -> None:
    told = unfolded(read(issued(signed_in("staf.bawaslu"))))
    clock = Clock.objects.filter(organisation=who().organisation, done_at=None).select_related("matter").first()
    assert clock is not None
    assert f"SUMMARY:{clock.matter.number}: {clock.told['name']['id']}" in told
    assert f"DTSTART;VALUE=DATE:{clock.due_on:%Y%m%d}" in told
    assert reverse("matter", args=[clock.matter_id]) in told
    names = {*Person.objects.values_list("name", flat=True), *User.objects.values_list("name", flat=True)}
    assert names
    assert not [name for name in names if name in told]
    allowed = {"BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "UID", "DTSTAMP", "SEQUENCE"}
    allowed |= {"SUMMARY", "DTSTART", "DTEND", "DESCRIPTION", "STATUS"}
    assert {line.split(":")[0].split(";")[0] for line in told.split("\r\n") if line} <= allowed


def test_a_clock_in_hours_is_an_hour_of_the_day(signed_in: SignIn) -> None:
    clock = Clock.objects.filter(organisation=who().organisation, done_at=None).first()
    assert clock is not None
    told = clock.told | {"due_at": "2024-11-23T14:30:00+07:00"}
    Clock.objects.filter(pk=clock.pk).update(told=told)
    assert "DTSTART:20241123T073000Z" in unfolded(read(issued(signed_in("staf.bawaslu"))))


def test_what_is_done_leaves_the_calendar(signed_in: SignIn) -> None:
    address = issued(signed_in("staf.bawaslu"))
    clock = Clock.objects.filter(organisation=who().organisation, done_at=None).first()
    assert clock is not None
    assert str(clock.pk) in uids(read(address))
    Clock.objects.filter(pk=clock.pk).update(done_at=clock.created_at)
    assert str(clock.pk) not in uids(read(address))


def test_the_feed_speaks_the_language_of_its_address(signed_in: SignIn) -> None:
    address = issued(signed_in("staf.bawaslu")).replace("/id/", "/en/")
    assert "At the latest" in unfolded(read(address))


def test_a_renewed_link_ends_the_old_one_and_a_revoked_one_ends_at_once(signed_in: SignIn) -> None:
    client = signed_in("staf.bawaslu")
    first, second = issued(client), issued(client)
    own = issued(client, "own")
    assert read(first).status_code == 404
    assert read(second).status_code == 200
    assert "dicabut" in main_text(client.post(page("revoke_own_calendar", "office"), follow=True))
    assert read(second).status_code == 404
    assert read(own).status_code == 200, "the other one goes on"
    said = AuditEntry.objects.filter(action__startswith="calendar_link.").values_list("action", flat=True)
    assert sorted(said) == ["calendar_link.issue"] * 3 + ["calendar_link.revoke"] * 2


def test_the_link_is_stored_nowhere_and_not_shown_again(signed_in: SignIn) -> None:
    client = signed_in("staf.bawaslu")
    secret = issued(client).rpartition("/")[2].removesuffix(".ics")
    assert secret not in client.get(page("own_calendar")).content.decode()
    row = CalendarLink.objects.get()
    assert secret not in str([getattr(row, field.attname) for field in row._meta.concrete_fields])
    assert not [entry for entry in AuditEntry.objects.all() if secret in str(entry.data)]


def test_it_stops_with_the_role_with_the_account_and_with_its_day(signed_in: SignIn) -> None:
    addresses = {name: issued(signed_in(name)) for name in ("staf.bawaslu", "pleno", "ketua.bawaslu")}
    yesterday = today() - timedelta(days=1)
    RoleGrant.objects.filter(user=who("staf.bawaslu")).update(starts_on=yesterday, ends_on=yesterday)
    User.objects.filter(pk=who("pleno").pk).update(is_active=False)
    CalendarLink.objects.filter(user=who("ketua.bawaslu")).update(valid_until=yesterday)
    for address in addresses.values():
        assert read(address).status_code == 404


@pytest.mark.parametrize("link", ["x", "a" * 22, "..", "%00", "é"])
def test_a_link_that_nobody_has_opens_nothing(link: str) -> None:
    assert Client().get(f"/id/tenggat/kalender/{link}.ics").status_code == 404


@pytest.mark.parametrize("username", WORKERS)
def test_who_works_with_matters_finds_it_at_the_own_account(signed_in: SignIn, username: str) -> None:
    client = signed_in(username)
    assert page("own_calendar") in client.get(page("own_account")).content.decode()
    assert "Belum ada tautan" in main_text(client.get(page("own_calendar")))


@pytest.mark.parametrize("username", OTHERS)
def test_nobody_else_has_one(signed_in: SignIn, username: str) -> None:
    client = signed_in(username)
    assert client.get(page("own_calendar")).status_code == 403
    assert client.post(page("issue_own_calendar", "office")).status_code == 403
    assert client.post(page("revoke_own_calendar", "office")).status_code == 403
    assert page("own_calendar") not in client.get(page("own_account")).content.decode()


def test_nobody_issues_one_for_somebody_else(actor: Any) -> None:
    with pytest.raises(Forbidden):
        issue_calendar_link(user=who("pleno"), scope=CalendarScope.OFFICE, actor=actor("staf.bawaslu"))


def test_a_calendar_that_is_none_is_not_found(signed_in: SignIn) -> None:
    client = signed_in("staf.bawaslu")
    assert client.post(page("issue_own_calendar", "semua")).status_code == 404
    assert client.get(page("issue_own_calendar", "own")).status_code == 405
