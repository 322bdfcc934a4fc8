"""The evaluation of the reader: planted slips are counted, and what is the same in other words is not one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.core.press.evaluated import REGIONS, below, evaluated

from sinetra.catalogue import ROOT
from sinetra.core import press
from sinetra.core.errors import BadInput
from sinetra.core.press.evaluation import Evaluation, Verdict, bodies, read_gold
from sinetra.core.press.evaluation.laws import merged, printed_law

TEXT = (
    "Bawaslu Kota Cendana Ingatkan Netralitas ASN\n"
    "Bawaslu Kota Cendana menggelar rapat koordinasi di Hotel Melati, Senin (14/10/2024). "
    "Kegiatan itu diikuti 85 peserta.\n"
    "Ketua Bawaslu Kota Cendana, Rahmat Lubis, mengatakan ASN dilarang berfoto bersama pasangan calon. "
    '"Sanksinya hukuman disiplin berat," tegasnya.\n'
    "Larangan itu ada dalam PP Nomor 94 Tahun 2021 Pasal 5."
)
RIGHT: dict[str, Any] = {
    "file": "a.txt",
    "seen": "full",
    "event_type": "rakor/mou",
    "event_date": "2024-10-14",
    "place": {"venue": "Hotel Melati", "kab_kota": "Kota Cendana", "provinsi": "Nusa Contoh"},
    "agency": "Badan Pengawas Pemilihan Umum (Bawaslu) Kota Cendana",
    "persons": [{"name": "H. Rahmat Lubis, S.H.", "position": "Ketua Bawaslu Kota Cendana"}],
    "legal": ["PP 94/2021 Pasal 5"],
    "participants_count": 85,
    "prohibited_acts": ["photo_with_candidate"],
    "permitted_acts": [],
    "sanctions": [{"code": "heavy", "mode": "stated"}],
    "election": "pilkada_2024",
}
#: A slip planted in the gold, and the fact in which it must show.
SLIPS: dict[str, tuple[str, Any]] = {
    "event_type": ("event_type", "sosialisasi"),
    "event_date": ("event_date", "2024-10-15"),
    "place": ("place", {"kab_kota": "Kab. Cendana"}),
    "province": ("place", {"provinsi": "Jambi"}),
    "venue": ("place", {"venue": "Hotel Mawar"}),
    "agency": ("agency", "Bawaslu Kabupaten Cendana"),
    "persons": ("persons", [{"name": "Rahmat Lubis"}, {"name": "Siti Lubis"}]),
    "positions": ("persons", [{"name": "Rahmat Lubis", "position": "Bupati Cendana"}]),
    "instruments": ("legal", ["PP 94/2021", "UU 20/2023"]),
    "articles": ("legal", ["PP 94/2021 Pasal 14"]),
    "participants": ("participants_count", 86),
    "acts": ("prohibited_acts", ["photo_with_candidate", "like"]),
    "permitted": ("permitted_acts", ["vote"]),
    "sanctions": ("sanctions", ["heavy", "medium"]),
    "sanction_modes": ("sanctions", [{"code": "heavy", "mode": "imposed"}]),
    "election": ("election", "pilkada_2020"),
}


def _counts(found: Evaluation, field: str) -> tuple[int, int, int]:
    figure = found.figure(field)
    return (0, 0, 0) if figure is None else (figure.right, figure.wrong, figure.missed)


def test_an_article_read_right_has_no_slip(tmp_path: Path) -> None:
    found = evaluated(tmp_path, {"a.txt": TEXT}, RIGHT)
    assert found.misses == ()
    assert {figure.f1 for figure in found.figures} == {1.0}
    assert {figure.field for figure in found.figures} >= set(SLIPS) - {"permitted"}
    assert (found.articles, found.part, found.unseen) == (1, 0, 0)


@pytest.mark.parametrize("field", SLIPS)
def test_a_planted_slip_is_counted_in_its_fact_and_no_other(field: str, tmp_path: Path) -> None:
    key, value = SLIPS[field]
    found = evaluated(tmp_path, {"a.txt": TEXT}, RIGHT | {key: value})
    slips = {outcome.field for outcome in found.misses}
    assert slips == {field}
    missed = [outcome for outcome in found.misses if outcome.verdict is Verdict.MISSED]
    assert missed and missed[0].file == "a.txt" and missed[0].span is None
    assert below(found, {field: 0.99})


def test_what_was_found_wrongly_is_shown_with_its_place(tmp_path: Path) -> None:
    found = evaluated(tmp_path, {"a.txt": TEXT}, RIGHT | {"event_date": None})
    (slip,) = found.misses
    assert (slip.field, slip.verdict, slip.value) == ("event_date", Verdict.WRONG, "2024-10-14")
    assert slip.span is not None and TEXT[slip.span.start : slip.span.end].startswith("Senin (14/10/2024")


def test_a_missing_key_is_not_scored(tmp_path: Path) -> None:
    found = evaluated(tmp_path, {"a.txt": TEXT}, {"file": "a.txt", "participants_count": 85})
    assert [figure.field for figure in found.figures] == ["participants"]


def test_of_an_article_seen_in_part_silence_says_nothing(tmp_path: Path) -> None:
    silent = RIGHT | {"event_date": None, "persons": [], "prohibited_acts": [], "sanctions": [], "legal": []}
    assert evaluated(tmp_path, {"a.txt": TEXT}, silent | {"seen": "part"}).misses == ()
    assert len(evaluated(tmp_path, {"a.txt": TEXT}, silent).misses) == 5


def test_hypothetical_and_denied_sanctions_are_not_named(tmp_path: Path) -> None:
    text = TEXT.replace("hukuman disiplin berat", "hukuman disiplin berat dan teguran tertulis")
    wanted = [{"code": "heavy", "mode": "stated"}, {"code": "reprimand", "mode": "denied"}]
    found = evaluated(tmp_path, {"a.txt": text}, RIGHT | {"sanctions": wanted})
    wrong = {(outcome.field, outcome.value) for outcome in found.misses if outcome.verdict is Verdict.WRONG}
    assert ("sanctions", "reprimand") in wrong
    assert ("denied", "stated") in {(item.wanted, item.found) for item in found.sanction_modes}


def test_confusions_say_what_was_taken_for_what(tmp_path: Path) -> None:
    slip = RIGHT | {"event_type": "opinion", "prohibited_acts": ["hand_sign"]}
    found = evaluated(tmp_path, {"a.txt": TEXT}, slip)
    assert [(item.wanted, item.found) for item in found.event_types] == [("opinion", "rakor/mou")]
    assert [(item.wanted, item.found) for item in found.acts] == [("hand_sign", "photo_with_candidate")]


def test_pairs_of_one_event_are_scored_and_a_planted_one_is_missed(tmp_path: Path) -> None:
    other = TEXT.replace("Kota Cendana", "Kabupaten Damar Raya").replace("Hotel Melati", "Aula Wana")
    other = other.replace("Rahmat Lubis", "Siti Tanjung").replace("14/10", "21/10")
    texts = {"a.txt": TEXT, "b.txt": TEXT.replace("menggelar", "mengadakan"), "c.txt": other}
    names = [{"file": name, "same_event_as": []} for name in texts]
    names[0]["same_event_as"] = ["b.txt"]
    assert _counts(evaluated(tmp_path, texts, *names), "same_event") == (1, 0, 0)
    names[0]["same_event_as"] = []
    assert _counts(evaluated(tmp_path, texts, *names), "same_event") == (0, 1, 0)
    names[2]["same_event_as"] = ["a.txt"]
    assert _counts(evaluated(tmp_path, texts, *names), "same_event") == (0, 1, 1)


def test_an_article_without_a_text_may_be_named_as_of_the_same_event(tmp_path: Path) -> None:
    names = [{"id": "a", "same_event_as": ["tanpa", 7]}, {"id": "tanpa", "same_event_as": ["a"]}, {"id": 7}]
    assert _counts(evaluated(tmp_path, {"a.txt": TEXT}, *names), "same_event") == (0, 0, 0)


def test_a_sanction_without_a_mode_is_named(tmp_path: Path) -> None:
    found = evaluated(tmp_path, {"a.txt": TEXT}, RIGHT | {"sanctions": [{"code": "heavy", "mode": None}, "heavy"]})
    assert _counts(found, "sanctions") == (1, 0, 0) and found.figure("sanction_modes") is None


def test_the_interval_is_the_same_every_time_and_holds_the_figure(tmp_path: Path) -> None:
    texts = {f"{number}.txt": TEXT for number in range(10)}
    gold = [{"file": name, "participants_count": 85 if name < "5" else 86} for name in texts]
    first, second = (evaluated(tmp_path, texts, *gold).figure("participants") for _ in range(2))
    assert first == second and first is not None and first.interval is not None and first.f1 is not None
    assert first.interval[0] < first.f1 < first.interval[1]
    assert (first.right, first.wrong, first.missed, first.articles) == (5, 5, 5, 10)


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("Bawaslu Kota Semarang", "Bawaslu Kabupaten Semarang", False),
        ("Bawaslu Semarang", "Bawaslu Kota Semarang", True),
        ("Bawaslu Kota Cendana", "Badan Pengawas Pemilihan Umum (Bawaslu) Kota Cendana", True),
        ("Pemkot Cendana", "Pemerintah Kota Cendana", True),
        ("Pemkab Cendana", "Pemerintah Kota Cendana", False),
        ("Bupati Cendana", "Pemerintah Kabupaten Cendana", True),
        ("Bupati Cendana", "Pemerintah Kota Cendana", False),
        ("Pj Wali Kota Cendana", "Pemkot Cendana", True),
        ("Sekda Kabupaten Cendana", "Pemerintah Kabupaten Cendana", True),
        ("Sekretaris Daerah Kota Cendana", "Wali Kota Cendana", True),
        ("Penjabat Gubernur Nusa Contoh", "Pemerintah Provinsi Nusa Contoh", True),
        ("Gubernur Nusa Contoh", "Gubernur Jambi", False),
        ("Wakil Bupati Cendana", "Pemerintah Kabupaten Cendana", False),
        ("Camat Lontar", "Pemerintah Kabupaten Cendana", False),
        ("Menteri Dalam Negeri", "Kemendagri", True),
        ("Menteri PANRB", "Kemendagri", False),
        ("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kota Cendana", "BKPSDM Kota Cendana", True),
        ("Badan Kepegawaian Daerah Kota Cendana", "BKPSDM Kota Cendana", False),
        ("Dinas Pendidikan dan Kebudayaan Kota Cendana", "Disdikbud Cendana", True),
        ("Panitia Pengawas Pemilihan Umum Kota Cendana", "Panwaslu Kota Cendana", True),
        ("Kankemenag Kota Cendana", "Kantor Kementerian Agama Kota Cendana", True),
        ("Sekretariat Daerah Kota Cendana", "Pemerintah Kota Cendana", False),
        ("Bawaslu Kabupaten Penajam Paser Utara", "Bawaslu PPU", True),
        ("Bawaslu", "Bawaslu Kota Cendana", False),
        ("Setda Provinsi Nusa Contoh", "Biro Organisasi Setda Provinsi Nusa Contoh", False),
    ],
)
def test_bodies_are_one_when_words_and_region_agree(found: str, wanted: str, same: bool) -> None:
    gazetteer = press.load_lexicon(ROOT, regions=REGIONS).gazetteer
    assert bodies.same_body(gazetteer, found, wanted, frozenset()) is same


def test_a_region_that_the_gold_leaves_out_is_that_of_its_place() -> None:
    gazetteer = press.load_lexicon(ROOT, regions=REGIONS).gazetteer
    place = bodies.region_codes(gazetteer, "Kota Cendana")
    assert place == {"99.71"}
    assert bodies.same_body(gazetteer, "Bawaslu Kota Cendana", "Bawaslu", place)
    assert not bodies.same_body(gazetteer, "Bawaslu Kabupaten Cendana", "Bawaslu", place)


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("Pj Wali Kota Banjar", "Penjabat Walikota Banjar", True),
        ("Wali Kota Banjar", "Pj Wali Kota Banjar", False),
        ("Ketua Bawaslu Kota Semarang", "Ketua Bawaslu Kabupaten Semarang", False),
        ("Kepala Dinas Pendidikan", "Kadis Pendidikan Kota Cendana", True),
        ("Sekretaris Dinas Pendidikan", "Kepala Dinas Pendidikan", False),
    ],
)
def test_positions_are_one_when_none_says_anything_else(found: str, wanted: str, same: bool) -> None:
    assert bodies.same_position(press.load_lexicon(ROOT, regions=REGIONS).gazetteer, found, wanted) is same


def test_names_are_compared_without_titles_and_degrees(lexicon: press.Lexicon) -> None:
    assert bodies.same_person(lexicon, "Dr. H. Ma'ruf Siregar, M.Si.", "Maruf Siregar")
    assert not bodies.same_person(lexicon, "Siregar", "Maruf Siregar")


def test_the_forms_of_an_instrument_in_a_gold_have_one_key() -> None:
    lines = ["UU 7/2017 Pasal 280 ayat (2)", "Undang-Undang Nomor 7 Tahun 2017 Pasal 494", "uu-7-2017"]
    (law,) = merged(printed_law(line) for line in lines)
    assert law.articles == {"280", "494"}
    before = printed_law("Pasal 280 UU 7/2017")
    assert (before.keys, before.articles) == (law.keys, {"280"})
    assert printed_law("Perbawaslu 7/2017 (as printed)").keys != law.keys
    assert printed_law("SE Bupati PPU 10/2024").keys == printed_law("Surat Edaran Nomor 10 Tahun 2024").keys


def test_texts_are_found_by_id_or_by_the_order_of_their_numbers(tmp_path: Path) -> None:
    texts = {"001_x.txt": TEXT, "002_y.txt": TEXT.replace("85", "90")}
    by_order = evaluated(
        tmp_path, texts, {"id": "satu", "participants_count": 85}, {"id": "b", "participants_count": 90}
    )
    assert _counts(by_order, "participants") == (2, 0, 0)
    by_name = evaluated(tmp_path, texts, {"id": "002", "participants_count": 90}, {"id": "tanpa"})
    assert _counts(by_name, "participants") == (1, 0, 0)
    assert by_name.without_text == ("tanpa",)


@pytest.mark.parametrize(
    ("article", "named"),
    [
        ({"participants_count": 1}, "articles[0].file"),
        ({"file": "tidak-ada.txt"}, "tidak-ada.txt"),
        ({"file": "a.txt", "event_date": "14 Oktober"}, "articles[0].event_date"),
        ({"file": "a.txt", "seen": "half"}, "full, part"),
        ({"file": "a.txt", "persons": [{"position": 3, "name": ["x"]}]}, "articles[0].persons[0].name"),
        ({"file": "a.txt", "sanctions": [{"code": "heavy", "mode": "maybe"}]}, "articles[0].sanctions[0].mode"),
        ({"file": "a.txt", "participants_count": "banyak"}, "articles[0].participants_count"),
        ({"file": "a.txt", "place": "Kota Cendana"}, "articles[0].place"),
        ({"file": "a.txt", "cases": [{"unit": "laporan"}]}, "articles[0].cases[0].value"),
        ({"file": "a.txt", "same_event_as": ["z.txt"]}, "articles[0].same_event_as"),
        ({"file": "a.txt", "prohibited_acts": [3]}, "articles[0].prohibited_acts"),
    ],
)
def test_a_slip_of_the_gold_names_file_field_and_what_is_accepted(
    article: dict[str, Any], named: str, tmp_path: Path
) -> None:
    with pytest.raises(BadInput) as told:
        evaluated(tmp_path, {"a.txt": TEXT}, article)
    assert named in str(told.value) and "gold.yaml" in str(told.value)


@pytest.mark.parametrize("write", [lambda path: None, lambda path: path.write_text("articles: [", encoding="utf-8")])
def test_a_gold_that_cannot_be_read_is_told(write: Callable[[Path], object], tmp_path: Path) -> None:
    write(tmp_path / "gold.yaml")
    with pytest.raises(BadInput, match=r"gold\.yaml"):
        read_gold(tmp_path / "gold.yaml")


def test_a_code_outside_the_vocabulary_is_named(tmp_path: Path) -> None:
    found = evaluated(tmp_path, {"a.txt": TEXT}, RIGHT | {"prohibited_acts": ["photo_with_candidat"]})
    assert found.unknown == ("articles[0].prohibited_acts: photo_with_candidat",)
    assert evaluated(tmp_path, {"a.txt": TEXT}, RIGHT).unknown == ()


def test_a_key_that_is_not_read_is_named(tmp_path: Path) -> None:
    misspelt = {"file": "a.txt", "event_tipe": "circular", "place": {"kota": "Kota Cendana"}, "note": "apa saja"}
    found = evaluated(tmp_path, {"a.txt": TEXT}, misspelt)
    assert found.unscored == ("event_tipe", "note", "place.kota")
    assert found.to_json()["unscored_keys"] == ["event_tipe", "note", "place.kota"]
    assert evaluated(tmp_path, {"a.txt": TEXT}, RIGHT).unscored == ()
