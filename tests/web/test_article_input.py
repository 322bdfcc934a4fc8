"""Pasting with what a person knows, one address, feeds, and the page as it came: what is shown, and to whom."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sinetra.apps.monitoring import internet
from sinetra.apps.monitoring.models import Article, Feed
from sinetra.ports.fetch import HttpFetcher, Limits
from sinetra.ports.net_addresses import networks

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import text_of, tree_of

from press_site import PAGE, serving

pytestmark = pytest.mark.django_db
TEXT = "Pemerintah Kota Banjarmasin mengadakan sosialisasi netralitas ASN kemarin. Sekitar 80 orang pegawai hadir.\n"
TYPED = {"title": "Pemkot Ingatkan Netralitas", "outlet": "Meranti Pos", "published": "2024-11-20"}


@pytest.fixture
def press(signed_in, places) -> Client:
    return signed_in("humas")


@pytest.fixture
def site(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    settings.SINETRA_INTERNET, settings.SINETRA_FETCH_ALLOW = True, networks(["127.0.0.1"])
    patient = HttpFetcher(allowed=networks(["127.0.0.1"]), limits=Limits(pause=0, seconds=5))
    monkeypatch.setattr(internet, "_fetcher", lambda allowed: patient)
    with serving() as (_kind, address):
        yield address


def test_what_a_person_types_beside_the_text_stands_in_the_article(press):
    press.post(reverse("add_articles"), {"text": TEXT, "address": "https://meranti.contoh.id/1", **TYPED})
    article = Article.objects.get()
    assert (article.title, article.outlet, article.came_by) == (TYPED["title"], TYPED["outlet"], "pasted")
    assert article.address == "https://meranti.contoh.id/1"
    assert article.facts["article_date"] == "2024-11-20"
    page = text_of(press.get(reverse("article", args=[article.pk])))
    assert "teks tempelan" in page
    assert "https://meranti.contoh.id/1" in page


@pytest.mark.parametrize(("field", "bad"), [("published", "kemarin"), ("address", "bukan alamat")])
def test_a_slip_is_told_at_its_field_and_what_was_typed_stays(press, field, bad):
    answer = press.post(reverse("add_articles"), {"text": TEXT, **TYPED, field: bad})
    tree = tree_of(answer)
    assert tree.xpath("//div[@class='errors']//a/@href") == [f"#id_{field}"]
    assert TYPED["outlet"] in answer.content.decode()
    assert tree.xpath("//details[@open]"), "the field with the slip is not folded away"
    assert not Article.objects.exists()


def test_what_was_there_already_and_every_unreadable_file_is_named(press):
    send = [SimpleUploadedFile("satu.txt", TEXT.encode())]
    press.post(reverse("add_articles"), {"files": send, "text": ""})
    again = [SimpleUploadedFile("dua.txt", TEXT.encode())]
    assert "1 sudah ada, tidak disimpan lagi. dua.txt" in text_of(
        press.post(reverse("add_articles"), {"files": again, "text": ""}, follow=True)
    )
    broken = [SimpleUploadedFile("a.txt", b"\x00" * 9), SimpleUploadedFile("b.txt", b" \n")]
    answer = text_of(press.post(reverse("add_articles"), {"files": broken, "text": ""}))
    assert "a.txt: isi bukan teks" in answer
    assert "b.txt: kosong" in answer


def test_the_page_as_it_came_leaves_as_a_harmless_file(press, signed_in):
    nasty = f"<html><script>alert(1)</script>{PAGE}".encode()
    press.post(reverse("add_articles"), {"files": [SimpleUploadedFile("x.html", nasty)], "text": ""})
    address = reverse("article_capture", args=[Article.objects.get().pk])
    answer = press.get(address)
    assert answer.content == nasty
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment; ")
    assert answer.headers["Content-Disposition"].endswith('.html.txt"')
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert address in press.get(reverse("article", args=[Article.objects.get().pk])).content.decode()


@pytest.mark.parametrize(("username", "status"), [("tim.netralitas", 403), ("admin", 403), ("staf.bawaslu", 404)])
def test_nobody_else_takes_the_page_away_or_sees_the_feeds(press, site, signed_in, username, status):
    press.post(reverse("add_articles"), {"text": TEXT})
    press.post(reverse("feeds"), {"name": "Warta", "address": f"{site}/rss"})
    article, feed = Article.objects.get(), Feed.objects.get()
    other = signed_in(username)
    assert other.get(reverse("article_capture", args=[article.pk])).status_code == status
    assert other.get(reverse("feed", args=[feed.pk])).status_code == status
    assert other.post(reverse("change_feed", args=[feed.pk]), {"verb": "stop"}).status_code == status
    if status == 403:
        assert other.get(reverse("feeds")).status_code == 403
        assert other.post(reverse("fetch_article"), {"address": f"{site}/berita"}).status_code == 403
    else:
        assert "Warta" not in text_of(other.get(reverse("feeds")))
    feed.refresh_from_db()
    assert feed.stopped_at is None
    assert Article.objects.count() == 1


def test_one_address_becomes_an_article(press, site):
    answer = press.post(reverse("fetch_article"), {"address": f"{site}/berita"}, follow=True)
    assert "1 artikel masuk" in text_of(answer)
    assert "diambil dari alamatnya" in text_of(answer)
    assert "sudah ada" in text_of(press.post(reverse("fetch_article"), {"address": f"{site}/berita"}, follow=True))


@pytest.mark.parametrize(
    ("what", "told"), [("/hilang", "kode 404"), ("/gambar", "image/png"), ("/bom", "lebih besar dari 5.0 MB")]
)
def test_why_an_address_brought_nothing_is_told_and_it_stays_typed(press, site, what, told):
    answer = press.post(reverse("fetch_article"), {"address": site + what})
    assert told in text_of(answer)
    tree = tree_of(answer)
    assert tree.xpath("//input[@name='address']/@value") == [site + what]
    assert tree.xpath("//div[@class='errors']//a/@href") == ["#id_address"]
    assert not Article.objects.exists()


def test_without_internet_the_pages_say_so_and_offer_no_form(press):
    for name in ("fetch_article", "feeds"):
        page = press.get(reverse(name))
        assert "tidak memakai internet" in text_of(page)
        assert not tree_of(page).xpath("//main//input[@name='address']")
    assert reverse("fetch_article") not in press.get(reverse("articles")).content.decode()


def test_a_feed_is_followed_looked_at_and_stopped(press, site):
    assert "Belum ada umpan" in text_of(press.get(reverse("feeds")))
    page = press.post(reverse("feeds"), {"name": "Warta", "address": f"{site}/rss"}, follow=True)
    feed = Feed.objects.get()
    assert "Umpan diikuti" in text_of(page)
    assert "Belum ada halaman" in text_of(page)
    page = press.post(reverse("change_feed", args=[feed.pk]), {"verb": "look"}, follow=True)
    assert "2 halaman baru akan diambil" in text_of(page)
    assert text_of(page).count("menunggu diambil") == 2
    page = press.post(reverse("change_feed", args=[feed.pk]), {"verb": "stop"}, follow=True)
    assert "dihentikan" in text_of(page)
    assert "Lihat sekarang" not in text_of(page)
    assert press.post(reverse("change_feed", args=[feed.pk]), {"verb": "look"}).status_code == 409


def test_a_failed_look_is_shown_with_its_reason(press, site):
    press.post(reverse("feeds"), {"name": "Rusak", "address": f"{site}/berita"})
    feed = Feed.objects.get()
    page = text_of(press.post(reverse("change_feed", args=[feed.pk]), {"verb": "look"}, follow=True))
    assert "bukan umpan RSS, Atom" in page
    assert "gagal" in text_of(press.get(reverse("feeds")))


@pytest.mark.parametrize(
    ("typed", "field"), [({"name": "", "address": "x"}, "name"), ({"name": "Warta", "address": "ftp://a"}, "address")]
)
def test_a_feed_with_a_slip_is_told_at_its_field(press, site, typed, field):
    answer = press.post(reverse("feeds"), typed)
    assert tree_of(answer).xpath("//div[@class='errors']//a/@href") == [f"#id_{field}"]
    assert not Feed.objects.exists()


def test_a_further_page_is_told_shown_and_taken_away_as_it_came(press, signed_in):
    link = '<link rel="canonical" href="https://warta.contoh.id/a/pemkot{}"></head>'
    one, two = (PAGE.replace("</head>", link.format(end)).encode() for end in ("", "?page=2"))
    press.post(reverse("add_articles"), {"files": [SimpleUploadedFile("1.html", one)], "text": ""})
    two = two.replace(b"80 orang", b"95 orang")
    send = {"files": [SimpleUploadedFile("2.html", two)], "text": ""}
    told = text_of(press.post(reverse("add_articles"), send, follow=True))
    assert "1 artikel mendapat halaman lanjutan. Pemkot Ingatkan Netralitas" in told
    assert "0 artikel" not in told
    article = Article.objects.get()
    address = reverse("page_capture", args=[article.pk, 2])
    shown = press.get(reverse("article", args=[article.pk]))
    assert "Teksnya juga dari halaman 2" in text_of(shown)
    assert address in shown.content.decode()
    assert press.get(address).content == two
    assert press.get(reverse("page_capture", args=[article.pk, 3])).status_code == 404
    assert signed_in("tim.netralitas").get(address).status_code == 403
    assert signed_in("staf.bawaslu").get(address).status_code == 404


def test_a_page_that_cannot_join_is_said_to_stand_apart(press):
    link = '<link rel="canonical" href="https://warta.contoh.id/a/pemkot"></head>'
    for name, people in (("1.html", "80 orang"), ("2.html", "95 orang")):
        data = PAGE.replace("</head>", link).replace("80 orang", people).encode()
        send = {"files": [SimpleUploadedFile(name, data)], "text": ""}
        told = text_of(press.post(reverse("add_articles"), send, follow=True))
    assert "tidak dapat digabungkan dan disimpan sendiri. 2.html" in told
    one, two = Article.objects.order_by("id")
    for shown, other in ((one, two), (two, one)):
        answer = press.get(reverse("article", args=[shown.pk]))
        assert "Teksnya juga dari" not in text_of(answer)
        assert "Halaman lain dari berita ini disimpan sendiri:" in text_of(answer)
        assert reverse("article", args=[other.pk]) in answer.content.decode()
