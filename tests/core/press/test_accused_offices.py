"""Two allegations whose subjects hold different offices are two events; one office in other words is one."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press.stories.office_mentions import Text, mentions
from sinetra.core.press.stories.offices import Office
from sinetra.core.press.stories.profile import profile

FILED = """Warga Datangi Bawaslu

DEPOK - Warga melaporkan {who} ke Bawaslu Kota Depok, Senin (9/9/2024). Terlapor dituding memihak salah satu calon wali
kota. Laporan itu diterima Ketua Bawaslu Kota Depok Andi Rahman bersama dua lembar foto."""
ACCUSED = """Diduga Memihak

DEPOK - {who} diadukan warga ke Bawaslu Kota Depok, Senin (9/9/2024). Dua lembar foto diserahkan kepada Ketua Bawaslu
Kota Depok Andi Rahman, yang menerima laporan dugaan keberpihakan pada salah satu calon wali kota itu."""


def read(lexicon: press.Lexicon, text: str, source: str) -> press.Article:
    joined = "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in text.split("\n\n"))
    (raw,) = press.read(f"{source}.txt", joined.encode())
    return press.extract(lexicon, raw)


def events(lexicon: press.Lexicon, *texts: str) -> int:
    return len(press.stories(read(lexicon, text, str(number)) for number, text in enumerate(texts)))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kepala Dinas Kesehatan", "Kepala Dinas Perhubungan"),
        ("Kadinkes", "Kadishub"),
        ("Kepala Dinas Sosial Kota Depok", "Kadisdik Kota Depok"),
        ("Camat Beji", "Camat Limo"),
        ("Camat Muara Lembu", "Camat Muara Bening"),
        ("Lurah Tugu", "Lurah Mekarsari, Siti Aminah,"),
        ("Camat Beji", "Kepala Dinas Sosial"),
        ("Kadis Pertanian", "Kadis Pendidikan"),
        ("Kadis Perhubungan", "Kadis Pendidikan"),
        ("Kepala BKPSDM", "Kepala Bappeda"),
        ("Kepala Sekolah Dasar Negeri 3", "Kepala SDN 8"),
        ("Kadis Kominfo", "Kepala Dinas Koperasi dan UKM"),
        ("Kepala SMPN 4", "Kepala SMP Negeri 7"),
        ("Kepala SD Negeri 2", "Kepala SMA Negeri 2"),
        ("guru SMPN 4", "guru SMPN 9"),
        ("bidan Puskesmas Beji", "Kepala Puskesmas Limo"),
        ("guru SMKN 1", "Lurah Tugu"),
        ("staf Dinas Pertanian", "pegawai Dinas Perhubungan"),
        ("Sekretaris Daerah Kota Depok", "Camat Beji"),
    ],
)
def test_holders_of_two_offices_are_accused_in_two_events(lexicon: press.Lexicon, one: str, two: str) -> None:
    assert events(lexicon, FILED.format(who=one), ACCUSED.format(who=two)) == 2
    assert events(lexicon, ACCUSED.format(who=two), FILED.format(who=one)) == 2
    assert events(lexicon, ACCUSED.format(who=one), ACCUSED.format(who=two)) == 2


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kepala Dinas Kesehatan", "Kadinkes"),
        ("Kepala Dinas Pendidikan dan Kebudayaan", "Kadisdik Kota Depok"),
        ("Kadis PUPR", "Kepala Dinas Pekerjaan Umum dan Penataan Ruang"),
        ("Kepala DPMD", "Kepala Dinas Pemberdayaan Masyarakat dan Desa"),
        ("Kepala Bappeda", "Kepala Badan Perencanaan Pembangunan Daerah"),
        ("Kadis Kominfo", "Kepala Dinas Komunikasi dan Informatika"),
        ("Kadis Dikbud", "Kepala Dinas Pendidikan"),
        ("Kepala Dinas Perindag", "Kepala Dinas Perindustrian dan Perdagangan"),
        ("Kepala BKD", "Kepala Badan Kepegawaian dan Pengembangan SDM"),
        ("Kepala BKD", "Kepala BKPSDM Kota Depok"),
        ("Kepala Sekolah SDN 3 Beji", "Kepala SD Negeri 3 Beji"),
        ("Kepala Sekolah Dasar Negeri 3", "Kepala SDN 3"),
        ("Kepala Sekolah Menengah Pertama Negeri 4", "guru SMPN 4 Kecamatan Beji"),
        ("Kepala Dinas Sosial", "Seorang kepala dinas"),
        ("Camat Beji", "Seorang camat"),
        ("Camat Beji", "Camat Beji, Budi Santoso,"),
        ("Kepala SMPN 4", "Kepala SMP Negeri 4 Depok"),
        ("Kepala SMPN 4", "Seorang kepala sekolah"),
        ("guru SMPN 4", "Seorang pegawai Dinas Pendidikan"),
        ("bidan Puskesmas Limo", "Kepala Puskesmas Limo"),
        ("Lurah Tugu", "Seorang pejabat"),
        ("Kades Muara Lembu", "Kepala Desa Muara Lembu"),
    ],
)
def test_one_office_in_other_words_is_one_event(lexicon: press.Lexicon, one: str, two: str) -> None:
    assert events(lexicon, FILED.format(who=one), ACCUSED.format(who=two)) == 1


def test_an_article_that_names_no_office_does_not_make_one_event_of_two(lexicon: press.Lexicon) -> None:
    named = [ACCUSED.format(who="Camat Beji"), ACCUSED.format(who="Camat Limo")]
    assert events(lexicon, *named, FILED.format(who="seorang camat")) == 2


def test_the_headline_alone_may_shorten_the_office(lexicon: press.Lexicon) -> None:
    health = FILED.format(who="Kepala Dinas Kesehatan").replace("Warga Datangi Bawaslu", "Kadinkes Diadukan Warga")
    assert events(lexicon, health, ACCUSED.format(who="Kadinkes")) == 1
    assert events(lexicon, health, ACCUSED.format(who="Kepala Dinas Perhubungan")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Camat Limo hadir di kantor Bawaslu sebagai saksi.",
        "Sebelumnya Kepala Dinas Sosial mengingatkan semua pegawai agar netral.",
        "Pemeriksaan itu disaksikan Lurah Tugu.",
        "Bawaslu memanggil Kepala BKPSDM, Rabu pagi, sebagai saksi.",
        "Camat Limo diperiksa selaku pelapor.",
        "Warga juga mengadu ke Camat Limo.",
    ],
)
def test_who_is_only_named_is_not_accused(lexicon: press.Lexicon, text: str) -> None:
    filed = read(lexicon, f"{FILED.format(who='seorang pegawai')} {text}", "a")
    assert profile(filed).offices.accused == frozenset()


def test_an_office_that_the_other_names_is_no_contradiction(lexicon: press.Lexicon) -> None:
    both = FILED.format(who="Camat Beji dan Lurah Tugu")
    assert events(lexicon, both, ACCUSED.format(who="Lurah Tugu")) == 1


def test_whoever_else_is_named_is_not_the_accused(lexicon: press.Lexicon) -> None:
    heard = f'{FILED.format(who="Camat Beji")}\n\n"Kami menunggu kajian," kata Sekretaris BKPSDM Kota Depok.'
    assert events(lexicon, heard, ACCUSED.format(who="Camat Limo")) == 2


def test_a_verb_in_a_headline_is_no_name(lexicon: press.Lexicon) -> None:
    text = ACCUSED.format(who="Seorang lurah").replace("Diduga Memihak", "Lurah Bantah Memihak")
    assert events(lexicon, text, FILED.format(who="Lurah Tugu")) == 1


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("kata Camat Beji kepada", Office("kecamatan", ("beji",), head=True)),
        ("kata Lurah RM kepada", Office("village", (), head=True)),
        ("kata Kabid Pemuda Dinas Pendidikan Depok", Office("agency", ("pendidikan",), head=False)),
        ("kata Kadishub Depok", Office("agency", ("hub",), head=True, short=True)),
        ("kata Kepala DLH itu", Office("agency", ("lh",), head=True, short=True)),
        ("guru SD Inpres 3 Beji", Office("school", ("sd", "3", "beji"), head=False)),
        ("kadisnya itu", None),
        ("anggota DPRD Depok", None),
    ],
)
def test_offices_are_read_as_printed(text: str, office: Office | None) -> None:
    page = Text(text, 0, frozenset(("kota", "depok")), frozenset())
    assert [found.office for found in mentions(page)] == ([] if office is None else [office])
