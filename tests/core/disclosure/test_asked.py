"""What may be asked about whom, and on what law."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.catalogue import ROOT
from sinetra.core.disclosure.asked import (
    never_asked,
    read_matter,
    read_own_fields,
    read_people,
    refuse_handles,
)
from sinetra.core.disclosure.basis import read_basis
from sinetra.core.disclosure.rules import load_data_rules
from sinetra.core.errors import BadInput

RULES = load_data_rules(ROOT)
NEVER = [(kind.id, word) for kind in RULES.never for word in kind.words]


@pytest.mark.parametrize("field", [item.text.id for item in RULES.fields] + [item.text.en for item in RULES.fields])
def test_no_field_of_the_catalogue_is_one_that_may_never_be_asked(field: str):
    assert never_asked(field, RULES) is None


@given(
    st.sampled_from(NEVER),
    st.sampled_from(["data ", "Tolong sertakan ", "jabatan dan ", ""]),
    st.sampled_from(["", " yang bersangkutan", "?", " (bila ada)"]),
    st.sampled_from([str.upper, str.title, str.lower]),
)
def test_what_may_never_be_asked_is_found_in_any_spelling_of_a_field(item, before, after, spelled):
    _kind, word = item
    text = before + spelled(word).replace(" ", " - ") + after
    assert never_asked(text, RULES) is not None
    with pytest.raises(BadInput) as refused:
        read_own_fields([text], RULES)
    assert refused.value.code == "never_asked"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Akun Instagram", "social_media"),
        ("@nusa.contoh", "social_media"),
        ("https://contoh.id/nusa", "social_media"),
        ("nama istri dan anak", "family"),
        ("pilihan politik", "vote"),
        ("alamat rumah", "private"),
    ],
)
def test_each_kind_is_named(text: str, kind: str):
    found = never_asked(text, RULES)
    assert found is not None
    assert found.id == kind


@pytest.mark.parametrize("text", ["tugas pada hari Minggu", "kelas jabatan", "surat perintah tugas 12 Oktober 2024"])
def test_a_fact_about_the_work_may_be_asked_in_own_words(text: str):
    assert read_own_fields([text, "", text], RULES) == (text,)


def test_five_people_may_be_asked_about_and_the_sixth_is_too_many():
    names = [f"Kenari Contohwati {n}, Dinas Kesehatan" for n in range(6)]
    assert len(read_people(names[:5], RULES)) == 5
    with pytest.raises(BadInput, match="Daftar pegawai tidak diberikan") as refused:
        read_people(names, RULES)
    assert refused.value.field == "people"


@pytest.mark.parametrize(
    "line",
    [
        "Semua pegawai Dinas Kesehatan",
        "guru di seluruh kecamatan",
        "Daftar pejabat eselon III",
        "para lurah",
        "PPPK Dinas Pendidikan",
        "12345",
        "istri Nusa Contohindah",
        "Keluarga camat",
        "@nusa.contoh",
    ],
)
def test_a_line_that_names_nobody_or_a_relative_is_refused(line: str):
    with pytest.raises(BadInput) as refused:
        read_people([line], RULES)
    assert refused.value.field == "people"


@pytest.mark.parametrize(
    "line",
    [
        "Nusa Contohindah; Kenari Contohwati",
        "Nusa Contohindah, Analis; Kenari Contohwati",
        "Nusa Contohindah dan Kenari Contohwati",
        "Nusa Contohindah DAN Kenari Contohwati, Dinas Kesehatan",
        "Nusa Contohindah & Kenari Contohwati",
        "Nusa Contohindah / Kenari Contohwati",
        "Nusa Contohindah, Kenari Contohwati, Durian Contohwan",
        "Nusa Contohindah, S.IP., Kenari Contohwati, Analis",
        "Nusa Contohindah, Analis, Kenari Contohwati, Lurah",
    ],
)
def test_a_line_that_names_several_people_is_refused(line: str):
    with pytest.raises(BadInput, match="lebih dari satu orang") as refused:
        read_people([line], RULES)
    assert refused.value.field == "people"


@pytest.mark.parametrize(
    "line",
    [
        "Ibu Kenari Contohwati",
        "Nusa Contohindah, Dinas Perlindungan Anak",
        "Saudara Durian Contohwan",
        "Vanili Contohwati, Kepala Dinas Kesehatan",
        "Nusa Contohindah, PNS pada BKPSDM",
        "Drs. Nusa Contohindah, S.IP., M.Si, Kepala Bagian Protokol dan Komunikasi",
        "Dandan Contohwan",
    ],
)
def test_words_of_an_office_or_of_respect_do_not_stop_a_name(line: str):
    assert read_people([line], RULES) == (line,)


@pytest.mark.parametrize(
    "text", ["", "tanpa angka", "Camat 1 hadir di kampanye pasangan calon", "001/TM\n; isi perkara", "x" * 61 + "1"]
)
def test_a_matter_is_its_number_and_nothing_of_its_content(text: str):
    with pytest.raises(BadInput) as refused:
        read_matter(text)
    assert refused.value.field == "matter"


@pytest.mark.parametrize(
    "law", ["MoU Bawaslu dan Pemko", "Nota Kesepahaman 5/2024", "kesepakatan bersama", "Perjanjian Kerja Sama 3"]
)
def test_a_promise_is_no_legal_basis(law: str):
    with pytest.raises(BadInput) as refused:
        read_basis(law, "pasal 3", RULES)
    assert (refused.value.code, refused.value.field) == ("promise", "instrument")


@pytest.mark.parametrize(
    ("law", "article", "field"),
    [("", "pasal 3", "instrument"), ("UU 7/2017", "", "article"), ("UU 7/2017", "semuanya", "article")],
)
def test_a_basis_names_law_and_article(law: str, article: str, field: str):
    with pytest.raises(BadInput) as refused:
        read_basis(law, article, RULES)
    assert refused.value.field == field
    assert read_basis("UU 7/2017", "pasal 30 huruf b", RULES) == "UU 7/2017 pasal 30 huruf b"


def test_an_answer_may_hold_no_account_of_the_internet():
    refuse_handles("Kepala Dinas, sejak 2 Januari 2023", RULES, field="value_0_1")
    with pytest.raises(BadInput) as refused:
        refuse_handles("lihat @nusa.contoh", RULES, field="value_0_1")
    assert refused.value.field == "value_0_1"


def test_the_breach_clock_says_how_far_its_article_was_read():
    assert (RULES.breach.hours, RULES.breach.confidence.value) == (72, "pers")
    assert "pasal 46" in RULES.breach.source
    assert RULES.breach.start.confidence.value == "perlu-cek", "from when the hours run was not read"
