"""Which articles tell one event, which are steps of one affair, and which only look alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.core import press
from sinetra.core.press.stories.candidates import candidates
from sinetra.core.press.stories.hour import hour
from sinetra.core.press.stories.likeness import APART, ENOUGH, Likeness
from sinetra.core.press.stories.profile import Profile, profile

Read = Callable[..., press.Article]

OATH = """ASN Depok Ucapkan Ikrar Netral

DEPOK - Pemerintah Kota Depok menggelar ikrar netralitas Pilkada di Aula Teratai, {day}. Sekretaris Daerah Kota Depok,
Sulistyo Hartadi, memimpin pengucapan ikrar di hadapan para kepala dinas dan camat se-Kota Depok."""
OTHER_WORDS = """Janji Tak Memihak di Aula Teratai

Para kepala perangkat daerah Kota Depok mengangkat tangan kanan di Aula Teratai, {day}. "Jaga jarak dari semua calon,"
pesan Sekda Kota Depok Sulistyo Hartadi kepada mereka menjelang Pilkada."""
REPORT = """Bawaslu Depok Terima Laporan soal Lurah RM

Bawaslu Kota Depok menerima laporan dugaan pelanggaran netralitas Lurah RM, {day}. Terlapor diduga mengarahkan warga
mendukung bakal calon."""
SANCTION = """Lurah RM Dijatuhi Sanksi

Wali Kota Depok menjatuhkan sanksi disiplin sedang kepada Lurah RM, {day}. Sanksi itu menindaklanjuti rekomendasi BKN
atas pelanggaran netralitas."""


@pytest.fixture(scope="module")
def article(lexicon: press.Lexicon) -> Read:
    def read(text: str, day: str = "Senin (9/9/2024)", source: str = "a") -> press.Article:
        (raw,) = press.read(
            f"{source}.txt",
            text.format(day=day).replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n\n").encode(),
        )
        return press.extract(lexicon, raw)

    return read


def told(*articles: press.Article) -> list[set[str]]:
    return [{item.source for item in story.articles} for story in press.stories(articles)]


def test_two_outlets_in_other_words_tell_one_event(article: Read) -> None:
    assert told(article(OATH), article(OTHER_WORDS, source="b")) == [{"a.txt", "b.txt"}]


def test_the_same_oath_a_week_later_is_another_event(article: Read) -> None:
    assert told(article(OATH), article(OATH, "Senin (16/9/2024)", "b")) == [{"a.txt"}, {"b.txt"}]


def test_the_same_oath_in_the_town_next_door_is_another_event(article: Read) -> None:
    other = OATH.replace("Depok", "Bogor").replace("DEPOK", "BOGOR")
    assert told(article(OATH), article(other, source="b")) == [{"a.txt"}, {"b.txt"}]


def test_an_article_with_only_a_weekday_takes_the_day_of_its_event(article: Read) -> None:
    (story,) = press.stories([article(OATH), article(OTHER_WORDS, "Senin", "b")])
    second = story.articles[1]
    assert second.event_date is not None
    assert (second.day, second.event_date.inherited, second.event_date.source) == (date(2024, 9, 9), True, "a.txt")


def test_a_weekday_that_does_not_fit_keeps_an_article_apart(article: Read) -> None:
    assert len(told(article(OATH), article(OTHER_WORDS, "Rabu", "b"))) == 2


def test_an_undated_article_joins_one_of_two_events_and_does_not_make_them_one(article: Read) -> None:
    events = told(article(OATH), article(OATH, "Senin (16/9/2024)", "b"), article(OTHER_WORDS, "Senin", "c"))
    assert len(events) == 2
    assert sorted(map(len, events)) == [1, 2]


def test_a_copy_under_another_headline_is_named_as_a_copy(article: Read) -> None:
    copy = "Sekda Pimpin Sumpah Pegawai\n\n" + OATH.split("\n\n", 1)[1]
    (story,) = press.stories([article(OATH), article(copy, source="b"), article(OTHER_WORDS, source="c")])
    assert story.copies == (("a.txt", "b.txt"),)
    assert story.to_json()["copies"] == [["a.txt", "b.txt"]]


def test_steps_of_one_affair_are_linked_and_stay_apart(article: Read) -> None:
    report, sanction = press.stories([article(REPORT), article(SANCTION, "Jumat (18/10/2024)", "b")])
    assert (report.affair, sanction.affair) == ((sanction.id,), (report.id,))


@pytest.mark.parametrize(
    ("words", "other", "day"),
    [
        ("Lurah RM", "Lurah TS", "Jumat (18/10/2024)"),
        ("Lurah RM", "Camat RM", "Jumat (18/10/2024)"),
        ("Depok", "Bogor", "Jumat (18/10/2024)"),
        ("Lurah RM", "Lurah RM", "Jumat (17/10/2025)"),
    ],
)
def test_other_initials_another_post_another_town_and_another_year_are_other_affairs(
    article: Read, words: str, other: str, day: str
) -> None:
    report, sanction = press.stories([article(REPORT), article(SANCTION.replace(words, other), day, "b")])
    assert (report.affair, sanction.affair) == ((), ())


def test_who_speaks_about_an_oath_is_no_affair(article: Read) -> None:
    text = OATH.replace("para kepala dinas", "Lurah RM")
    assert [story.affair for story in press.stories([article(text), article(REPORT, source="b")])] == [(), ()]


PARTS = """Camat dan Lurah Belajar Netral

