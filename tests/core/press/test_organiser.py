"""Who held, issued, decided, handled or counted, by the kind of event."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press.organiser import find_agency
from sinetra.core.press.page import Page
from sinetra.core.press.persons import find_persons
from sinetra.core.press.phrases import Scanner
from sinetra.core.press.places import find_place

TOLD: list[tuple[str, str, str | None]] = [
    (
        "sosialisasi",
        "Sosialisasi yang digelar Dinas Kesehatan Kabupaten Damar Raya itu diikuti 40 orang.",
        "Dinas Kesehatan Kabupaten Damar Raya",
    ),
    (
        "sosialisasi",
        "Kegiatan diinisiasi oleh Bagian Hukum Setda Kota Cendanabaru bersama Bawaslu Kota Cendanabaru.",
        "Bagian Hukum Setda Kota Cendanabaru",
    ),
    (
        "sosialisasi",
        "KPU Kabupaten Seruni Hulu bersama Bawaslu Kabupaten Seruni Hulu menggelar bimtek.",
        "KPU Kabupaten Seruni Hulu",
    ),
    (
        "sosialisasi",
        "Dinas Pekerjaan Umum dan Penataan Ruang (PUPR) Kabupaten Damar Raya menggelar pembekalan netralitas.",
        "Dinas PUPR Kabupaten Damar Raya",
    ),
    (
        "sosialisasi",
        "Badan Kepegawaian Daerah (BKD) Kabupaten Damar Raya menggelar pembekalan netralitas.",
        "BKD Kabupaten Damar Raya",
    ),
    (
        "sosialisasi",
        "Pembekalan diadakan Dinas Sosial Kota Cendana di SMP Negeri 2, Sabtu (28/9/2024).",
        "Dinas Sosial Kota Cendana",
    ),
    (
        "sosialisasi",
        "Fakultas Ilmu Sosial Universitas Wanajaya menggelar kuliah umum netralitas.",
        "Fakultas Ilmu Sosial Universitas Wanajaya",
    ),
    (
        "sosialisasi",
        "Dharma Wanita Persatuan Kota Cendana menggelar penyuluhan netralitas bagi istri ASN.",
        "Dharma Wanita Persatuan Kota Cendana",
    ),
    (
        "decision/sanction",
        "Bawaslu Kota Cendana menyerahkan rekomendasi tiga guru kepada Kantor Regional IX BKN.",
        "Bawaslu Kota Cendana",
    ),
    (
        "decision/sanction",
        "BPASN meringankan hukuman yang dijatuhkan Pemerintah Kota Cendana.",
        "BPASN",
    ),
    (
        "alleged_violation",
        "Panwaslu Kecamatan Gaharu mengamankan paket itu. Polsek Gaharu menurunkan enam personel.",
        "Panwaslu Kecamatan Gaharu",
    ),
    (
        "sosialisasi",
        "Bertempat di aula, Inspektorat Kabupaten Seruni Hulu melaksanakan pembinaan.",
        "Inspektorat Kabupaten Seruni Hulu",
    ),
    (
        "sosialisasi",
        "Apel netralitas Polri itu dipimpin Kapolres Damar Raya, AKBP Seno Adiputra, di halaman Mapolres.",
        "Polres Damar Raya",
    ),
    (
        "sosialisasi",
        "Apel kesiapan prajurit TNI dipimpin Dandim Damar Raya, Letkol Seno Adiputra, di lapangan.",
        "Kodim Damar Raya",
    ),
    ("sosialisasi", "Apel Polri soal netralitas itu berlangsung di lapangan, Senin.", "Polri"),
    (
        "other",
        "Ketua Bawaslu Kota Cendanabaru, Ruben Maengko, mengingatkan ASN tidak ikut mengantar paslon ke KPU.",
        "Bawaslu Kota Cendanabaru",
    ),
    (
        "alleged_violation",
        "Warga mengantar bukti unggahan guru itu ke Bawaslu Kota Cendanabaru, Selasa.",
        "Bawaslu Kota Cendanabaru",
    ),
    ("sosialisasi", "Webinar dihelat Universitas Negeri Cendana, Selasa pagi.", "Universitas Negeri Cendana"),
    (
        "sosialisasi",
        "Ketua Bawaslu Kota Cendanasari, Ruben Maengko, hadir di apel yang diadakan Kecamatan Wanea.",
        "Kecamatan Wanea Kota Cendanasari",
    ),
    (
        "rakor/mou",
        "Rapat koordinasi dihadiri KPU Kota Cendanabaru dan dilaksanakan Badan Kesatuan Bangsa dan Politik "
        "(Kesbangpol) Kota Cendanabaru.",
        "Kesbangpol Kota Cendanabaru",
    ),
    (
        "rakor/mou",
        "Bawaslu Kabupaten Damar Raya dan Pemerintah Kabupaten Damar Raya menandatangani nota kesepahaman.",
        "Bawaslu Kabupaten Damar Raya",
    ),
    (
        "rakor/mou",
        "Pemerintah Provinsi Nusa Contoh menjadi tuan rumah. Rakor difasilitasi Kesbangpol Provinsi Nusa Contoh.",
        "Kesbangpol Provinsi Nusa Contoh",
    ),
    (
        "circular",
        "Bupati Tirta Rimba menerbitkan Surat Edaran Nomor 800/12 Tahun 2024.",
        "Pemerintah Kabupaten Tirta Rimba",
    ),
    ("circular", "Surat edaran itu ditandatangani Penjabat Wali Kota Cendanasari.", "Pemerintah Kota Cendanasari"),
    ("circular", "Sekda Tirta Rimba menyurati semua dinas.", "Pemerintah Kabupaten Tirta Rimba"),
    ("circular", "Menteri Dalam Negeri menerbitkan surat edaran.", "Kementerian Dalam Negeri"),
    (
        "sosialisasi",
        "Rapat bulanan Bagian Organisasi Setda Kota Cendana membahas itu.",
        "Bagian Organisasi Setda Kota Cendana",
    ),
    ("sosialisasi", "Itu bukan acara Bawaslu Kota Cendana. Pengundangnya KPU Kota Cendana.", "KPU Kota Cendana"),
    ("sosialisasi", "Pegawai berikrar di Kantor Bawaslu Kota Cendana.", None),
    (
        "rakor/mou",
        "Bupati Damar Raya Yosef Tallo dan Ketua Bawaslu Kabupaten Damar Raya Lusia Werang meneken nota kesepahaman.",
        "Pemerintah Kabupaten Damar Raya",
    ),
    ("decision/sanction", "KASN meminta wali kota menghukum mereka. Rekomendasi KASN itu sudah dikirim.", "KASN"),
    (
        "alleged_violation",
        "Ia memenuhi panggilan Inspektorat Kota Cendana. Ketua Bawaslu Kota Cendana belum menerima laporan.",
        "Inspektorat Kota Cendana",
    ),
    ("other", "Hotline aduan dibuka BKPSDM Kota Cendana. Bawaslu Kota Cendana menyambut baik.", "BKPSDM Kota Cendana"),
    ("circular", "Badan Kepegawaian Negara mengeluarkan surat edaran baru.", "Badan Kepegawaian Negara"),
    (
        "circular",
        "Lewat surat edaran, Pemerintah Kabupaten Seruni Hulu melarang ASN berpose.",
        "Pemerintah Kabupaten Seruni Hulu",
    ),
    ("circular", "Edaran dikeluarkan Sekretariat Daerah Kota Cendanasari.", "Sekretariat Daerah Kota Cendanasari"),
    (
        "decision/sanction",
        "Wali Kota Cendanasari mencopot lurah itu setelah rekomendasi Bawaslu Kota Cendanasari.",
        "Pemerintah Kota Cendanasari",
    ),
    (
        "decision/sanction",
        "Majelis hakim Pengadilan Negeri Damar Raya menjatuhkan denda.",
        "Pengadilan Negeri Damar Raya",
    ),
    ("decision/sanction", "Sanksi itu dijatuhkan Pemkab Tirta Rimba.", "Pemerintah Kabupaten Tirta Rimba"),
    ("decision/sanction", "Bawaslu Kabupaten Seruni Hulu menghentikan perkara itu.", "Bawaslu Kabupaten Seruni Hulu"),
    (
        "decision/sanction",
        "Putusan dibacakan di Pengadilan Negeri Damar Raya, Senin. Terdakwa divonis sebulan penjara.",
        "Pengadilan Negeri Damar Raya",
    ),
    (
        "alleged_violation",
        "Seorang camat dilaporkan ke Bawaslu Kabupaten Seruni Hulu.",
        "Bawaslu Kabupaten Seruni Hulu",
    ),
    ("alleged_violation", "Laporan diterima Panwaslih Kota Cendana. BKN akan diberi tahu.", "Panwaslih Kota Cendana"),
    (
        "alleged_violation",
        "Kasus itu kini ditangani Sentra Gakkumdu Kabupaten Damar Raya.",
        "Sentra Gakkumdu Kabupaten Damar Raya",
    ),
    (
        "alleged_violation",
        "Ketua Bawaslu Kabupaten Damar Raya memastikan kasus itu diproses. Bawaslu memanggil tiga saksi.",
        "Bawaslu Kabupaten Damar Raya",
    ),
    (
        "alleged_violation",
        "Inspektorat Kabupaten Tirta Rimba memeriksa lurah itu.",
        "Inspektorat Kabupaten Tirta Rimba",
    ),
    ("statistics", "BKN mencatat 120 laporan sepanjang tahun.", "BKN"),
    ("statistics", "Menurut data Bawaslu Provinsi Nusa Contoh, ada 40 kasus.", "Bawaslu Provinsi Nusa Contoh"),
    ("statistics", "Sebanyak 22 laporan ditangani Bawaslu Kota Cendanabaru sejak Juli.", "Bawaslu Kota Cendanabaru"),
    ("statistics", "Komisi Aparatur Sipil Negara (KASN) merilis indeks.", "KASN"),
    ("opinion", "Bawaslu Kota Cendanabaru menggelar rapat.", None),
    ("other", "KPU Kota Cendanasari menerima surat suara.", "KPU Kota Cendanasari"),
    (
        "sosialisasi",
        "Bupati Tirta Rimba Mirna Lakoro mengingatkan ASN agar netral.",
        "Pemerintah Kabupaten Tirta Rimba",
    ),
    (
        "sosialisasi",
        "Kepala BKPSDM Kabupaten Tirta Rimba Agung Daud Wibawa mengatakan ASN harus netral.",
        "BKPSDM Kabupaten Tirta Rimba",
    ),
    (
        "sosialisasi",
        "Bimtek digelar Bawaslu. Hadir Ketua Bawaslu Kabupaten Damar Raya Supriyanto.",
        "Bawaslu Kabupaten Damar Raya",
    ),
    (
        "sosialisasi",
        "Apel diselenggarakan Pemkab di alun-alun Kabupaten Damar Raya.",
        "Pemerintah Kabupaten Damar Raya",
    ),
    (
        "sosialisasi",
        "Sosialisasi tersebut diadakan atas kerja sama Dinas Pendidikan Kota Cendana dan Bawaslu Kota Cendana.",
        "Dinas Pendidikan Kota Cendana",
    ),
    ("sosialisasi", "Tim Bawaslu Kabupaten Tirta Rimba menyambangi kantor camat.", "Bawaslu Kabupaten Tirta Rimba"),
    (
        "sosialisasi",
        "Kegiatan Kantor Kementerian Agama Kabupaten Damar Raya itu menyasar guru.",
        "Kantor Kementerian Agama Kabupaten Damar Raya",
    ),
    (
        "decision/sanction",
        'Bawaslu Kota Cendana meneruskan berkas lurah itu kepada BKN. "BKN menimbang, wali kota yang menjatuhkan."',
        "Bawaslu Kota Cendana",
    ),
    (
        "decision/sanction",
        "Surat teguran untuk lurah itu diserahkan Kepala BKPSDM Kota Cendana. Bawaslu Kota Cendana menemukannya.",
        "BKPSDM Kota Cendana",
    ),
    (
        "statistics",
        "Menurut Rusdi, mengutip data KASN, ada 12 kasus. Data itu dibeberkan Kepala BKD Kota Cendana.",
        "BKD Kota Cendana",
    ),
    ("statistics", "Kepala BKD Kota Cendana membeberkan 12 kasus. Data KASN lebih banyak.", "BKD Kota Cendana"),
    (
        "sosialisasi",
        "Camat Batu Intan mengumpulkan kepala desa. Anggota Bawaslu Kabupaten Cendana menegaskan larangan.",
        "Kecamatan Batu Intan",
    ),
    (
        "sosialisasi",
        "Pegawai Pemerintah Kota Cendana mengucapkan ikrar, disaksikan Ketua Bawaslu Kota Cendana.",
        "Pemerintah Kota Cendana",
    ),
    (
        "sosialisasi",
        "Sekda Kota Cendana berkeliling. Kasatpol PP Kota Cendana, yang mendampingi, menggelar lagi bulan depan.",
        "Pemerintah Kota Cendana",
    ),
    ("other", "Gubernur Nusa Contoh melantik Pj Bupati Cendana.", "Pemerintah Provinsi Nusa Contoh"),
    ("other", "Wabup Seruni Hulu melantik 63 pejabat.", None),
    ("other", "Wakil Wali Kota Cendana melantik 63 pejabat.", None),
    (
        "sosialisasi",
        "Ini RSUD Kota Cendana. Inspektorat Kota Cendana bicara di pembinaan yang diadakan rumah sakit itu.",
        "RSUD Kota Cendana",
    ),
    (
        "decision/sanction",
        "Bupati Cendana tidak menunggu lama. Sorenya, ia mencopot lurah. BKPSDM Kabupaten Cendana mengumumkannya.",
        "Pemerintah Kabupaten Cendana",
    ),
    (
        "sosialisasi",
        "Sebanyak 60 prajurit Kodim 1607 Cendana dikumpulkan. Bawaslu Kabupaten Cendana memberi materi.",
        "Kodim 1607 Cendana",
    ),
    ("decision/sanction", "Kepala desa itu digeser. Demikian hasil sidang.", None),
    # A hall is all that is known of the place: a region is not made up.
    ("sosialisasi", "Bimtek digelar Bawaslu Provinsi di Hotel Aurora.", "Bawaslu Provinsi"),
    ("sosialisasi", "Bimtek digelar Pemprov di Hotel Aurora.", "Pemprov"),
]


@pytest.mark.parametrize(("kind", "text", "expected"), TOLD)
def test_the_organiser_is_who_the_verb_belongs_to(
    invented: press.Lexicon, kind: str, text: str, expected: str | None
) -> None:
    page = Page(text)
    scanner = Scanner(invented, page)
    persons = find_persons(invented, page, scanner, 0)
    found = find_agency(invented, page, scanner, find_place(invented, page, 0), persons, 0, kind)
    assert (None if found is None else found.value) == expected
    assert found is None or (found.span is not None and found.rule.startswith("organiser."))


#: By kind: who it was, who else is named, and the sentences for them.
DOER = {
    "sosialisasi": ("Dinas Pendidikan Kabupaten Damar Raya", "Bawaslu Kabupaten Damar Raya"),
    "alleged_violation": ("Bawaslu Kabupaten Damar Raya", "Dinas Pendidikan Kabupaten Damar Raya"),
    "decision/sanction": ("Pemerintah Kabupaten Damar Raya", "Bawaslu Kabupaten Damar Raya"),
    "statistics": ("Bawaslu Kabupaten Damar Raya", "Dinas Pendidikan Kabupaten Damar Raya"),
}
SENTENCES = {
    "sosialisasi": [
        "Kegiatan yang digelar {B} itu dibuka Ketua {D}.",
        "{B} bersama {D} menggelar sosialisasi.",
        "Bekerja sama dengan {D}, {B} mengadakan bimtek.",
        "Sosialisasi itu hasil kolaborasi {B} dan {D}.",
        "{B} menggandeng {D} dalam sosialisasi netralitas.",
        "Digelar oleh {B}, acara itu menghadirkan narasumber dari {D}.",
        "Bertempat di Aula {D}, {B} menyelenggarakan sosialisasi.",
        "Acara tersebut merupakan program {B}. Ketua {D} hanya diundang.",
        "Penyelenggaranya {B}; {D} meminjamkan tempat.",
        "Sosialisasi netralitas oleh {B} berlangsung di kantor {D}.",
        "Atas undangan {B}, Ketua {D} menjadi pemateri.",
        "Ketua {D} hadir sebagai narasumber pada sosialisasi {B}.",
        "Anggota {D} memaparkan larangan. Sosialisasi digagas {B}.",
        "{B} mengumpulkan 40 kades. Hadir pula Ketua {D}.",
        "Tim {B} turun ke kantor {D}.",
        "Difasilitasi {B}, Ketua {D} memberi materi.",
        "{B} mengirim tim penyuluh ke {D}.",
        "Giat yang dimotori {B} ini didukung {D}.",
        "Panitia dari {B} mencatat 40 peserta. Ketua {D} menjadi pembicara.",
        "{B} selaku penyelenggara berterima kasih kepada {D}.",
        "Sebagai tuan rumah, {B} menyiapkan makan siang. Pematerinya dari {D}.",
        "Acara {B} itu dihadiri Ketua {D}.",
        "Kegiatan sosialisasi dilaksanakan secara bergilir oleh {B} dengan dukungan {D}.",
        "Sosialisasi yang diinisiasi {B} ini menghadirkan {D}.",
        "{B} punya cara sendiri mengingatkan pegawainya. Ketua {D} didatangkan sebagai pembicara.",
        "Peserta diundang {B}. Narasumber tunggal berasal dari {D}.",
        "Program itu digulirkan {B} sejak Juli, {D} mendampingi.",
        "Kegiatan ini kerja bareng {B} dan {D}.",
        "{B} menginisiasi kelas netralitas, dibantu {D}.",
        "{B} kembali menghelat sosialisasi, kali ini di {D}.",
        "{B} menyapa pegawai lewat sosialisasi. Turut hadir {D}.",
    ],
    "alleged_violation": [
        "{B} memanggil camat itu. Rekomendasi nanti dikirim ke {D}.",
        "Camat itu dilaporkan ke {B}. Kepala {D} enggan berkomentar.",
        "Laporan kini di tangan {B}. Kepala {D} belum berkomentar.",
        "Kasus itu bergulir di {B}, sementara {D} menunggu.",
        "{B} masih mendalami. Pegawai {D} itu belum diperiksa.",
        "Menurut Ketua {B}, pegawai {D} itu akan dipanggil.",
        "Perkara pegawai {D} tersebut ditangani {B}.",
        "Seorang pegawai {D} diduga tidak netral. {B} turun tangan.",
        "Pegawai {D} itu dimintai keterangan oleh {B}.",
        "Foto pegawai {D} beredar. {B} menelusurinya.",
        "{D} menyerahkan sepenuhnya kepada {B}.",
        "Warga membawa bukti ke kantor {B}. Yang dilaporkan pegawai {D}.",
        "Pegawai {D} itu jadi temuan {B}.",
        "{B} menjadwalkan klarifikasi. Kepala {D} berjanji kooperatif.",
    ],
    "decision/sanction": [
        "{B} mencopot kepala bidang itu atas rekomendasi {D}.",
        "Sanksi dari {B} turun setelah surat {D} diterima.",
        "Hukuman itu dijatuhkan {B}. Sebelumnya {D} merekomendasikannya.",
        "{B} menindaklanjuti rekomendasi {D} dengan mencopot pejabat itu.",
        "Kontraknya diputus {B} setelah {D} menyatakan ia melanggar.",
        "{B} akhirnya memberi teguran tertulis. Surat {D} menjadi dasarnya.",
        "Pegawai itu diberhentikan {B}. {D} mengapresiasi.",
        "Berdasarkan keputusan {B}, pegawai itu turun pangkat. Rekomendasi {D} terbit Juli.",
        "{B} resmi memecat honorer itu. Kepala {D} membenarkan.",
    ],
    "statistics": [
        "Data {B} menunjukkan 40 kasus. {D} menyumbang 3.",
        "Rekap yang dirilis {B} memuat 40 kasus.",
        "Berdasarkan catatan {B}, ada 40 laporan. {D} menindaklanjuti sebagian.",
        "Survei {B} menemukan 40 persen pegawai ditekan.",
        "Angka itu dihimpun {B} dari {D}.",
        "{B} membeberkan 40 laporan. Sebagian diteruskan ke {D}.",
        "Sebanyak 40 pegawai dijatuhi sanksi, ungkap {B}.",
        "Sampai Oktober {B} menangani 40 perkara; {D} baru menindak 3.",
        "Laporan tahunan {B} mencatat 40 kasus.",
    ],
}


@pytest.mark.parametrize(("kind", "told"), [(kind, told) for kind, lines in SENTENCES.items() for told in lines])
def test_the_one_who_did_it_is_told_from_the_one_named_beside(invented: press.Lexicon, kind: str, told: str) -> None:
    doer, other = DOER[kind]
    page = Page(told.format(B=doer, D=other))
    scanner = Scanner(invented, page)
    persons = find_persons(invented, page, scanner, 0)
    found = find_agency(invented, page, scanner, find_place(invented, page, 0), persons, 0, kind)
    assert found is not None and found.value == doer
