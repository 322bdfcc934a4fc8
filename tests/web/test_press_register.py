"""The press register: bringing articles in, facts marked in their text, a person's decision, nobody else's eyes."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of, tree_of

from sinetra.apps.accounts.models import User
from sinetra.apps.agreements.models import Agreement
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.prevention.models import Activity, Circular
from sinetra.catalogue import ROOT
from sinetra.ports.blobs import blob_store
from sinetra.web.staff.article_input import MOST_FILES

pytestmark = pytest.mark.django_db
SAMPLES = sorted((ROOT / "samples" / "articles").glob("*.txt"))
TEXT = (
    "Pemkot Banjarmasin Ingatkan Netralitas Pegawai\n\n"
    "MERANTI POS (contoh), BANJARMASIN – Pemerintah Kota Banjarmasin mengadakan sosialisasi netralitas ASN, "
    "Selasa (19/11/2024). Sekitar 80 orang pegawai hadir.\n\n"
    "Pegawai dilarang menyukai unggahan pasangan calon di media sosial.\n"
)
PAGE = f"<html><head><title>T</title><script>alert('x')</script></head><body><article><h1>{TEXT[:46]}</h1>" + "".join(
    f"<p>{line}</p>" for line in TEXT.split("\n\n")[1:]
)


@pytest.fixture
def press(signed_in, places) -> Client:
    return signed_in("humas")


def upload(client: Client, *files: tuple[str, bytes], text: str = "") -> Any:
    given = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(reverse("add_articles"), {"files": given, "text": text}, follow=True)


@pytest.mark.parametrize(
    ("name", "data"),
    [("berita.txt", TEXT.encode()), ("berita.html", PAGE.encode()), ("berita.txt", TEXT.encode("cp1252", "replace"))],
    ids=["text", "html", "another encoding"],
)
def test_a_file_becomes_an_article_with_its_event(press, name, data):
    answer = upload(press, (name, data))
    assert answer.redirect_chain, text_of(answer)
    assert "1 artikel masuk" in text_of(answer)
    article = Article.objects.get()
    assert article.story.state == Story.State.PROPOSED
    assert article.story.region_id == "63.71"
    assert "alert(" not in article.text
    store = blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL)
    assert store.get(article.sha256) == data


def test_pasted_text_becomes_an_article(press):
    upload(press, text=TEXT)
    assert "dilarang menyukai" in Article.objects.get().text
    assert not Activity.objects.exists(), "nothing enters a register before a person decides"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("kosong.txt", b""),
        ("hampa.txt", b"  \n\n "),
        ("gambar.txt", b"\x89PNG\r\n\x00\x01\x02" * 40),
        ("rusak.warc", b"x" * 90),
    ],
    ids=["empty", "blank", "binary", "broken archive"],
)
def test_what_cannot_be_read_is_told_by_name_and_stores_nothing(press, name, data):
    answer = upload(press, (name, data))
    assert answer.status_code == 200
    assert name in text_of(answer)
    tree = tree_of(answer)
    assert tree.xpath("//div[@class='errors']//a/@href") == ["#id_files"]
    assert not Article.objects.exists()
    assert not Story.objects.exists()


def test_of_two_files_one_broken_none_is_stored_and_the_pasted_text_stays(press):
    answer = upload(press, ("baik.txt", TEXT.encode()), ("rusak.txt", b"\x00" * 50), text="Teks yang ditempel.")
    assert "rusak.txt" in text_of(answer)
    assert "Teks yang ditempel." in answer.content.decode()
    assert not Article.objects.exists()
    assert "1 artikel masuk" in text_of(upload(press, ("baik.txt", TEXT.encode())))


def test_nothing_chosen_is_told(press):
    answer = upload(press)
    assert "Pilih berkas atau tempel teks" in text_of(answer)


def test_too_many_files_are_told(press):
    answer = upload(press, *((f"{n}.txt", TEXT.encode() + bytes([65 + n])) for n in range(MOST_FILES + 1)))
    assert str(MOST_FILES) in text_of(answer)
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("sizes", "told"),
    [((5, 1), "0.txt terlalu besar; satu berkas paling besar 3 MB"), ((2, 2), "bersama paling besar 3 MB")],
)
def test_what_is_too_large_is_told_before_a_byte_is_read(monkeypatch, press, sizes, told):
    def never(**_: Any) -> None:
        raise AssertionError("a file was read before its size was looked at")

    monkeypatch.setattr("sinetra.core.press.MAX_BYTES", 3 * 1024**2)
    files = [(f"{n}.txt", TEXT.encode().ljust(size * 1024**2)) for n, size in enumerate(sizes)]
    with monkeypatch.context() as patched:
        patched.setattr("sinetra.web.staff.article_input.Capture", never)
        assert told in text_of(upload(press, *files))
    assert not Article.objects.exists()
    assert "1 artikel masuk" in text_of(upload(press, ("kecil.txt", TEXT.encode())))


def test_the_same_file_twice_is_stored_once(press):
    assert "1 sudah ada" in text_of(upload(press, ("a.txt", TEXT.encode()), ("b.txt", TEXT.encode())))
    answer = upload(press, ("c.txt", TEXT.encode()))
    assert "1 sudah ada" in text_of(answer)
    assert Article.objects.count() == 1


def test_a_file_name_is_text_and_no_path(press):
    upload(press, ("<script>alert(1)</script>.txt", TEXT.replace("Pemkot", "Pemkota").encode()))
    answer = press.get(reverse("articles"))
    assert "<script>alert" not in answer.content.decode()


def test_a_hostile_article_is_shown_as_text(press):
    hostile = TEXT + '\n\n<img src=x onerror=alert(1)> dilarang berfoto dengan pasangan calon "><b>x</b>\n'
    upload(press, text=hostile)
    answer = press.get(reverse("article", args=[Article.objects.get().pk]))
    tree = tree_of(answer)
    assert not tree.xpath("//main//img | //@onerror | //main//script")


def test_every_fact_of_the_list_leads_to_its_mark(press, articles):
    marked = 0
    for article in Article.objects.filter(is_sample=True):
        answer = press.get(reverse("article", args=[article.pk]))
        tree = tree_of(answer)
        marks = tree.xpath("//mark/@id")
        links = [a[1:] for a in tree.xpath("//main//dl//a/@href") if a.startswith("#fakta-")]
        assert sorted(set(links) - set(marks)) == [], article.source
        assert sorted(set(marks) - set(links)) == [], article.source
        assert len(marks) == len(set(marks))
        text = tree.xpath("string(//div[@class='marked'])")
        assert re.sub(r"\s+", " ", text).strip() == re.sub(r"\s+", " ", article.text).strip()
        marked += len(marks)
    assert marked > 60


def test_a_mark_holds_the_evidence_of_its_fact(press, articles):
    article = Article.objects.get(source__contains="05-kota-jambi")
    tree = tree_of(press.get(reverse("article", args=[article.pk])))
    link = tree.xpath("//dl//a[starts-with(@href, '#fakta-participants')]/@href")[0]
    assert "120" in tree.xpath("string(//mark[@id=$name])", name=link[1:])


def story_of(part: str) -> Story:
    return Article.objects.get(source__contains=part).story


def test_the_five_samples_are_four_events_in_the_registers(articles):
    assert Article.objects.count() == 5
    assert Story.objects.count() == 4
    assert set(Story.objects.values_list("state", flat=True)) == {"confirmed"}
    assert Activity.objects.count() == 4
    kinds = {a.region_id: a.kind for a in Activity.objects.all()}
    assert kinds == {"32.79": "kunjungan", "63.72": "sosialisasi", "63.71": "rakor", "15.71": "sosialisasi"}
    by_region = {a.region_id: a for a in Activity.objects.all()}
    assert str(by_region["32.79"].starts_on) == "2024-11-21"
    assert str(by_region["63.72"].starts_on) == "2024-10-03"
    assert str(by_region["63.71"].starts_on) == "2024-11-17"
    assert by_region["15.71"].starts_on is None, "no outlet says the day: it stays unknown"
    assert (by_region["15.71"].participants, by_region["15.71"].participants_approximate) == (120, True)
    assert by_region["32.79"].participants is None
    assert by_region["63.72"].covers_non_asn is True
    assert by_region["63.71"].covers_non_asn is None
    assert "Aula Gawi Sabarataan" in by_region["63.72"].venues


def test_the_circular_and_the_agreement_of_the_samples(articles):
    circular = Circular.objects.get()
    assert "05/12/EDR/IX/HKU/2024" in circular.number
    assert circular.region_id == "15.71"
    agreement = Agreement.objects.get()
    assert agreement.region_id == "63.71"
    assert set(agreement.parties) == {"Bawaslu Kota Banjarmasin", "Pemerintah Kota Banjarmasin"}
    assert agreement.signed_on is None


def test_the_registers_show_them_with_their_source(press, articles):
    activity = Activity.objects.get(region_id="15.71")
    page = press.get(reverse("activity", args=[activity.pk]))
    assert "sekitar 120" in text_of(page)
    assert "tidak disebut" in text_of(page)
    assert reverse("story", args=[activity.story_id]) in page.content.decode()
    assert "05/12/EDR/IX/HKU/2024" in text_of(press.get(reverse("circulars")))
    assert "Pemerintah Kota Banjarmasin" in text_of(press.get(reverse("agreements")))


@pytest.fixture
def proposed(press) -> Story:
    upload(press, *((path.name, path.read_bytes()) for path in SAMPLES))
    assert set(Story.objects.values_list("state", flat=True)) == {"proposed"}
    return story_of("04-banjarmasin")


def test_five_files_at_once_are_four_events_and_wait_for_a_person(press, proposed):
    assert Story.objects.count() == 4
    assert not Activity.objects.exists()
    page = press.get(reverse("story", args=[story_of("02-banjarbaru").pk]))
    assert "Nusa" in text_of(page) or "NUSA" in text_of(page)
    assert "Di mana media berbeda" in text_of(page), "one outlet says what the other does not"


def test_confirming_makes_the_rows_of_this_event_only(press, proposed):
    answer = press.post(reverse("decide_story", args=[proposed.pk]), {"verb": "confirm"}, follow=True)
    assert "2 catatan register dibuat" in text_of(answer)
    assert Activity.objects.get().story_id == proposed.pk
    assert Activity.objects.get().theme == "Menjaga Netralitas ASN dari Pengaruh Politik Pragmatis"
    assert Agreement.objects.get().story_id == proposed.pk
    assert not Circular.objects.exists()
    assert "Kukuhkan atau tolak" not in text_of(answer)


@pytest.mark.parametrize("reason", ["", "Bukan tentang netralitas."])
def test_rejecting_needs_nothing_else_and_keeps_the_article(press, proposed, reason):
    answer = press.post(reverse("decide_story", args=[proposed.pk]), {"verb": "reject", "reason": reason}, follow=True)
    assert answer.status_code == 200
    proposed.refresh_from_db()
    assert proposed.state == Story.State.REJECTED
    assert Article.objects.count() == 5
    assert not Activity.objects.exists()


@pytest.mark.parametrize("second", ["confirm", "reject"])
@pytest.mark.parametrize("first", ["confirm", "reject"])
def test_a_second_decision_is_a_conflict(press, proposed, first, second):
    address = reverse("decide_story", args=[proposed.pk])
    assert press.post(address, {"verb": first}).status_code == 302
    made = Activity.objects.count()
    assert press.post(address, {"verb": second}).status_code == 409
    assert Activity.objects.count() == made


@pytest.mark.parametrize("verb", ["", "delete", "CONFIRM"])
def test_a_decision_that_is_none_changes_nothing(press, proposed, verb):
    answer = press.post(reverse("decide_story", args=[proposed.pk]), {"verb": verb})
    proposed.refresh_from_db()
    assert answer.status_code in {404, 422}
    assert proposed.state == Story.State.PROPOSED


def test_another_outlet_joins_the_known_event_and_adds_where_it_differs(press):
    upload(press, (SAMPLES[1].name, SAMPLES[1].read_bytes()))
    story = Story.objects.get()
    assert story.conflicts == []
    press.post(reverse("decide_story", args=[story.pk]), {"verb": "confirm"})
    upload(press, (SAMPLES[2].name, SAMPLES[2].read_bytes()))
    assert Story.objects.count() == 1
    story.refresh_from_db()
    assert story.articles.count() == 2
    assert {conflict["field"] for conflict in story.conflicts} >= {"non_asn_sanctionable"}
    assert story.state == Story.State.CONFIRMED, "what a person decided stays"
    assert Activity.objects.count() == 1
    page = text_of(press.get(reverse("story", args=[story.pk])))
    assert "Di mana media berbeda" in page


def test_an_event_elsewhere_does_not_join(press):
    upload(press, (SAMPLES[1].name, SAMPLES[1].read_bytes()))
    upload(press, (SAMPLES[3].name, SAMPLES[3].read_bytes()))
    assert Story.objects.count() == 2


def test_another_organisation_sees_nothing_of_it(press, articles, signed_in):
    article, activity = Article.objects.all()[0], Activity.objects.all()[0]
    assert User.objects.get(username="humas").organisation_id == article.organisation_id
    for username in ("staf.bawaslu", "pleno"):
        other = signed_in(username)
        addresses = [
            reverse("article", args=[article.pk]),
            reverse("story", args=[article.story_id]),
            reverse("activity", args=[activity.pk]),
        ]
        assert [other.get(address).status_code for address in addresses] == [404, 404, 404]
        assert other.post(reverse("decide_story", args=[article.story_id]), {"verb": "reject"}).status_code == 404
        for name in ("articles", "activities", "circulars", "agreements"):
            assert not tree_of(other.get(reverse(name))).xpath("//tbody/tr")


@pytest.mark.parametrize("username", ["auditor.bkn", "admin", "orang.luar", "kustodian", "ppk", "inspektorat"])
def test_who_has_no_part_in_the_press_register_is_refused(username, signed_in, articles):
    client = signed_in(username)
    article = Article.objects.all()[0]
    for name, more in (
        ("articles", []),
        ("add_articles", []),
        ("article", [article.pk]),
        ("story", [article.story_id]),
    ):
        assert client.get(reverse(name, args=more)).status_code == 403, name
    assert upload(client, ("a.txt", TEXT.encode())).status_code == 403
    assert client.post(reverse("decide_story", args=[article.story_id]), {"verb": "confirm"}).status_code == 403
    assert Article.objects.count() == 5


def test_the_neutrality_team_reads_and_neither_brings_in_nor_decides(signed_in, press, proposed):
    team = signed_in("tim.netralitas")
    assert team.get(reverse("articles")).status_code == 200
    assert upload(team, ("a.txt", TEXT.encode())).status_code == 403
    assert team.post(reverse("decide_story", args=[proposed.pk]), {"verb": "confirm"}).status_code == 403
    page = team.get(reverse("story", args=[proposed.pk]))
    assert "Kukuhkan atau tolak" not in text_of(page), "a button that would be refused is not offered"
    assert "Masukkan artikel" not in text_of(team.get(reverse("articles")))


def test_deciding_is_a_post(press, proposed):
    assert press.get(reverse("decide_story", args=[proposed.pk])).status_code == 405
