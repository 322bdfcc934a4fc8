"""Mediation on the pages: asking without a name, two codes, what is no friction, the team's pages, and who may not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import field, main_words, tree_of

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.advice.demo import load_advice
from sinetra.apps.advice.models import Mediation
from sinetra.catalogue import ROOT

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]
TEXT = "Kami saling menyindir di grup kantor, lalu tidak bertegur sapa."
OTHERS = ("petugas.bkpsdm", "ppk", "inspektorat", "admin", "pemeriksa.jejak", "humas", "staf.bawaslu", "orang.luar")
STEPS = ("offer_mediation", "hold_mediation", "close_mediation", "turn_away_mediation")
OFFER = {
    "mediator": "Rotan Contohwan",
    "unit": "KESBANGPOL",
    "day": "2099-01-05",
    "time": "15.30",
    "place": "Perpustakaan kota",
    "is_free": "on",
}


def asked(client: Client, **changes: str) -> html.HtmlElement:
    page = tree_of(client.get(reverse("request_mediation")))
    given = {"sealed": field(page, "sealed"), "danger": "no", "text": TEXT}
    return tree_of(client.post(reverse("request_mediation"), given | changes))


def codes(page: html.HtmlElement) -> tuple[str, str]:
    found = [" ".join(page.xpath(f"//p[@id='{name}']/span/text()")) for name in ("mediation-code", "invited-code")]
    return found[0], found[1]


def follow(code: str) -> html.HtmlElement:
    return tree_of(Client().post(reverse("follow_mediation"), {"code": code}))


def act(page: html.HtmlElement, do: str, **more: str) -> html.HtmlElement:
    given = {"view": field(page, "view"), "do": do, **more}
    if page.xpath("//input[@name='version']"):
        given["version"] = field(page, "version")
    return tree_of(Client().post(reverse("follow_mediation"), given))


def test_from_the_request_to_the_outcome_with_two_codes(client: Client, signed_in: SignIn):
    own, invited = codes(asked(client, units="Dinas Sosial"))
    assert len(own.split()) == len(invited.split()) == 9
    assert own != invited
    assert not client.cookies
    assert "Belum ada tawaran" in main_words(follow(own))
    row = Mediation.objects.get()
    team = signed_in("tim.netralitas")
    assert TEXT in main_words(tree_of(team.get(reverse("mediation_item", args=[row.pk]))))
    assert team.post(reverse("offer_mediation", args=[row.pk]), OFFER).status_code == 302
    shown = follow(invited)
    assert "Seorang rekan mengajak Anda" in main_words(shown) and "5 Januari 2099" in main_words(shown)
    assert TEXT not in main_words(shown)
    assert "Menunggu rekan" in main_words(act(shown, "agree"))
    assert "sudah setuju" in main_words(follow(own))
    assert "Keduanya setuju" in main_words(act(follow(own), "agree"))
    assert team.post(reverse("hold_mediation", args=[row.pk])).status_code == 302
    assert team.post(reverse("close_mediation", args=[row.pk]), {"outcome": "agreement"}).status_code == 302
    ended = follow(own)
    assert "Isi kesepakatan hanya ada pada Anda berdua" in main_words(ended) and "dihapus pada" in main_words(ended)
    assert "Sepakat" in main_words(tree_of(team.get(reverse("mediation_item", args=[row.pk]))))


def test_messages_go_both_ways_and_to_one_side_only(client: Client, signed_in: SignIn):
    own, invited = codes(asked(client))
    written = act(follow(own), "write", text="Selasa sore saya bisa.")
    assert "Pesan terkirim" in main_words(written) and "Selasa sore" in main_words(written)
    row = Mediation.objects.get()
    team, address = signed_in("tim.netralitas"), reverse("mediation_item", args=[row.pk])
    assert "Selasa sore" in main_words(tree_of(team.get(address)))
    assert team.post(address, {"side": "asker", "text": "Baik, Selasa."}).status_code == 302
    assert "Baik, Selasa." in main_words(follow(own))
    assert "Selasa" not in main_words(follow(invited))
    assert tree_of(team.post(address, {"side": "asker", "text": ""})).xpath("//div[@class='errors']")


def test_a_message_that_is_refused_stays_in_the_field(client: Client, city: None):
    own, _invited = codes(asked(client))
    page = act(follow(own), "write", text="x" * 1001)
    assert page.xpath("//div[@class='errors']//a[@href='#id_text']")
    assert "xxx" in page.xpath("string(//textarea[@name='text'])")


def test_stopping_is_asked_once_and_tells_nobody_who_it_was(client: Client, city: None):
    own, invited = codes(asked(client))
    sure = act(follow(invited), "leave")
    assert "bukan siapa yang berhenti" in main_words(sure)
    assert Mediation.objects.get().ended_at is None
    assert main_words(act(sure, "stop")).count("Mediasi ini berakhir") == 1
    first, second = main_words(follow(own)), main_words(follow(invited))
    assert first == second
    assert "Saya setuju" not in first


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_threat_violence_or_an_order_leads_to_the_report_and_stores_nothing(
    client: Client, city: None, language: str
):
    address = reverse("request_mediation").replace("/id/", f"/{language}/", 1)
    page = tree_of(client.get(address))
    given = {"sealed": field(page, "sealed"), "danger": "yes", "text": TEXT}
    answer = client.post(address, given)
    links = tree_of(answer).xpath("//main//section//a/@href")
    assert f"/{language}/lapor/?perihal=tekanan" in links
    assert f"/{language}/lapor/?perihal=perintah" in links
    assert f"/{language}/layanan-adil/#balasan" in links
    # What was typed can be taken along.
    assert TEXT in tree_of(answer).xpath("string(//textarea[@readonly])")
    assert not answer.cookies and not Mediation.objects.exists()


@pytest.mark.parametrize("name", ["mediation", "request_mediation", "follow_mediation"])
def test_the_way_out_stands_on_the_page_that_explains_and_on_that_of_the_code(client: Client, city: None, name: str):
    page = tree_of(client.get(reverse(name)))
    if name == "mediation":
        assert page.xpath("//section[@aria-labelledby='bukan-gesekan']//a[contains(@href, 'perihal=tekanan')]")
    if name == "request_mediation":
        own, _invited = codes(asked(client))
        assert follow(own).xpath("//section[@aria-labelledby='bukan-gesekan']//a[contains(@href, 'perihal=tekanan')]")


@pytest.mark.parametrize("changes", [{"text": ""}, {"text": "pendek"}, {"danger": ""}, {"units": "x" * 301}])
def test_what_is_missing_is_said_with_what_was_typed_and_nothing_is_stored(
    client: Client, city: None, changes: dict[str, str]
):
    page = asked(client, **({"contact": "lewat pesan"} | changes))
    assert page.xpath("//div[@class='errors']//a/@href")
    assert page.xpath("//input[@name='contact']/@value") == ["lewat pesan"]
    assert not Mediation.objects.exists()


def test_opening_the_form_stores_nothing_and_sending_twice_is_one(client: Client, city: None):
    page = tree_of(client.get(reverse("request_mediation")))
    assert not Mediation.objects.exists()
    given = {"sealed": field(page, "sealed"), "danger": "no", "text": TEXT}
    first, again = (codes(tree_of(client.post(reverse("request_mediation"), given))) for _ in range(2))
    assert first == again and Mediation.objects.count() == 1
    other = tree_of(client.post(reverse("request_mediation"), given | {"text": f"{TEXT} Dan lagi."}))
    assert "sudah terkirim" in other.xpath("string(//div[@class='errors'])")
    given = {"sealed": field(other, "sealed"), "danger": "no", "text": f"{TEXT} Dan lagi."}
    tree_of(client.post(reverse("request_mediation"), given))
    assert Mediation.objects.count() == 2


@pytest.mark.parametrize("box", ["", "x", "AAAA"])
def test_a_sealed_field_that_was_changed_keeps_the_words(client: Client, city: None, box: str):
    page = asked(client, sealed=box)
    assert page.xpath("//div[@class='errors']") and TEXT in page.xpath("string(//textarea)")
    assert not Mediation.objects.exists()


@pytest.mark.parametrize("name", ["request_mediation", "follow_mediation"])
def test_a_form_of_another_site_is_refused(client: Client, city: None, name: str):
    answer = client.post(reverse(name), {"text": TEXT}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert not Mediation.objects.exists()


@pytest.mark.parametrize(
    "given", [{"code": ""}, {"code": "bukan kode"}, {"code": "\x00"}, {"view": "AAAA", "do": "stop"}]
)
def test_a_wrong_code_or_token_opens_nothing(client: Client, city: None, given: dict[str, str]):
    page = tree_of(client.post(reverse("follow_mediation"), given))
    assert page.xpath("//div[@class='errors']") and page.xpath("//textarea[@name='code']")


def test_the_code_stands_in_no_address(client: Client, city: None):
    own, _invited = codes(asked(client))
    page = follow(own)
    assert not [link for link in page.xpath("//@href | //@action") if own.split()[0] in link]


def test_in_bawaslus_installation_nothing_is_asked_for(client: Client, city: None, settings):
    settings.SINETRA_PROFILE = "bawaslu"
    assert "pemerintah daerah" in main_words(tree_of(client.get(reverse("mediation"))))
    page = tree_of(client.get(reverse("request_mediation")))
    assert not page.xpath("//textarea") and "pemerintah daerah" in main_words(page)
    assert reverse("mediation") not in client.get(reverse("home")).content.decode()
    assert reverse("mediation") not in client.get(reverse("report")).content.decode()


def test_in_a_citys_installation_threats_lead_to_bawaslu(client: Client, city: None, settings):
    settings.SINETRA_PROFILE = "pemda"
    settings.SINETRA_BAWASLU_URL = "https://bawaslu.example/id/lapor/"
    page = tree_of(client.get(reverse("mediation")))
    assert page.xpath("//a[@href='https://bawaslu.example/id/lapor/?perihal=tekanan'][@rel='external']")
    settings.SINETRA_BAWASLU_URL = ""
    assert "Datanglah ke kantor Bawaslu" in main_words(tree_of(client.get(reverse("mediation"))))


def test_without_a_team_today_the_pages_say_so(client: Client, city: None):
    RoleGrant.objects.filter(role="neutrality_team").update(ends_on=date(2024, 2, 1))
    assert "belum ada mediator" in main_words(tree_of(client.get(reverse("mediation"))))
    assert not tree_of(client.get(reverse("request_mediation"))).xpath("//textarea")


@pytest.mark.parametrize("username", OTHERS)
def test_nobody_but_the_team_reaches_a_page_or_learns_that_there_is_one(city: None, signed_in: SignIn, username: str):
    load_advice(ROOT / "samples" / "cendana.yaml")
    row, person = Mediation.objects.get(), signed_in(username)
    for address in (
        reverse("mediations"),
        *(reverse(name, args=[row.pk]) for name in ("mediation_item", *STEPS)),
    ):
        assert person.get(address).status_code == 403, address
        assert person.post(address).status_code == 403, address
    for name in ("workspace", "audit", "registry", "activities"):
        page = person.get(reverse(name))
        assert "mediasi" not in page.content.decode().lower()
        assert "mediation" not in page.content.decode().lower()
        assert str(row.pk) not in page.content.decode()


def test_a_member_whose_unit_is_named_finds_neither_row_nor_number(client: Client, signed_in: SignIn):
    asked(client, units="Badan Kesatuan Bangsa dan Politik, Kesbangpol")
    row, tied, free = Mediation.objects.get(), signed_in("tim.netralitas"), signed_in("tim.netralitas.kedua")
    assert str(row.pk) not in tied.get(reverse("mediations")).content.decode()
    assert tied.get(reverse("mediation_item", args=[row.pk])).status_code == 404
    assert tied.get(reverse("offer_mediation", args=[row.pk])).status_code == 404
    assert str(row.pk) in free.get(reverse("mediations")).content.decode()
    numbers = [tree_of(one.get(reverse("workspace"))).xpath("string(//dl[@class='numbers'])") for one in (tied, free)]
    assert numbers[0] != numbers[1]


def test_a_mediator_who_is_named_is_refused_beside_the_field(client: Client, signed_in: SignIn):
    asked(client, names="Halia Contohwati", units="Dinas Sosial")
    address = reverse("offer_mediation", args=[Mediation.objects.get().pk])
    team = signed_in("tim.netralitas")
    own = tree_of(team.get(address))
    assert field(own, "mediator") == "Rotan Contohwan" and field(own, "unit")
    for changes, name in (
        ({"mediator": "Halia Contohwati"}, "mediator"),
        ({"mediator": "Lain", "unit": "DINSOS"}, "mediator"),
        ({"is_free": ""}, "is_free"),
        ({"day": "besok"}, "day"),
        ({"day": "2001-01-01"}, "day"),
    ):
        page = tree_of(team.post(address, {key: value for key, value in (OFFER | changes).items() if value}))
        assert page.xpath(f"//div[@class='errors']//a[@href='#id_{name}']"), name
    assert Mediation.objects.get().state == "new"


def test_turning_away_writes_to_the_asker(client: Client, signed_in: SignIn):
    own, invited = codes(asked(client))
    address = reverse("turn_away_mediation", args=[Mediation.objects.get().pk])
    assert tree_of(signed_in("tim.netralitas").post(address, {"text": ""})).xpath("//div[@class='errors']")
    assert signed_in("tim.netralitas").post(address, {"text": "Ini ancaman. Laporkan."}).status_code == 302
    assert "Ini ancaman" in main_words(follow(own)) and "Ini ancaman" not in main_words(follow(invited))


def test_the_menu_keeps_to_seven_and_says_that_one_is_at_the_advice_desk(city: None, signed_in: SignIn):
    page = tree_of(signed_in("tim.netralitas").get(reverse("mediations")))
    assert page.xpath("//header//a[@aria-current='page']/text()") == ["Nasihat"]
    assert len(page.xpath("//nav[@id='menu']//a")) <= 7
    assert "Tidak ada mediasi" in main_words(page)


@pytest.mark.parametrize("state", ["", "selesai"])
def test_the_list_has_the_open_ones_and_those_that_ended_apart(city: None, signed_in: SignIn, state: str):
    load_advice(ROOT / "samples" / "cendana.yaml")
    page = tree_of(signed_in("tim.netralitas").get(reverse("mediations"), {"keadaan": state}))
    assert len(page.xpath("//tbody/tr")) == (0 if state else 1)


@pytest.mark.parametrize(("language", "words"), [("id", "Langkah berikutnya"), ("en", "Next step")])
def test_pages_of_the_team_speak_both_languages(city: None, signed_in: SignIn, language: str, words: str):
    load_advice(ROOT / "samples" / "cendana.yaml")
    team, row = signed_in("tim.netralitas"), Mediation.objects.get()
    for address in (reverse("mediations"), *(reverse(name, args=[row.pk]) for name in ("mediation_item", *STEPS))):
        page = team.get(address.replace("/kerja/id/", f"/kerja/{language}/", 1))
        assert (page.status_code, tree_of(page).get("lang")) == (200, language)
    item = reverse("mediation_item", args=[row.pk]).replace("/kerja/id/", f"/kerja/{language}/", 1)
    assert words in main_words(tree_of(team.get(item)))