Bawaslu Kota Depok mengumpulkan camat dan lurah di sebuah hotel, {day}. Contoh komentar dan tanda suka ditayangkan satu
per satu, lalu jaksa menguraikan ancaman pidana bagi pejabat yang memihak."""
COFFEE = """Sekda Jelaskan Cuti Pendamping Calon

Dalam kopi pagi mingguan, Sekretaris Daerah Kota Depok menerangkan cuti di luar tanggungan bagi pegawai yang suaminya
maju, {day}. Serapan anggaran triwulan juga dibahas bersama kepala bagian."""


def test_two_meetings_in_one_town_on_one_day_share_too_few_words_to_be_one(article: Read) -> None:
    assert len(told(article(PARTS), article(COFFEE, source="b"))) == 2


def test_a_report_and_the_hearing_about_it_on_one_day_are_two_steps(article: Read) -> None:
    hearing = """Lurah RM Dicecar 18 Pertanyaan

Lurah RM memenuhi panggilan klarifikasi di kantor Bawaslu Kota Depok, {day}. Ia diperiksa dua jam lalu
pulang tanpa komentar.

Menurut pendampingnya, unggahan itu dibuat anaknya. Saksi dari panitia hajatan dijadwalkan datang pekan depan."""
    report, heard = press.stories([article(REPORT), article(hearing, source="b")])
    assert (report.affair, heard.affair) == ((heard.id,), (report.id,))


SERIES = """Panwascam Kumpulkan Perangkat Desa

DEPOK - Panwaslu Kecamatan {part} menyosialisasikan netralitas Pilkada kepada perangkat desa di Balai Kecamatan {part},
Kota Depok, {day}. Mereka diminta menjaga jarak dari pasangan calon sampai pemungutan suara selesai."""


@pytest.mark.parametrize(("part", "events"), [("Beji", 1), ("Limo", 2)])
def test_a_series_is_told_apart_by_its_kecamatan(article: Read, part: str, events: int) -> None:
    first, second = SERIES.replace("{part}", "Beji"), SERIES.replace("{part}", part)
    assert len(told(article(first), article(second, source="b"))) == events


LETTER = """Wali Kota Depok Terbitkan Edaran

Wali Kota Depok menerbitkan Surat Edaran Nomor 800/{number}/BKPSDM/2024 tentang netralitas, {day}. Edaran itu berlaku
bagi semua pegawai Pemerintah Kota Depok."""
EXPLAINED = """Sembilan Larangan bagi Pegawai Depok

Pegawai Kota Depok kini membaca surat edaran nomor 800/412/BKPSDM/2024 di papan pengumuman. Memasang baliho dan memakai
mobil dinas disebut di dalamnya. Edaran itu menggantikan nomor 800/380/BKPSDM/2023.

{day}"""


@pytest.mark.parametrize(("number", "events"), [("412", 1), ("380", 2)])
def test_a_letter_is_known_by_its_own_number_for_weeks_and_not_by_those_it_goes_back_to(
    article: Read, number: str, events: int
) -> None:
    letter = article(LETTER.replace("{number}", number))
    assert len(told(letter, article(EXPLAINED, "Jumat, 20 September 2024", "b"))) == events


SUN = """Terik Tak Surutkan Ikrar

Matahari belum tinggi, tetapi seorang staf harus dipapah. Insiden itu mewarnai ikrar netralitas pegawai di Kota Depok,
{day}. Mobil jenazah pun sempat disangka datang menjemput."""
TIRED = """Terik Tak Surutkan Semangat

Matahari belum tinggi, tetapi seorang staf harus dipapah. Insiden itu mewarnai sosialisasi netralitas pegawai di Kota
Depok, {day}. Mobil jenazah pun sempat disangka datang menjemput."""


@pytest.mark.parametrize(("text", "events"), [(SUN, 1), (TIRED, 2)])
def test_a_town_has_one_oath_a_day_in_whatever_words_and_several_talks(article: Read, text: str, events: int) -> None:
    oath = OATH.replace(" di Aula Teratai", "")
    assert len(told(article(oath), article(text, source="b"))) == events


VISIT = """Bawaslu Depok Bertamu

