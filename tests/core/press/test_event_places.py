"""Where it was: offices, halls and short names against datelines, districts and streets. Every sentence is invented."""

from __future__ import annotations

import pytest

from sinetra.core import press


def _place(lexicon: press.Lexicon, text: str) -> tuple[str | None, str | None]:
    (document,) = press.read("a.txt", text.encode())
    place = press.extract(lexicon, document).place
    return (None, None) if place is None else (place.kab_kota, place.province)


def test_where_the_next_one_will_be_is_not_the_place(lexicon: press.Lexicon) -> None:
    text = "Pemkot Kediri menggelar sosialisasi netralitas ASN di Gedung Wanita. {} di Gedung Serbaguna Kota Blitar."
    assert _place(lexicon, text.format("Pertemuan bulan depan digelar"))[0] == "Kota Kediri"
    assert _place(lexicon, text.format("Acara itu digelar"))[0] == "Kota Blitar"


@pytest.mark.parametrize(
    ("text", "kab_kota"),
    [
        ("Wali Kota Kediri meminta ASN netral. Pemkot Kediri menggelar sosialisasi.", "Kota Kediri"),
        ("Bupati Kediri meminta ASN netral. Pemkab menggelar sosialisasi.", "Kabupaten Kediri"),
        ("SURABAYA – Bupati Lamongan meminta ASN netral saat apel.", "Kabupaten Lamongan"),
        ("MARTAPURA – Bawaslu Kota Banjarbaru menggelar rapat koordinasi netralitas.", "Kota Banjarbaru"),
        ("Pemko Banjarmasin menggelar sosialisasi netralitas ASN.", "Kota Banjarmasin"),
        ("Bupati Banjar membuka sosialisasi netralitas ASN.", "Kabupaten Banjar"),
        ("Wali Kota Banjar membuka sosialisasi netralitas ASN.", "Kota Banjar"),
        ("Camat Sukoharjo dilaporkan. Bawaslu Kabupaten Wonosobo menerima laporan itu.", "Kabupaten Wonosobo"),
        (
            "Warga Kecamatan Bojonegoro, Kabupaten Serang, melaporkan lurah ke Bawaslu Kabupaten Serang.",
            "Kabupaten Serang",
        ),
        ("Pemkot Medan menggelar sosialisasi netralitas ASN di Hotel Aceh.", "Kota Medan"),
        ("Pemkot Bandung menggelar apel netralitas di Jalan Aceh.", "Kota Bandung"),
        ("Bawaslu Kukar mengingatkan ASN agar netral.", "Kabupaten Kutai Kartanegara"),
        ("Bupati Kobar meminta ASN netral.", "Kabupaten Kotawaringin Barat"),
        ("Pj Bupati Muba meminta ASN netral.", "Kabupaten Musi Banyuasin"),
        ("ASN PPU diminta netral. Bawaslu PPU menggelar sosialisasi.", "Kabupaten Penajam Paser Utara"),
        ("Wali Kota Tangsel meminta ASN netral.", "Kota Tangerang Selatan"),
        ("Sekda Pangkep meminta ASN netral.", "Kabupaten Pangkajene dan Kepulauan"),
        ("Bupati Sidrap meminta ASN netral.", "Kabupaten Sidenreng Rappang"),
        ("Sekda Lamteng meminta ASN netral.", "Kabupaten Lampung Tengah"),
        ("Bupati Boltim meminta ASN netral.", "Kabupaten Bolaang Mongondow Timur"),
        ("Bawaslu Gunung Kidul menggelar sosialisasi netralitas.", "Kabupaten Gunungkidul"),
        ("Bawaslu Kab. Lebak menggelar rapat koordinasi netralitas ASN.", "Kabupaten Lebak"),
        ("Wali Kota Batu meminta ASN netral.", "Kota Batu"),
        ("Walkot Solo meminta ASN netral.", "Kota Surakarta"),
        (
            "Bawaslu Kabupaten Tapin menggelar rapat koordinasi netralitas ASN di Hotel Rattan Inn, Kota Banjarmasin, "
            "Rabu (2/10/2024). Bawaslu Kabupaten Tapin mengundang camat se-Kabupaten Tapin.",
            "Kota Banjarmasin",
        ),
        (
            "Majelis hakim memvonis Kepala Desa Binuang, Kabupaten Tapin. Putusan dibacakan dalam sidang di Ruang "
            "Cakra, gedung PN di Jalan Dermaga, Kota Banjarmasin, Rabu (13/11/2024). Kades di Kabupaten Tapin dihukum.",
            "Kota Banjarmasin",
        ),
        (
            "Majelis hakim Pengadilan Negeri Banjarmasin memvonis Kepala Desa Binuang, Kabupaten Tapin. Panen raya itu "
            "diadakan di Kabupaten Tapin.",
            "Kota Banjarmasin",
        ),
        (
            "Rapat Bawaslu Kabupaten Tapin dipindahkan ke Hotel Merbau di Kota Banjarmasin. Bawaslu Kabupaten "
            "Tapin mengundang camat.",
            "Kota Banjarmasin",
        ),
        (
            "Bawaslu Kabupaten Tapin memilih Hotel Grand Melati di Kota Banjarmasin sebagai tempat rapat koordinasi. "
            "Ketua Bawaslu Kabupaten Tapin mengundang camat se-Kabupaten Tapin.",
            "Kota Banjarmasin",
        ),
        (
            "TAPIN - Panwascam Binuang menggelar sosialisasi netralitas ASN di Balai Desa Tualang, Rabu (2/10/2024).",
            "Kabupaten Tapin",
        ),
        (
            "Korpri Kabupaten Tapin memboyong pejabat administrator dan pengawas ke Hotel Samudra Biru, Kota "
            "Banjarmasin, untuk pembekalan netralitas. Ketua Korpri Kabupaten Tapin membuka acara.",
            "Kota Banjarmasin",
        ),
        (
            "Mantan Sekda Kabupaten Tapin mengisi sosialisasi netralitas yang digelar Bawaslu Kabupaten Banjar.",
            "Kabupaten Banjar",
        ),
        (
            "Bawaslu Kabupaten Tapin menggelar sosialisasi netralitas ASN di Hotel Grand Meranti, Rabu (2/10/2024).",
            "Kabupaten Tapin",
        ),
        (
            "Sekretariat DPRD Provinsi Kalimantan Selatan mengadakan pembinaan netralitas di Ruang Paripurna Gedung "
            "DPRD, Jalan Lambung, Kota Banjarmasin. Pegawai DPRD Provinsi Kalimantan Selatan diminta netral.",
            "Kota Banjarmasin",
        ),
    ],
)
def test_the_place_is_the_regency_or_city_of_the_event(lexicon: press.Lexicon, text: str, kab_kota: str) -> None:
    assert _place(lexicon, text)[0] == kab_kota


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Gubernur Sulsel meminta ASN netral. Pemprov Sulsel menggelar apel.", "Sulawesi Selatan"),
        ("Bawaslu Provinsi Jawa Timur merilis data pelanggaran netralitas ASN.", "Jawa Timur"),
        ("BKD Provinsi NTB menggelar sosialisasi netralitas ASN Pemprov NTB.", "Nusa Tenggara Barat"),
    ],
)
def test_a_body_of_the_province_has_no_regency(lexicon: press.Lexicon, text: str, province: str) -> None:
    assert _place(lexicon, text) == (None, province)


