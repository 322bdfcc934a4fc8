"""The day of the event, from the forms Indonesian regional press prints it in. Every sentence here is invented."""

from __future__ import annotations

import pytest

from sinetra.core import press

HEAD = "Pegawai Kecamatan Diminta Netral"
LEAD = "Bupati Lamongan membuka sosialisasi netralitas ASN di Pendopo Lokatantra"
BYLINE = "Jumat, 18 Oktober 2024 | 09:12 WIB"


def _article(lexicon: press.Lexicon, text: str) -> press.Article:
    (document,) = press.read("a.txt", text.encode())
    return press.extract(lexicon, document)


def _day(lexicon: press.Lexicon, told: str, byline: str = BYLINE) -> str | None:
    """The day of a report whose lead ends with ``told``."""
    text = f"{HEAD}\n{byline}\n{LEAD}{told}. Ia meminta seluruh pegawai menjaga sikap selama tahapan."
    found = _article(lexicon, text).day
    return None if found is None else found.isoformat()


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (", Rabu (16/10/2024)", "2024-10-16"),
        (", Rabu (16/10/24)", "2024-10-16"),
        (", Rabu (16/10)", "2024-10-16"),
        (", Rabu (16-10-2024)", "2024-10-16"),
        (", Rabu (16.10.2024)", "2024-10-16"),
        (", Rabu, 16 Oktober 2024", "2024-10-16"),
        (", Rabu 16 Oktober 2024", "2024-10-16"),
        (", Rabu, 16 Okt 2024", "2024-10-16"),
        (", Rabu (16 Oktober 2024)", "2024-10-16"),
        (", Rabu pagi (16/10/2024)", "2024-10-16"),
        (", Rabu malam, 16 Oktober 2024", "2024-10-16"),
        (", Rabu (16/10/2024) siang", "2024-10-16"),
        (", pada hari Rabu tanggal 16 Oktober 2024", "2024-10-16"),
        (", Rabu kemarin (16/10)", "2024-10-16"),
        (", Jum'at (11/10/2024)", "2024-10-11"),
        (", Jum’at (11/10/2024)", "2024-10-11"),
        (", Ahad (13/10/2024)", "2024-10-13"),
        (", Minggu (13/10/2024)", "2024-10-13"),
        (" pada 16 Oktober 2024", "2024-10-16"),
        (" pada tanggal 16 Oktober 2024", "2024-10-16"),
        (", Senin (14 Oktober)", "2024-10-14"),
        (", hari ini", "2024-10-18"),
        (", Jumat hari ini", "2024-10-18"),
        (", siang ini", "2024-10-18"),
        (" tadi pagi", "2024-10-18"),
        (", pagi tadi", "2024-10-18"),
        (" tadi malam", "2024-10-17"),
        (" kemarin", "2024-10-17"),
        (", kemarin sore", "2024-10-17"),
        (", kemarin (17/10)", "2024-10-17"),
        (" dua hari lalu", "2024-10-16"),
        (", Rabu", "2024-10-16"),
        (", Rabu siang", "2024-10-16"),
        (", Kamis kemarin", "2024-10-17"),
        (", Senin lalu", "2024-10-14"),
        (", Jumat lalu", "2024-10-11"),
        (", Selasa pekan lalu", "2024-10-08"),
        (", Selasa minggu lalu", "2024-10-08"),
    ],
)
def test_a_day_is_read_in_the_forms_of_the_press(lexicon: press.Lexicon, told: str, day: str) -> None:
    assert _day(lexicon, told) == day


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        (", 14-16 Oktober 2024", "2024-10-14", "2024-10-16"),
        (", 14–16 Oktober", "2024-10-14", "2024-10-16"),
        (", Senin hingga Rabu (14-16/10/2024)", "2024-10-14", "2024-10-16"),
        (", Senin-Selasa (14-15/10/2024)", "2024-10-14", "2024-10-15"),
        (" pada 14 dan 15 Oktober 2024", "2024-10-14", "2024-10-15"),
        (" pada 14 sampai 15 Oktober 2024", "2024-10-14", "2024-10-15"),
        (", 30 September - 2 Oktober 2024", "2024-09-30", "2024-10-02"),
    ],
)
def test_of_several_days_the_first_is_the_day(lexicon: press.Lexicon, told: str, first: str, last: str) -> None:
    fact = _article(lexicon, f"{HEAD}\n{BYLINE}\n{LEAD}{told}. Ia meminta pegawai menjaga sikap.").event_date
    assert fact is not None and fact.value is not None and fact.until is not None
    assert (fact.value.isoformat(), fact.until.isoformat(), fact.precision) == (first, last, "range")


@pytest.mark.parametrize(
    "told",
    [
        ". Pemungutan suara Pilkada digelar 27 November 2024",
        ". Masa kampanye dimulai 25 September 2024",
        ". Pendaftaran pasangan calon dibuka 27 Agustus 2024",
        ". Warga ke TPS pada 27 November",
        ". SKB itu ditetapkan 22 September 2022",
        ". Aturannya Peraturan Pemerintah Nomor 94 Tahun 2021 yang diundangkan 31 Agustus 2021",
        ". Laporan kegiatan diserahkan paling lambat 1 Oktober 2024",
        ". Kegiatan serupa direncanakan 5 November 2024",
        ". Ia menjabat sejak 2 Januari 2023",
        ". Sosialisasi berikutnya akan digelar Senin pekan depan",
        ". Apel serupa digelar setiap Senin",
        ', katanya. "Kemarin saya lihat sendiri," ujarnya',
    ],
)
def test_polling_laws_plans_and_deadlines_are_not_the_day(lexicon: press.Lexicon, told: str) -> None:
    assert _day(lexicon, told) is None
    assert _day(lexicon, f", Rabu (16/10/2024){told}") == "2024-10-16"