Komisioner Bawaslu Kota Depok mengunjungi {host} Kota Depok, {day}. Netralitas pada Pilkada menjadi pokok pembicaraan.
Ketua Bawaslu Kota Depok Andi Rahman membawa peta kerawanan."""


@pytest.mark.parametrize(("host", "events"), [("Kapolres", 1), ("Dandim", 2)])
def test_two_hosts_of_one_day_are_two_visits(article: Read, host: str, events: int) -> None:
    first, second = VISIT.replace("{host}", "Kapolres"), VISIT.replace("{host}", host)
    assert len(told(article(first), article(second, source="b"))) == events


LESSON = """Bawaslu Depok Bekali {who}

Bawaslu Kota Depok membekali para {who} tentang netralitas Pilkada, {day}. Ketua Bawaslu Kota Depok Andi Rahman
meminta mereka menolak titipan tim sukses."""


@pytest.mark.parametrize(("who", "events"), [("lurah", 1), ("bidan", 2)])
def test_two_audiences_of_one_day_are_two_lessons(article: Read, who: str, events: int) -> None:
    first, second = LESSON.replace("{who}", "lurah"), LESSON.replace("{who}", who)
    assert len(told(article(first), article(second, source="b"))) == events


def test_a_report_and_a_lesson_of_one_body_and_day_are_two_events(article: Read) -> None:
    assert len(told(article(REPORT), article(LESSON.replace("{who}", "lurah"), source="b"))) == 2


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("di Gedung Wanita, Selasa (22/10/2024) pagi.", 0),
        ("di Gedung Wanita, Selasa siang.", 1),
        ("katanya, sore tadi, di depan guru.", 2),
        ("Rapat digelar kemarin malam.", 3),
        ("Rapat dimulai pukul 13.30 WIB.", 1),
        ("Ikrar dibaca pada apel pagi di halaman.", None),
        ("mereka menonton siaran siang malam.", None),
    ],
)
def test_the_part_of_the_day_is_read_beside_the_day(lead: str, found: int | None) -> None:
    assert hour(lead) == found


#: One hall, one speaker, one day: who holds it, for whom and when tells two apart.
HALL = """{body} Kumpulkan {who} di Aula Teratai

{body} Kota Depok mengumpulkan para {who} dalam {what} netralitas Pilkada di Aula Teratai, {day} {part}. Ketua Bawaslu
Kota Depok Andi Rahman berbicara kepada mereka dan membagikan buku saku."""


@pytest.mark.parametrize(
    ("body", "who", "part", "events"),
    [
        ("Kesbangpol", "lurah", "pagi", 1),
        ("Kesbangpol", "camat", "siang", 2),
        ("Dinas Pendidikan", "lurah", "sore", 2),
        ("Kesbangpol", "lurah", "siang", 1),
    ],
)
def test_two_signs_of_another_gathering_are_enough(article: Read, body: str, who: str, part: str, events: int) -> None:
    first, second = (
        HALL.replace("{body}", host).replace("{who}", people).replace("{what}", "sosialisasi").replace("{part}", hours)
        for host, people, hours in (("Kesbangpol", "lurah", "pagi"), (body, who, part))
    )
    assert len(told(article(first), article(second, source="b"))) == events


PARKED = """Stiker Paslon di Mobil Dinas? Siap-siap Dipanggil

Pegawai Kota Depok yang menempel stiker calon di mobil dinas akan dipanggil dan diperiksa. Larangan itu ada dalam surat
edaran wali kota tentang netralitas yang berlaku bagi semua pegawai Pemerintah Kota Depok.

{day}"""


def test_a_circular_is_known_as_such_whatever_it_threatens_with(article: Read) -> None:
    letter = article(LETTER.replace("{number}", "412"))
    assert len(told(letter, article(PARKED, "Jumat, 20 September 2024", "b"))) == 1


COUNTED = """Bawaslu {place} Tangani {number} Kasus Netralitas

