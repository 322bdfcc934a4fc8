"""Which of several dates is the event's, by the kind of event; and the forms bylines take. All of it is invented."""

from __future__ import annotations

import pytest

from sinetra.core import press

HEAD = "Netralitas Aparatur Damar Raya"
#: Told on 9 October 2024.
EVENTS = {
    "sosialisasi": "Bupati Damar Raya membuka sosialisasi netralitas ASN di Pendopo, Rabu (9/10/2024).",
    "alleged_violation": "Bawaslu Damar Raya memanggil seorang camat yang diduga tidak netral, Rabu (9/10/2024).",
    "decision/sanction": "Bupati Damar Raya mencopot seorang camat yang terbukti tidak netral, Rabu (9/10/2024).",
    "circular": "Bupati Damar Raya menerbitkan surat edaran netralitas ASN, Rabu (9/10/2024).",
    "statistics": "Bawaslu Damar Raya merilis rekapitulasi 40 kasus netralitas ASN, Rabu (9/10/2024).",
}
#: Sentences beside them, each with a day that is not the event's.
BESIDE = [
    "Pemungutan suara digelar Rabu (27/11/2024).",
    "Masa kampanye berlangsung 25 September hingga 23 November 2024.",
    "Penetapan pasangan calon jatuh pada Minggu (22/9/2024).",
    "SKB lima lembaga itu terbit 22 September 2022.",
    "Kegiatan serupa digelar Jumat (4/10/2024).",
    "Kegiatan berikutnya dijadwalkan Senin (21/10/2024).",
    "Ia menjabat sejak 2 Januari 2024.",
    "Debat publik akan digelar Sabtu (19/10/2024).",
    "Pegawai wajib melapor paling lambat 18 Oktober 2024.",
    "Masa tenang dimulai 24 November 2024.",
    "Pilkada sebelumnya berlangsung 9 Desember 2020.",
    "Rakor serupa pernah diadakan pada 12 Maret 2024.",
    "Aturan itu berlaku sejak 31 Agustus 2021.",
    "Pendaftaran calon ditutup Kamis (29/8/2024).",
]
OF_KIND = {
    "sosialisasi": [
        "SE Menpan-RB yang dirujuk tertanggal 2 Januari 2023.",
        "Sehari sebelumnya, Selasa (8/10/2024), Bawaslu menertibkan baliho.",
        "MoU kedua lembaga diteken 5 Juli 2024.",
    ],
    "alleged_violation": [
        "Peristiwa itu terjadi pada 29 September 2024.",
        "Camat itu menghadiri kampanye, Sabtu (28/9/2024).",
        "Video direkam Minggu (29/9/2024) di lapangan desa.",
        "Foto itu diunggah 28 September 2024.",
        "Kajian harus tuntas sebelum Senin (14/10/2024).",
        "Klarifikasi saksi dijadwalkan Jumat (11/10/2024).",
        "Hasilnya akan diumumkan Senin (14/10/2024).",
    ],
    "decision/sanction": [
        "Rekomendasi Bawaslu diterima 16 September 2024.",
        "Ia menghadiri deklarasi pada 17 Agustus 2024.",
        "Laporan itu diregistrasi Senin (2/9/2024).",
        "Jaksa menuntut dua bulan, Senin (30/9/2024).",
        "Surat BKN tertanggal 20 September 2024 menjadi dasarnya.",
        "Hukuman berlaku mulai 1 November 2024.",
        "Perbuatan itu dilakukan Sabtu (14/9/2024).",
    ],
    "circular": [
        "Aturan itu berlaku mulai 10 Oktober 2024.",
        "Edaran dibacakan saat apel Senin (14/10/2024).",
        "Pernyataan dikumpulkan paling lambat Jumat (18/10/2024).",
        "Edaran Mendagri terbit 29 Maret 2024.",
    ],
    "statistics": [
        "Data itu per 30 September 2024.",
        "Angka dihimpun sejak 25 September 2024.",
        "Pada 2020 jumlahnya 30.",
    ],
}
CASES = [(kind, other) for kind in EVENTS for other in (*BESIDE, *OF_KIND[kind])]
BYLINES = [
    "Suara Damar, 14 Oktober 2024",
    "14/10/2024",
    "14-10-2024 09:00",
    "Edisi Senin, 14 Oktober 2024",
    "Cetak: 14 Oktober 2024",
    "Diperbarui 14 Oktober 2024 pukul 10.00",
    "Oleh Redaksi - 14 Oktober 2024",
    "Reporter: Ani | Editor: Budi | 14 Oktober 2024",
    "Ditulis oleh Ani pada 14 Oktober 2024",
    "Kota Cendana, 14 Oktober 2024",
    "[14 Oktober 2024]",
    "(14/10/24)",
    "Hari Senin tanggal 14 Oktober 2024",
    "Tayang Senin 14/10/2024, 08.00 WITA",
    "14 Oktober 2024 - 3 menit baca - Politik",
    "Sen, 14 Okt 2024 10:00",
    "October 14, 2024",
    "2024-10-14 10:00:00",
    "Vol. 3 No. 12, 14 Oktober 2024",
    "Terbit pada edisi 14 Oktober 2024, halaman 5",
    "Nusa Pos 14 Oktober 2024",
    "Dimutakhirkan: 14 Oktober 2024",
    "Rubrik: Kota. Tanggal: 14 Oktober 2024",
    "Politik - Senin, 14 Oktober 2024 | 08:12",
    "Kategori: Pemerintahan | Diterbitkan 14 Oktober 2024",
    "Mikael Tobo, Damar Raya | 14 Oktober 2024",
    "Senin, 14 Oktober 2024. Oleh Mikael Tobo, wartawan",
    "Damar Raya Kini >> Pemerintahan >> 14.10.2024",
    "Laporan Mikael Tobo dari Damar Raya, Senin 14 Oktober 2024",
    "Harian Nusa, Senin Legi 14 Oktober 2024",
    "Dipublikasikan pada: Senin, 14 Oktober 2024 - 07:15 WIT oleh admin",
    "Jendela Nusa (14 Oktober 2024)",
    "Warta Nusa • 14 Oktober 2024 • Damar Raya",
]
AT_THE_END = [
    "(Damar Raya, 14 Oktober 2024/red)",
    "*Berita ini tayang 14 Oktober 2024*",
    "© Nusa Pos, 14 Oktober 2024",
    "Artikel ini pertama kali terbit pada 14 Oktober 2024 pukul 07.00.",
    "Nusa Pos, Senin 14 Oktober 2024",
    "Terbit: 14 Oktober 2024",
    "Naskah disiarkan 14 Oktober 2024",
    "Suara Damar edisi 14 Oktober 2024, halaman 3",
    "Redaksi Nusa Pos, 14/10/2024",
    "Disunting pada 14 Oktober 2024 oleh Rina",
]