def test_a_weekday_without_a_day_of_publication_stays_a_weekday(lexicon: press.Lexicon) -> None:
    article = _article(lexicon, f"{HEAD}\n{LEAD}, Rabu. Ia meminta pegawai menjaga sikap.")
    assert article.day is None
    assert article.weekday == 2


def test_a_day_and_its_weekday_are_checked_and_nothing_is_corrected(lexicon: press.Lexicon) -> None:
    wrong = _article(lexicon, f"{HEAD}\n{LEAD}, Senin (16/10/2024).").event_date
    right = _article(lexicon, f"{HEAD}\n{LEAD}, Rabu (16/10/2024).").event_date
    assert wrong is not None and right is not None
    assert wrong.value == right.value
    assert (wrong.weekday_agrees, right.weekday_agrees) == (False, True)


def test_a_month_alone_is_a_month_without_a_day(lexicon: press.Lexicon) -> None:
    fact = _article(lexicon, f"{HEAD}\n{LEAD} yang digelar pada Maret 2019.").event_date
    assert fact is not None
    assert (fact.value, fact.precision, fact.as_printed) == (None, "month", "Maret 2019")


@pytest.mark.parametrize(
    "line",
    [
        "Senin, 7 Oktober 2024 | 14:21 WIB",
        "07/10/2024 14:21",
        "7/10/24",
        "Oct 7, 2024",
        "October 7, 2024 by admin",
        "2024-10-07 14:21",
        "Diterbitkan: 7 Oktober 2024",
        "Diterbitkan pada Senin, 07 Oktober 2024 14.21 WITA",
        "Oleh: Budi Santosa - Senin, 7 Oktober 2024 | 11:42 WIB",
        "Redaksi - 7 Oktober 2024",
        "Reporter: Ani | Editor: Rudi | 7 Okt 2024",
        "Dipublikasikan 7 Oktober 2024 pukul 08.00",
        "Penulis: Tim Liputan, Senin (7/10/2024)",
        "Kabar Pesisir | 7 Oktober 2024",
    ],
)
@pytest.mark.parametrize("where", ["head", "foot"])
def test_a_byline_tells_publication_and_not_the_event(lexicon: press.Lexicon, line: str, where: str) -> None:
    body = f"{LEAD}. Ia meminta seluruh pegawai menjaga sikap.\nKegiatan itu diikuti para camat dan lurah setempat."
    text = f"{HEAD}\n{line}\n{body}" if where == "head" else f"{HEAD}\n{body}\n{line}"
    article = _article(lexicon, text)
    assert article.published is not None
    assert article.published.isoformat() == "2024-10-07"
    assert article.day is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="pubdate" content="2024-10-07T08:00:00+07:00">',
        '<meta itemprop="datePublished" content="2024-10-07">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-10-07T01:00:00Z"}</script>',
    ],
)
def test_a_page_states_its_day(lexicon: press.Lexicon, head: str) -> None:
    body = f"<p>{LEAD} kemarin. {'Ia meminta tertib. ' * 20}</p>"
    page = f"<html><head><title>{HEAD}</title>{head}</head><body>{body}</body>"
    (document,) = press.read("a.html", page.encode())
    article = press.extract(lexicon, document)
    assert article.published is not None and article.published.isoformat() == "2024-10-07"
    assert article.day is not None and article.day.isoformat() == "2024-10-06"


@pytest.mark.parametrize(
    ("title", "text", "day"),
    [
        (
            "Oknum Kadis Dilaporkan ke Bawaslu Lamongan",
            "Seorang kepala dinas dilaporkan ke Bawaslu Lamongan, Senin (7/10/2024). "
            "Ia diduga hadir pada deklarasi paslon 29 September 2024.",
            "2024-10-07",
        ),
        (
            "Lurah Dijatuhi Sanksi Teguran",
            "Wali Kota Kediri menjatuhkan sanksi teguran kepada seorang lurah lewat surat tanggal 3 Oktober 2024. "
            "Lurah itu pada 12 September 2024 menghadiri deklarasi.",
            "2024-10-03",
        ),
        (
            "Pemkab Lamongan Terbitkan Edaran Netralitas",
            "Bupati Lamongan menerbitkan surat edaran netralitas tertanggal 1 Oktober 2024. "
            "Edaran merujuk SKB yang diteken 22 September 2022.",
            "2024-10-01",
        ),
    ],
)
def test_the_kind_says_which_day_counts(lexicon: press.Lexicon, title: str, text: str, day: str) -> None:
    found = _article(lexicon, f"{title}\n{text}").day
    assert found is not None and found.isoformat() == day


@pytest.mark.parametrize(("from_when", "day"), [("mulai hari ini", "2024-10-18"), ("sejak kemarin", "2024-10-17")])
def test_what_is_open_from_a_day_on_is_of_that_day_and_day_and_night_is_no_day(
    lexicon: press.Lexicon, from_when: str, day: str
) -> None:
    text = (
        f"Bawaslu Kota Cendana Buka Posko Aduan\n{BYLINE}\nBawaslu Kota Cendana membuka posko aduan netralitas ASN "
        f"yang beroperasi sehari semalam {from_when}. Posko berada di lantai dasar kantornya."
    )
    found = _article(lexicon, text).day
    assert found is not None and found.isoformat() == day