Bawaslu {place} menangani {number} kasus dugaan pelanggaran netralitas ASN pada Pilkada 2024. Rekapitulasi itu
disampaikan Bawaslu {place}, {day}."""


@pytest.mark.parametrize(("number", "events"), [("81", 1), ("31", 2)])
def test_headlines_with_other_figures_are_other_statistics(article: Read, number: str, events: int) -> None:
    first, second = (COUNTED.replace("{place}", "Kota Depok").replace("{number}", figure) for figure in ("81", number))
    assert len(told(article(first), article(second, source="b"))) == events


@pytest.mark.parametrize(("body", "events"), [("Kota Depok", 1), ("Provinsi Jawa Barat", 2)])
def test_what_a_province_counts_is_not_what_its_town_counts(article: Read, body: str, events: int) -> None:
    first = COUNTED.replace("{place}", "Kota Depok").replace("{number}", "81")
    second = COUNTED.replace("{place}", body).replace("{number}", "81")
    assert len(told(article(first), article(second, source="b"))) == events


WARNED = """Pegawai Depok Ditegur

Pemerintah Kota Depok memberi teguran tertulis kepada seorang petugas berinisial {who}, {day}. Ia mengunggah foto
bersama calon wali kota."""


@pytest.mark.parametrize(("who", "events"), [("NL", 1), ("YB", 2)])
def test_two_people_punished_on_one_day_are_two_decisions(article: Read, who: str, events: int) -> None:
    first, second = WARNED.replace("{who}", "NL"), WARNED.replace("{who}", who)
    assert len(told(article(first), article(second, source="b"))) == events


SCENE = """Suara Pecah di Aula

Tawa pecah ketika {speaker} memutar video lama. "Ini bukan di sini," katanya cepat-cepat. Para kepala dinas menirukan
ikrar netralitas Pilkada di Aula Teratai sambil mengangkat tangan kanan, lalu berfoto."""


@pytest.mark.parametrize(("speaker", "events"), [("Sulistyo Hartadi", 1), ("Bambang Rahardi", 2)])
def test_a_scene_without_town_and_day_is_found_by_the_name_in_it(article: Read, speaker: str, events: int) -> None:
    oath, scene = article(OATH), article(SCENE.replace("{speaker}", speaker), source="b")
    assert (scene.kab_kota, scene.day) == (None, None)
    assert len(told(oath, scene)) == events


def test_the_beginning_of_a_week_is_no_day(article: Read) -> None:
    stamped = OTHER_WORDS + "\n\nRabu, 11 September 2024"
    day = "awal pekan ini"
    assert len(told(article(OATH, "Selasa (10/9/2024)"), article(stamped, day, "b"))) == 1
    assert len(told(article(OATH, "Selasa (10/9/2024)"), article(stamped, "Senin", "b"))) == 2


def test_an_event_is_on_the_day_that_most_outlets_print(article: Read) -> None:
    days = ("Minggu (8/9/2024)", "Senin (9/9/2024)", "Senin (9/9/2024)", "")
    story = press.told_as_one([article(OATH, day, str(n)) for n, day in enumerate(days)])
    assert story.event_date == date(2024, 9, 9)
    last = story.articles[-1].event_date
    assert last is not None
    assert (last.value, last.inherited, last.source) == (date(2024, 9, 9), True, "1.txt")


@pytest.fixture(scope="module")
def some(article: Read) -> list[press.Article]:
    texts = (OATH, OTHER_WORDS, REPORT, SANCTION)
    days = ("Senin (9/9/2024)", "Selasa (10/9/2024)", "Senin (16/9/2024)", "Senin")
    return [article(text, day, f"{n}-{m}") for n, text in enumerate(texts) for m, day in enumerate(days)]


@given(st.data())
def test_order_does_not_matter_and_no_event_contradicts_itself(some: list[press.Article], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(some))
    assert {frozenset(group) for group in told(*mixed)} == {frozenset(group) for group in told(*some)}
    for story in press.stories(mixed):
        profiles = [profile(item) for item in story.articles]
        likeness = Likeness(profiles)
        for one, two in combinations(profiles, 2):
            assert likeness.of(one, two) > APART or one.days is None or two.days is None


def test_every_pair_that_is_like_enough_is_among_the_candidates(some: list[press.Article]) -> None:
    profiles = [profile(item) for item in some]
    pairs, likeness = set(candidates(profiles)), Likeness(profiles)
    for one, two in combinations(range(len(profiles)), 2):
        if likeness.of(profiles[one], profiles[two]) >= ENOUGH:
            assert (one, two) in pairs


def test_candidates_grow_with_the_articles_and_not_with_their_square(some: list[press.Article]) -> None:
    first = profile(some[0])
    assert first.days is not None

    def spread(number: int) -> list[Profile]:
        days = [first.days.first + timedelta(days=n // 4) for n in range(number)]  # type: ignore[union-attr]
        return [replace(first, source=str(n), days=replace(first.days, first=d, last=d)) for n, d in enumerate(days)]  # type: ignore[type-var]

    few, many = (len(list(candidates(spread(number)))) for number in (200, 2000))
    assert many < 12 * few
