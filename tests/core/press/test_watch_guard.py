"""A watch list takes words of acts, offices and events; a person's name, number or account is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.catalogue import ROOT
from sinetra.core.press import load_lexicon
from sinetra.core.press.watch_guard import Refusal, name_words, refusal

LEXICON = load_lexicon(ROOT)

ACCEPTED = (
    *("surat edaran", "Surat Edaran", "politik uang", "Politik Uang", "mutasi jabatan", "Mutasi Jabatan"),
    *("Dinas Pendidikan", "Dinas Pendidikan Kota Banjarbaru", "BKPSDM Banjarbaru", "Sekretaris Daerah", "Bawaslu"),
    *("Kampanye Akbar", "Bantuan Sosial", "bansos", "Jalan Sehat Korpri", "Pesta Rakyat", "Pilkada 2024", "pose jari"),
    *("netralitas ASN", "Netralitas Pegawai Negeri", "SKB Lima Menteri", "Perbawaslu Nomor 6 Tahun 2018"),
    *("UU 20 Tahun 2023", "05/12/EDR/IX/HKU/2024", "Pasal 71 ayat (2)", "grup WhatsApp", "menyukai unggahan"),
    *("Kota Banjar", "Hulu Sungai Selatan", "Bolaang Mongondow", "Kota Bima", "Wali Kota Banjar", "kepala desa"),
    *(
        "Tim Sukses",
        "serangan fajar",
        "Serangan Fajar",
        "putra daerah",
        "jabatan pimpinan tinggi pratama",
        "Guru Honorer",
    ),
    *("Kepala Dinas", "Ketua Bawaslu", "PPPK Paruh Waktu", "Undang-Undang Nomor 10 Tahun 2016", "Alun-Alun", "TikTok"),
    *("Kecamatan Mekar Sari", "SDN Mekar Sari 3", "budi pekerti", "Sentra Gakkumdu"),
)
ACCOUNTS = (
    *("@budi", "＠budi", "wa.me/62812", "t.me/asn", "instagram.com/rangga", "facebook.com/x", "https://x.com/abc"),
    *("www.rangga.com", "rangga@contoh.go.id", "budi_santoso", "ig: rangga", "akun budi88", "TIKTOK.COM/rangga"),
)
NUMBERS = ("0812 3456 7890", "+62 812-3456-7890", "198501012010011001", "19850101 201001 1 001", "6372010101850001")
NAMES = (
    *("Budi Santoso", "budi santoso", "H. Budi Santoso, S.H.", "Pak Budi", "bupati Budi Santoso", "BUDI SANTOSO"),
    *("kampanye budi santoso", "prabowo", "jokowi", "ibu siti aminah", "budi-santoso", "budi s", "Budi S.", "s. budi"),
)
SHAPES = (
    *("Rangga Wiratmaja", "RANGGA WIRATMAJA", "Calon Wali Kota Rangga Wiratmaja", "dukung Rangga Wiratmaja"),
    *("Dr. Wiratmaja", "Lurah Lolita Marpaung", "Camat Wiratmaja", "Wali Kota Wiratmaja"),
)


@pytest.mark.parametrize("term", ACCEPTED)
def test_words_of_acts_offices_and_events_are_accepted(term: str) -> None:
    assert refusal(term, LEXICON) is None


@pytest.mark.parametrize("term", ACCOUNTS)
def test_an_account_or_its_address_is_refused(term: str) -> None:
    assert refusal(term, LEXICON) is Refusal.ACCOUNT


@pytest.mark.parametrize("term", NUMBERS)
def test_a_number_of_a_person_is_refused(term: str) -> None:
    assert refusal(term, LEXICON) is Refusal.NUMBER


@pytest.mark.parametrize("term", NAMES)
def test_a_common_name_is_refused_in_any_case_and_with_any_title(term: str) -> None:
    assert refusal(term, LEXICON) is Refusal.PERSON


@pytest.mark.parametrize("term", SHAPES)
def test_what_has_the_shape_of_a_name_is_refused(term: str) -> None:
    assert refusal(term, LEXICON) is Refusal.SHAPE


@pytest.mark.parametrize(
    "term",
    [
        "rangga wiratmaja",
        "Wiratmaja",
        "wiratmaja",
        "camat rangga wiratmaja",
        "dukung rangga wiratmaja",
        "ranggawiratmaja",
    ],
)
def test_a_known_person_is_refused_also_in_small_letters_and_in_part(term: str) -> None:
    assert refusal(term, LEXICON, persons=["Drs. H. Rangga Wiratmaja, M.Si."]) is Refusal.PERSON


def test_the_same_words_pass_where_nobody_is_called_so() -> None:
    assert refusal("wiratmaja", LEXICON) is None
    assert refusal("wiratmaja", LEXICON, persons=["Rangga Wiratmoko"]) is None


@pytest.mark.parametrize("term", ["surat edaran", "Kota Banjar", "Dinas Pendidikan", "netralitas"])
def test_a_person_whose_name_is_a_word_of_office_or_region_bars_nothing(term: str) -> None:
    assert refusal(term, LEXICON, persons=["Banjar", "Edaran Banjar", "Dinas", "Netralitas"]) is None


def test_a_unit_that_is_known_here_is_no_name() -> None:
    assert refusal("Lentera Cendana", LEXICON) is Refusal.SHAPE
    assert refusal("Lentera Cendana", LEXICON, places=["lentera cendana"]) is None


@pytest.mark.parametrize("term", ["", "  ", "ab", "12", "a" * 81, "---"])
def test_what_is_too_short_too_long_or_no_word_is_refused(term: str) -> None:
    assert refusal(term, LEXICON) is Refusal.SIZE


CALLED = st.text("abcdefghijklmnoprstuwy", min_size=4, max_size=9)


@given(
    st.lists(CALLED, min_size=2, max_size=4), st.sampled_from(["", "Pak ", "Dr. ", "Bupati ", "dukung "]), st.booleans()
)
def test_no_known_name_of_unknown_words_passes(parts: list[str], before: str, small: bool) -> None:
    known = _unknown(parts)
    if len(known) < 2:
        return
    name = " ".join(part.title() for part in known)
    assert refusal(before + (name.lower() if small else name), LEXICON, persons=[name]) is not None


def _unknown(parts: list[str]) -> list[str]:
    return [part for part in dict.fromkeys(parts) if name_words(f"{part} asn", LEXICON) == (part,)]


@given(st.text(max_size=120))
def test_any_text_is_answered(term: str) -> None:
    assert refusal(term, LEXICON) in (None, *Refusal)


@given(st.sampled_from(ACCEPTED), st.sampled_from(["@rangga", "wa.me/628123", "081234567890", "Rangga Wiratmaja"]))
def test_a_good_word_beside_it_does_not_carry_a_person_in(good: str, bad: str) -> None:
    if good.split()[0].lower() not in LEXICON.words("watch", "named_bodies"):
        assert refusal(f"{good} {bad}", LEXICON) is not None