@pytest.mark.parametrize(
    "text",
    [
        "JAKARTA – Menteri PANRB menerbitkan surat edaran netralitas bagi seluruh ASN.",
        "BANDUNG – Kepala BKN meminta seluruh ASN netral. Ia baru kembali dari Surabaya.",
    ],
)
def test_an_act_of_a_national_body_has_no_place(lexicon: press.Lexicon, text: str) -> None:
    assert _place(lexicon, text)[0] is None


def test_a_name_of_two_regions_stays_open_unless_an_office_settles_it(lexicon: press.Lexicon) -> None:
    (document,) = press.read("a.txt", b"ASN di Pekalongan diminta netral. Sosialisasi diikuti 50 guru.")
    place = press.extract(lexicon, document).place
    assert place is not None
    assert (place.kab_kota, place.code, place.province) == (None, None, "Jawa Tengah")
    assert set(place.candidates) == {"33.26", "33.75"}
    (settled,) = press.read(
        "b.txt", b"ASN di Pekalongan diminta netral. Wali Kota membuka sosialisasi Pemkot Pekalongan."
    )
    found = press.extract(lexicon, settled).place
    assert found is not None and found.code == "33.75"


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Sosialisasi digelar di Aula Wira Karya, Rabu (2/10/2024).", "Aula Wira Karya"),
        ("Sosialisasi digelar di Hotel Bumi Asri Rabu (2/10/2024).", "Hotel Bumi Asri"),
        ("Apel digelar di halaman Kantor Bupati Lamongan, Rabu.", "halaman Kantor Bupati Lamongan"),
        ("Rapat digelar di ruang rapat BKPSDM pagi tadi.", "ruang rapat BKPSDM"),
        ("Apel digelar di Lapangan Merdeka.", "Lapangan Merdeka"),
        ("Bimtek digelar di Aula Dinas Pendidikan Kota Kediri, Rabu.", "Aula Dinas Pendidikan Kota Kediri"),
        ("Guru dikumpulkan di SMA Negeri 3 Lamongan, Rabu.", "SMA Negeri 3 Lamongan"),
        ("Ikrar dibacakan di Masjid Agung Baitul Hikmah usai salat.", "Masjid Agung Baitul Hikmah"),
        ("Rapat digelar di Ruang Pola Lantai II Kantor Wali Kota, Rabu.", "Ruang Pola Lantai II Kantor Wali Kota"),
        ("Rakor bertempat di Gedung Serbaguna Wijaya yang baru.", "Gedung Serbaguna Wijaya"),
    ],
)
def test_a_hall_is_named_with_its_borders(lexicon: press.Lexicon, text: str, venue: str) -> None:
    (document,) = press.read("a.txt", f"Bupati Lamongan Minta ASN Netral\n{text}".encode())
    place = press.extract(lexicon, document).place
    assert place is not None
    assert [item.name for item in place.venues] == [venue]


@pytest.mark.parametrize("text", ["Acara digelar di sebuah hotel.", "Acara digelar secara daring melalui Zoom."])
def test_an_unnamed_hall_is_none(lexicon: press.Lexicon, text: str) -> None:
    (document,) = press.read("a.txt", f"Bupati Lamongan Minta ASN Netral\n{text}".encode())
    place = press.extract(lexicon, document).place
    assert place is not None and place.venues == ()