def _day(lexicon: press.Lexicon, text: str) -> str | None:
    (document,) = press.read("a.txt", text.encode())
    found = press.extract(lexicon, document).day
    return None if found is None else found.isoformat()


@pytest.mark.parametrize(("kind", "other"), CASES, ids=[f"{kind}: {other}" for kind, other in CASES])
def test_the_day_is_the_one_tied_to_what_happened(lexicon: press.Lexicon, kind: str, other: str) -> None:
    told = EVENTS[kind]
    said = '"Semua wajib taat," kata Kepala BKPSDM Damar Raya, Antonius Bere.'
    for pair in (f"{told} {other}", f"{other} {told}"):
        for byline in ("", "Kamis, 10 Oktober 2024\n"):
            assert _day(lexicon, f"{HEAD}\n{byline}DAMAR RAYA - {pair}\n{said}") == "2024-10-09"


BODY = "Bupati Damar Raya membuka sosialisasi netralitas ASN di Pendopo, kemarin. Sebanyak 40 camat hadir.\nIa pamit."


@pytest.mark.parametrize("line", BYLINES)
def test_yesterday_is_counted_from_the_byline(lexicon: press.Lexicon, line: str) -> None:
    assert _day(lexicon, f"{HEAD}\n{line}\n{BODY}") == "2024-10-13"


@pytest.mark.parametrize("line", BYLINES)
def test_a_byline_above_the_headline_is_not_the_headline(lexicon: press.Lexicon, line: str) -> None:
    (document,) = press.read("a.txt", f"{line}\n\n{HEAD}\n\n{BODY}".encode())
    article = press.extract(lexicon, document)
    assert article.title == HEAD
    assert article.day is not None and article.day.isoformat() == "2024-10-13"


