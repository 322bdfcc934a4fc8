"""Several captures of one article are one article, its pages in their order."""

from __future__ import annotations

from sinetra.core import press
from sinetra.core.press.read import RawDocument

FIRST = "Bawaslu Kota Jambi mengingatkan pegawai agar netral dalam apel pagi di balai kota, Senin (4/11/2024). " * 3
SECOND = "Ketua Bawaslu menyebut sanksi disiplin menunggu pegawai yang melanggar, sesuai peraturan pemerintah. " * 3
THIRD = "Apel ditutup dengan ikrar netralitas yang ditandatangani kepala dinas dan seluruh camat di kota itu. " * 3


TITLE = "Bawaslu Ingatkan Pegawai Agar Netral"


def _page(name: str, body: str, canonical: str = "", more: str = "", title: str = TITLE) -> RawDocument:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    head = f'<title>Netral</title><meta property="og:title" content="{title}">{link}'
    html = f"<html><head>{head}</head><body><p>{body}</p>{more}</body></html>"
    return press.read(name, html.encode())[0]


def _order(text: str) -> list[str]:
    found = {"satu": text.find("apel pagi"), "dua": text.find("menunggu"), "tiga": text.find("Apel ditutup")}
    return sorted((name for name, at in found.items() if at >= 0), key=lambda name: found[name])


def test_pages_are_joined_in_their_order_whatever_the_order_of_the_files() -> None:
    address = "https://media.example/2024/11/netral"
    captures = [
        _page("c.html", THIRD, f"{address}?page=3"),
        _page("a.html", FIRST, address),
        _page("b.html", SECOND, f"{address}/2"),
    ]
    (article,) = press.joined(captures)
    assert _order(article.text) == ["satu", "dua", "tiga"]
    assert article.text.count("Bawaslu Ingatkan") == 1


def test_articles_of_different_addresses_stay_apart() -> None:
    captures = [
        _page("a.html", FIRST, "https://media.example/a-1"),
        _page("b.html", SECOND, "https://media.example/a-2"),
    ]
    assert press.joined(captures) == captures


def test_articles_that_a_site_counts_are_no_pages_and_a_page_that_says_its_number_in_the_headline_is_one() -> None:
    counted = [
        _page("a.html", FIRST, "https://media.example/berita/12"),
        _page("b.html", SECOND, "https://media.example/berita/13", title="Camat Kumpulkan Kepala Sekolah"),
    ]
    assert press.joined(counted) == counted
    told = _page("c.html", THIRD, "https://media.example/berita/13", title=f"{TITLE} - Halaman 2")
    assert [_order(article.text) for article in press.joined([counted[0], told])] == [["satu", "tiga"]]


def test_the_variants_for_phones_and_print_are_the_article_itself() -> None:
    address = "https://media.example/berita/9812/netral"
    captures = [
        _page("a.html", FIRST, address),
        _page("b.html", FIRST, "https://m.media.example/berita/9812/netral?print=1"),
        _page("c.html", FIRST, f"{address}/amp"),
    ]
    (article,) = press.joined(captures)
    assert article.text == captures[0].text


def test_pages_without_an_address_belong_together_by_headline_where_they_say_that_they_are_pages() -> None:
    one = _page("a.html", FIRST, more='<div><a href="?page=2">2</a></div>')
    two = RawDocument(source="b", text=SECOND, title=one.title, number=2)
    assert [_order(article.text) for article in press.joined([two, one])] == [["satu", "dua"]]
    alone = RawDocument(source="b", text=SECOND, title=one.title)
    assert len(press.joined([alone, _page("a.html", FIRST)])) == 2
