"""The queue as people use it: filters, many rows at once, paper and workbook, search, from one matter to the next."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import record_information
from sinetra.apps.cases.models import HandOver, Matter, QueueEntry
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.intake import read_report
from sinetra.web.staff.work_queue import sheets

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of, tree
from staff_pages import REPORTERS, STORIES

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
NAME, SEEN = "Teratai Contohsari", "Terlihat mengangkat tangan di lapangan saat kampanye."


@pytest.fixture
def named(reports: None) -> Matter:
    """A matter of the office in which supervisors wrote who was seen doing what."""
    seen = {
        "channel": "initial_information",
        "what": SEEN,
        "happened_on": "2024-11-20",
        "known_on": "2024-11-21",
        "region": "99.71.01",
        "where": "",
        "reported": [{"role": "lurah", "name": NAME, "unit": None}],
        "acts": ["hand_sign"],
        "reporter": None,
        "idempotency_key": secrets.token_urlsafe(16),
    }
    office = Organisation.objects.get(short_name="Bawaslu Cendana")
    return record_information(organisation=office, seen=read_report(seen), actor=SYSTEM)


def numbers(answer: Any) -> list[str]:
    return [str(link.text_content()) for link in tree(answer).xpath("//main//tbody/tr/th//a")]


def here() -> list[Matter]:
    """Open matters of Bawaslu Cendana as its queue has them."""
    rows = QueueEntry.objects.filter(organisation__short_name="Bawaslu Cendana").order_by("next_due", "pk")
    return [row.matter for row in rows.select_related("matter")]


def ticked(client: Client) -> list[str]:
    return [str(value) for value in tree(client.get(reverse("matters"))).xpath("//input[@name='pick']/@value")]


def test_the_queue_shows_what_is_due_first_and_what_that_is(signed_in: SignIn, reports: None) -> None:
    answer = signed_in("staf.bawaslu").get(reverse("matters"))
    assert numbers(answer) == [matter.number for matter in here()]
    assert len(here()) > 2
    first = tree(answer).xpath("(//main//tbody/tr)[1]/td[1]//a")
    assert first[0].get("href").endswith("#tenggat"), "the way to how it was counted"
    assert "hari" in first[0].text_content() or "besok" in first[0].text_content()


def test_filters_stay_in_the_address_and_a_strange_one_is_named_and_filters_nothing(
    signed_in: SignIn, reports: None
) -> None:
    client = signed_in("staf.bawaslu")
    overdue = client.get(reverse("matters"), {"overdue": "on", "kind": "report"})
    assert set(numbers(overdue)) < {matter.number for matter in here()}
    assert tree(overdue).xpath("//select[@name='kind']/option[@selected]/@value") == ["report"]
    strange = client.get(reverse("matters"), {"kind": "rumour", "whose": "mine"})
    assert "Pilih salah satu dari daftar" in text_of(strange)
    assert tree(strange).xpath("//div[@class='errors']//a[@href='#id_kind']")
    assert numbers(strange) == numbers(client.get(reverse("matters"), {"whose": "mine"}))
    nothing = client.get(reverse("matters"), {"state": "repair"})
    assert "Tidak ada perkara yang cocok" in text_of(nothing)
    assert tree(nothing).xpath(f"//div[@class='empty']//a[@href='{reverse('matters')}']")
    closed = client.get(reverse("matters"), {"state": "closed"})
    wanted = Matter.objects.filter(organisation__short_name="Bawaslu Cendana", state="closed")
    assert sorted(numbers(closed)) == sorted(wanted.values_list("number", flat=True))
    assert not tree(closed).xpath("//input[@name='pick']"), "nothing is done to many closed matters"


def test_an_office_without_matters_is_told_the_next_step(signed_in: SignIn) -> None:
    page = tree(signed_in("staf.bawaslu").get(reverse("matters")))
    assert page.xpath(f"//div[@class='empty']//a[@href='{reverse('inbox')}']")
    assert not page.xpath("//input[@name='pick']")


def test_many_matters_go_to_one_person_and_each_row_tells_its_end(signed_in: SignIn, reports: None) -> None:
    client = signed_in("pleno")
    picks = ticked(client)
    assert len(picks) == len(here())
    address = reverse("assign_chosen")
    confirm = client.get(address, {"pick": picks})
    assert all(matter.number in text_of(confirm) for matter in here())
    heir = User.objects.get(username="ketua.bawaslu")
    unsaid = client.post(address, {"pick": picks, "handler": heir.pk, "reason": ""})
    assert "Tuliskan alasannya" in text_of(unsaid)
    assert tree(unsaid).xpath("//input[@name='pick']/@value") == picks, "what was ticked is still ticked"
    # Meanwhile somebody changes one of them.
    raced = here()[0]
    with unit_of_work(SYSTEM) as work:
        work.change(raced, handler_id=None)
        work.record("matter.assign", raced)
    done = client.post(address, {"pick": picks, "handler": heir.pk, "reason": "Cuti"})
    rows = [[cell.text_content().strip() for cell in row] for row in tree(done).xpath("//main//tbody/tr")]
    assert len(rows) == len(picks)
    said = {row[0]: row[1] for row in rows}
    assert "berubah sejak daftar Anda dibuka" in said.pop(raced.number)
    assert set(said.values()) == {"selesai"}
    moved = Matter.objects.filter(number__in=said, organisation=raced.organisation)
    assert set(moved.values_list("handler", flat=True)) == {heir.pk}
    again = client.post(address, {"pick": picks, "handler": heir.pk, "reason": "Cuti"})
    assert "0 selesai" in text_of(again), "a page that is sent twice changes nothing twice"


def test_nothing_or_nonsense_ticked_is_told(signed_in: SignIn, reports: None) -> None:
    client = signed_in("pleno")
    nothing = client.get(reverse("assign_chosen"))
    assert nothing.status_code == 422
    assert "Belum ada yang dipilih" in text_of(nothing)
    for value in ("x", "1.2", f"{here()[0].pk}.x", "\x00"):
        assert client.get(reverse("assign_chosen"), {"pick": value}).status_code == 422, value


def test_who_may_not_assign_has_no_button_and_no_page(signed_in: SignIn, reports: None) -> None:
    staff = signed_in("staf.bawaslu")
    page = tree(staff.get(reverse("matters")))
    assert not page.xpath(f"//button[@formaction='{reverse('assign_chosen')}']")
    assert tree(signed_in("pleno").get(reverse("matters"))).xpath(f"//button[@formaction='{reverse('assign_chosen')}']")
    picks = ticked(staff)
    for username in ("staf.bawaslu", "kustodian", "admin", "humas", "ppk", "orang.luar"):
        answer = signed_in(username).post(
            reverse("assign_chosen"), {"pick": picks, "handler": User.objects.get(username="pleno").pk, "reason": "x"}
        )
        assert answer.status_code == 403, username
    for name in ("find_matters", "queue_sheet", "queue_workbook", "matters"):
        for username in ("kustodian", "admin", "humas", "ppk", "orang.luar"):
            assert signed_in(username).get(reverse(name)).status_code == 403, (name, username)


def test_the_receiver_acknowledges_many_at_once(signed_in: SignIn, reports: None) -> None:
    client = signed_in("auditor.bkn")
    arrived = list(HandOver.objects.filter(direction="incoming", state="received", organisation__kind="bkn"))
    assert arrived, "the demo has none that waits"
    page = tree(client.get(reverse("matters")))
    assert page.xpath(f"//button[@formaction='{reverse('acknowledge_chosen')}']")
    picks = ticked(client)
    done = client.post(reverse("acknowledge_chosen"), {"pick": picks})
    cells = [[cell.text_content().strip() for cell in row] for row in tree(done).xpath("//main//tbody/tr")]
    rows = {row[0]: row[1] for row in cells}
    waited = {row.matter.number for row in arrived}
    assert {number for number, said in rows.items() if said == "selesai"} == waited
    assert not HandOver.objects.filter(direction="incoming", state="received", organisation__kind="bkn").exists()
    after = tree(client.get(reverse("matters")))
    assert not after.xpath(f"//button[@formaction='{reverse('acknowledge_chosen')}']"), "nothing waits any more"


def test_all_of_a_page_are_ticked_without_a_script(signed_in: SignIn, reports: None) -> None:
    client = signed_in("staf.bawaslu")
    plain = tree(client.get(reverse("matters"), {"whose": "mine"}))
    assert not plain.xpath("//input[@name='pick' and @checked]")
    (link,) = plain.xpath("//a[contains(@href, 'all=1')]/@href")
    full = tree(client.get(link))
    assert full.xpath("//input[@name='pick']")
    assert len(full.xpath("//input[@name='pick' and @checked]")) == len(full.xpath("//input[@name='pick']"))
    assert full.xpath("//select[@name='whose']/option[@selected]/@value") == ["mine"]
    assert all(box.get("aria-label") for box in full.xpath("//input[@name='pick']"))


def test_the_sheet_and_the_workbook_hold_the_list_and_say_their_limit(
    signed_in: SignIn, reports: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = signed_in("staf.bawaslu")
    wanted = [matter.number for matter in here()]
    assert numbers(client.get(reverse("queue_sheet"))) == wanted
    chosen = ticked(client)[:2]
    assert numbers(client.get(reverse("queue_sheet"), {"pick": chosen})) == wanted[:2]
    book = load_workbook(BytesIO(client.get(reverse("queue_workbook"), {"whose": "mine"}).content))
    rows = list(book.worksheets[0].values)
    mine = [matter.number for matter in here() if matter.handler and matter.handler.username == "staf.bawaslu"]
    assert [row[0] for row in rows[1:]] == mine
    monkeypatch.setattr(sheets, "ON_PAPER", 2)
    monkeypatch.setattr(sheets, "IN_WORKBOOK", 2)
    short = client.get(reverse("queue_sheet"))
    assert numbers(short) == wanted[:2]
    assert "Hanya 2 perkara pertama" in text_of(short)
    book = load_workbook(BytesIO(client.get(reverse("queue_workbook")).content))
    assert len(list(book.worksheets[0].values)) == 3
    assert any("Hanya 2 perkara pertama" in str(row[0]) for row in book.worksheets[1].values)


SAID = [NAME, SEEN, *STORIES, *(reporter["name"] for reporter in REPORTERS)]


def test_neither_queue_nor_sheet_nor_workbook_tells_who_is_reported_or_what_was_told(
    signed_in: SignIn, named: Matter
) -> None:
    client = signed_in("staf.bawaslu")
    pages = [client.get(reverse(name)).content.decode() for name in ("matters", "queue_sheet")]
    book = load_workbook(BytesIO(client.get(reverse("queue_workbook")).content))
    pages.append(" ".join(str(cell) for sheet in book.worksheets for row in sheet.values for cell in row))
    assert all(named.number in page for page in pages)
    assert not [text for text in SAID for page in pages if text in page]
    opened = text_of(client.get(reverse("matter", args=[named.pk])))
    assert NAME in opened and SEEN in opened, "the twin: its own page says it to who may open it"


def test_the_search_finds_numbers_and_places_and_never_words_or_names(signed_in: SignIn, named: Matter) -> None:
    client = signed_in("staf.bawaslu")
    matter = named
    address = reverse("find_matters")
    assert numbers(client.get(address, {"q": matter.number})) == [matter.number]
    assert matter.number in numbers(client.get(address, {"q": matter.region.name}))
    for text in SAID:
        answer = client.get(address, {"q": text})
        assert "Tidak ada perkara yang cocok" in text_of(answer), text
    empty = client.get(address, {"q": " "})
    assert "Tulis nomor atau tempat" in text_of(empty)
    signs = client.get(address, {"q": "?!"})
    assert "Tulis huruf atau angka" in text_of(signs)
    assert tree(signs).xpath("//input[@name='q']/@value") == ["?!"]
    for strange in ("\x00", "é", "A" * 3000, "' OR 1=1", "%", "_"):
        assert client.get(address, {"q": strange}).status_code == 200, strange
    assert client.get(address, {"q": "2024", "after": "x"}).status_code == 422


def test_one_walks_from_matter_to_matter_by_links_and_keys(signed_in: SignIn, reports: None) -> None:
    client = signed_in("staf.bawaslu")
    listed = tree(client.get(reverse("matters"), {"whose": "mine", "order": "oldest"}))
    ways = listed.xpath("//main//tbody/tr/th//a/@href")
    assert len(ways) > 1
    walked = [str(ways[0])]
    while len(walked) < 20:
        page = tree(client.get(walked[-1]))
        following = page.xpath("//nav[contains(@class, 'walk')]//a[@rel='next' and @accesskey='b']/@href")
        if not following:
            break
        walked.append(str(following[0]))
    assert walked == ways
    last = tree(client.get(walked[-1]))
    assert last.xpath("//a[@rel='prev' and @accesskey='s']/@href") == [walked[-2]]
    (back,) = last.xpath("//nav[contains(@class, 'walk')]//a[@accesskey='u']/@href")
    assert back == f"{reverse('matters')}?whose=mine&order=oldest"
    assert not tree(client.get(reverse("matter", args=[here()[0].pk]))).xpath("//nav[contains(@class, 'walk')]")


def test_no_two_things_on_a_page_have_the_same_key(signed_in: SignIn, reports: None) -> None:
    client = signed_in("pleno")
    way = tree(client.get(reverse("matters"))).xpath("(//main//tbody/tr/th//a)[2]/@href")[0]
    for address in (reverse("matters"), reverse("find_matters"), way):
        keys = tree(client.get(address)).xpath("//@accesskey")
        assert keys
        assert len(keys) == len(set(keys)), address