@pytest.mark.parametrize("line", AT_THE_END)
def test_yesterday_is_counted_from_a_line_at_the_end(lexicon: press.Lexicon, line: str) -> None:
    assert _day(lexicon, f"{HEAD}\n{BODY}\n{line}") == "2024-10-13"


def test_a_year_is_found_at_the_foot_of_the_page(lexicon: press.Lexicon) -> None:
    text = f"{HEAD}\nBupati Damar Raya membuka sosialisasi netralitas ASN, Rabu (9/10). Ia pamit."
    assert _day(lexicon, f"{text}\nCOPYRIGHT © NUSA POS 2024") == "2024-10-09"


def test_the_name_of_an_outlet_is_not_today(lexicon: press.Lexicon) -> None:
    text = f"{HEAD}\nOleh Mikael Tobo | Damar Hari Ini\nJumat, 11 Oktober 2024\n{BODY}"
    assert _day(lexicon, text) == "2024-10-10"


def test_a_site_above_the_day_is_a_byline(lexicon: press.Lexicon) -> None:
    assert _day(lexicon, f"{HEAD}\nsuaradamar.id | Jumat, 11 Oktober 2024\n{BODY}") == "2024-10-10"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("posko aduan di masa tenang yang dimulai hari ini, Minggu, 24 November 2024", "2024-11-24"),
        ("posko aduan, Sabtu (16/11/2024), menjelang masa tenang yang dimulai Minggu, 24 November 2024", "2024-11-16"),
    ],
)
def test_a_day_that_is_today_is_no_plan(lexicon: press.Lexicon, told: str, day: str) -> None:
    assert _day(lexicon, f"Bawaslu Damar Raya Buka Posko\nBawaslu Damar Raya membuka {told}. Ia pamit.") == day


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Camat Damar Raya, yang Rabu lalu ikut mendaftar, dilaporkan ke Bawaslu", "2024-08-30"),
        ("Camat Damar Raya yang ikut mendaftar dilaporkan ke Bawaslu", "2024-08-30"),
    ],
)
def test_what_is_told_of_somebody_by_the_way_is_not_the_day(lexicon: press.Lexicon, told: str, day: str) -> None:
    text = f"Camat Damar Raya Dilaporkan\nSabtu, 31 Agustus 2024\n{told}. Laporan diterima, Jumat (30/8/2024)."
    assert _day(lexicon, text) == day


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("7, 8, dan 9 Oktober 2024", "2024-10-07"),
        ("awal pekan ini", "2024-10-07"),
        ("Senin pekan ini", "2024-10-07"),
    ],
)
def test_listed_days_and_days_of_the_week_of_publication(lexicon: press.Lexicon, told: str, day: str) -> None:
    text = (
        f"{HEAD}\nKamis, 10 Oktober 2024\nBupati Damar Raya menggelar sosialisasi netralitas ASN pada {told}. Ia pamit."
    )
    assert _day(lexicon, text) == day


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("JEJAK NUSA | Liputan Khusus\n", "Mereka Datang Naik Perahu, Pulang Membawa Janji"),
        ("Pantau Seruni dot id\n", "Bawaslu dan Inspektorat Teken Nota Kesepahaman Awasi Pegawai"),
        ("", "Petahana Geser 17 Pejabat Tiga Hari Sebelum Libur Lebaran, Bawaslu: Mana Izin Menterinya?"),
        ("", '"Kontrak Kalian di Tangan Saya" - Dugaan Tekanan di Puskesmas Masuk Bawaslu'),
        ("", "Kursi Lurah Kosong Lagi"),
    ],
)
def test_the_headline_is_told_from_the_lines_around_it(lexicon: press.Lexicon, above: str, headline: str) -> None:
    told = "DAMAR RAYA - Bupati Damar Raya membuka sosialisasi netralitas ASN di Pendopo, Rabu (9/10/2024). " * 2
    (document,) = press.read("a.txt", f"{above}{headline}\n{told}\n{told}".encode())
    assert press.extract(lexicon, document).title == headline
