"""Feeds name pages; what attacks the reader of XML names none."""

from __future__ import annotations

import time

import pytest

from sinetra.core.errors import BadInput
from sinetra.core.press.feed import MOST, read_feed

BASE = "https://warta.contoh.id/feed"
ITEM = "<item><title>Satu</title><link>https://warta.contoh.id/1</link></item>"
RSS = f'<rss version="2.0"><channel><title>Warta</title>{ITEM}</channel></rss>'
ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Warta</title>
<link href="https://warta.contoh.id/"/><entry><title type="html">Satu &amp; dua</title>
<link rel="edit" href="https://warta.contoh.id/edit/1"/><link href="/1#atas"/></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">{ITEM}</rdf:RDF>"""


@pytest.mark.parametrize("text", [RSS, ATOM, RDF, f'<?xml version="1.0"?>\n{RSS}', f"\n  {RSS}"])
def test_every_kind_of_feed_names_its_page(text):
    (named,) = read_feed(text.encode(), base=BASE)
    assert named.address == "https://warta.contoh.id/1"
    assert named.title.startswith("Satu")


def test_an_address_that_is_no_page_is_left_out_and_one_page_is_named_once():
    items = (
        ITEM * 3 + "<item><link>javascript:alert(1)</link></item><item><link>file:///etc/passwd</link></item><item/>"
    )
    assert len(read_feed(RSS.replace(ITEM, items).encode(), base=BASE)) == 1


def test_a_feed_without_pages_names_none_and_a_long_one_is_cut():
    assert read_feed(RSS.replace(ITEM, "").encode(), base=BASE) == ()
    many = "".join(ITEM.replace("id/1", f"id/{n}") for n in range(MOST + 50))
    assert len(read_feed(RSS.replace(ITEM, many).encode(), base=BASE)) == MOST


def test_a_feed_with_a_slip_in_it_is_read_all_the_same():
    slips = RSS.replace("Satu", "Satu & dua &nbsp; tiga")
    assert read_feed(slips.encode(), base=BASE)[0].address.endswith("/1")


@pytest.mark.parametrize("data", [b"", b"   ", b"<html><p>Masuk dahulu</p></html>", b"tidak ada", b"\x00\x01\x02"])
def test_what_is_no_feed_is_refused(data):
    with pytest.raises(BadInput):
        read_feed(data, base=BASE)


def laughing() -> str:
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE rss [<!ENTITY a0 "ha">{names}]>' + RSS.replace("Satu", "&a11;")


@pytest.mark.parametrize(
    "text",
    [
        laughing(),
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + RSS.replace("Satu", "&x;"),
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>' + RSS.replace("Satu", "&x;"),
        f'<!DOCTYPE rss [<!ENTITY x "{"a" * 100_000}">]>' + RSS.replace("Satu", "&x;" * 10_000),
    ],
    ids=["billion laughs", "a file", "an inner address", "one long entity many times"],
)
def test_a_feed_with_entities_of_its_own_is_refused_at_once(text):
    started = time.monotonic()
    with pytest.raises(BadInput) as error:
        read_feed(text.encode(), base=BASE)
    assert error.value.code == "entities"
    assert time.monotonic() - started < 1


def test_a_plain_document_type_is_no_attack():
    old = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">' + RSS
    assert len(read_feed(old.encode(), base=BASE)) == 1
