"""How an office counts, set by its administrator; nobody else reaches it, and what is refused says why."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from django.urls import reverse

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.registry.counting import counting_of
from sinetra.apps.registry.models import Organisation

sys.path.insert(0, str(Path(__file__).resolve().parent))

from account_pages import NOT_ADMINISTRATORS, SignIn, page, who
from reading import faults, main_text, tree

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]

WHY = "Keputusan ketua, contoh."
PAGES = (("office", ()), ("office_week", ()), ("office_length", ("ppk.follow_up",)))


def office() -> Organisation:
    return who("admin").organisation


@pytest.mark.parametrize("username", [*NOT_ADMINISTRATORS, "orang.luar", "ppk"])
def test_nobody_but_an_administrator_reaches_the_settings(signed_in: SignIn, username: str) -> None:
    client = signed_in(username)
    for name, args in PAGES:
        address = reverse(name, args=args)
        assert client.get(address).status_code == 403
        sent = {"zone": "WIT", "work_week": "6", "length": "3", "reason": WHY}
        assert client.post(address, sent).status_code == 403
    assert counting_of(office().pk).work_week == 5


def test_the_page_says_what_holds_and_that_no_law_fixes_the_length(signed_in: SignIn) -> None:
    shown = main_text(signed_in("admin").get(page("office")))
    assert "menurut wilayah" in shown
    assert "lima hari" in shown
    assert "14 hari kerja" in shown
    assert "3, 10, dan 14 hari pernah disebut pejabat" in shown


def test_a_week_and_a_zone_are_set_with_a_reason_that_the_chain_keeps(signed_in: SignIn) -> None:
    client = signed_in("admin")
    answer = client.post(page("office_week"), {"zone": "WIT", "work_week": "6", "reason": WHY}, follow=True)
    assert "Tenggat yang berjalan sedang dihitung ulang" in main_text(answer)
    assert "enam hari" in main_text(answer)
    assert "WIT" in main_text(answer)
    found = counting_of(office().pk)
    assert (found.zone, found.work_week) == ("WIT", 6)
    assert AuditEntry.objects.filter(action="registry.set_counting").count() == 1


def test_an_own_length_is_shown_with_its_reason_and_goes_back_when_emptied(signed_in: SignIn) -> None:
    client = signed_in("admin")
    address = page("office_length", "ppk.follow_up")
    shown = main_text(client.post(address, {"length": "10", "reason": WHY}, follow=True))
    assert "10 hari kerja" in shown
    assert WHY in shown
    assert "diatur kantor ini" in shown
    shown = main_text(client.post(address, {"length": "", "reason": WHY}, follow=True))
    assert "14 hari kerja" in shown
    assert WHY not in shown


@pytest.mark.parametrize(
    ("name", "sent", "field"),
    [
        ("office_week", {"zone": "", "work_week": "6", "reason": ""}, "Alasan"),
        ("office_week", {"zone": "GMT", "work_week": "6", "reason": WHY}, "Zona"),
        ("office_week", {"zone": "", "work_week": "7", "reason": WHY}, "Hari kerja"),
        ("office_length", {"length": "0", "reason": WHY}, "Lama"),
        ("office_length", {"length": "10", "reason": ""}, "Alasan"),
    ],
)
def test_what_is_refused_stands_beside_its_field_and_what_was_typed_stays(
    signed_in: SignIn, name: str, sent: dict[str, str], field: str
) -> None:
    address = page(name, *(("ppk.follow_up",) if name == "office_length" else ()))
    answer = signed_in("admin").post(address, sent)
    assert any(line.startswith(field) for line in faults(answer))
    assert sent["reason"] in tree(answer).xpath("string(//textarea[@name='reason'])")
    assert not AuditEntry.objects.filter(action__startswith="registry.set_").exists()


def test_a_rule_that_the_law_fixes_has_no_page(signed_in: SignIn) -> None:
    assert signed_in("admin").get(page("office_length", "pilkada.filing")).status_code == 404


def test_the_accounts_lead_there(signed_in: SignIn) -> None:
    assert tree(signed_in("admin").get(page("accounts"))).xpath(f"//main//a[@href='{page('office')}']")


def test_a_length_of_the_catalogue_says_how_far_it_was_checked(signed_in: SignIn) -> None:
    assert "perlu dicek" in main_text(signed_in("admin").get(page("office"))).lower()
