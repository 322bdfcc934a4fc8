"""Persons with their positions, in the forms the regional press writes them."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press.page import Page
from sinetra.core.press.persons import find_persons
from sinetra.core.press.phrases import Scanner

from .persons_read import persons_in

NAMED: list[tuple[str, dict[str, str | None]]] = [
    (
        "Kepala Dinas Kesehatan Kabupaten Damar Raya Ruben Purnama mengatakan, nakes harus netral.",
        {"Ruben Purnama": "Kepala Dinas Kesehatan Kabupaten Damar Raya"},
    ),
    (
        '"Jangan memihak," ujar Kepala Dinas Pekerjaan Umum dan Penataan Ruang Kota Cendanabaru Fadli Latuihamallo, '
        "Senin (7/10/2024).",
        {"Fadli Latuihamallo": "Kepala Dinas Pekerjaan Umum dan Penataan Ruang Kota Cendanabaru"},
    ),
    (
        "Menurut Ketua Bawaslu Kota Cendanasari, Marten Maengko, laporan itu lengkap.",
        {"Marten Maengko": "Ketua Bawaslu Kota Cendanasari"},
    ),
    (
        "Wa Ode Sahrul Ramlah, S.Sos., M.Si., selaku Kepala BKPSDM Kota Pinang Laut, hadir membuka acara.",
        {"Wa Ode Sahrul Ramlah": "Kepala BKPSDM Kota Pinang Laut"},
    ),
    (
        "Andi Yusni Abeng, yang juga Kepala Bagian Hukum Setda Kabupaten Seruni Hulu, menjelaskan aturannya.",
        {"Andi Yusni Abeng": "Kepala Bagian Hukum Setda Kabupaten Seruni Hulu"},
    ),
    (
        "Ni Luh Darwis Ariani (Kepala Dinas Pendidikan Kabupaten Tirta Rimba) menutup kegiatan.",
        {"Ni Luh Darwis Ariani": "Kepala Dinas Pendidikan Kabupaten Tirta Rimba"},
    ),
    (
        "Plh Sekda Kabupaten Damar Raya H. Gregorius Yana, S.H., M.H., meminta ASN menjaga jarak.",
        {"Gregorius Yana": "Plh Sekda Kabupaten Damar Raya"},
    ),
    ("Plt. Camat Tirta Rimba, Drs. Hasna Tri, M.M., menegaskan hal itu.", {"Hasna Tri": "Plt. Camat Tirta Rimba"}),
    ("Kapolres Seruni Hulu AKBP Tamrin R. Risakotta menyatakan siap.", {"Tamrin R. Risakotta": "Kapolres Seruni Hulu"}),
    ("Dandim 0901/Seruni Hulu Letkol Inf Rusdi menghadiri rapat.", {"Rusdi": "Dandim 0901/Seruni Hulu"}),
    (
        "Kordiv Penanganan Pelanggaran Bawaslu Kota Cendana La Ode Yuliana menyebut pelapor sudah diperiksa.",
        {"La Ode Yuliana": "Kordiv Penanganan Pelanggaran Bawaslu Kota Cendana"},
    ),
    (
        "Asisten I Bidang Pemerintahan dan Kesra Setda Kota Cendanabaru, Salma Marsaoly, membuka rakor.",
        {"Salma Marsaoly": "Asisten I Bidang Pemerintahan dan Kesra Setda Kota Cendanabaru"},
    ),
    (
        "Staf Ahli Bidang Hukum, Politik dan Pemerintahan Kota Cendanasari, Benyamin Kawengian, mewakili wali kota.",
        {"Benyamin Kawengian": "Staf Ahli Bidang Hukum, Politik dan Pemerintahan Kota Cendanasari"},
    ),
    ("Seorang warga yang kebetulan lewat, Syamsir, mengaku tertarik.", {"Syamsir": "warga"}),
    ("Peserta dari Kabupaten Damar Raya, Marlon Daud, bertanya.", {"Marlon Daud": "Peserta dari Kabupaten Damar Raya"}),
    (
        "Ia datang bersama dua anggotanya, Daud Kale serta Winda Oktaria.",
        {"Daud Kale": "anggotanya", "Winda Oktaria": "anggotanya"},
    ),
    ("Widodo Kasan, 54 tahun, penjaga SD Negeri 11, berdiri.", {"Widodo Kasan": "penjaga SD Negeri 11"}),
    ("Pedagang di Pasar Baru, Glodok, mengeluh.", {}),
    ('Rahmat Hidayat tidak naik podium. "Simpan ponselnya," kata Rahmat.', {"Rahmat Hidayat": None}),
    (
        "Simon Baitanu berangkat pukul tiga. Kepala SDN Lontar 3 itu menumpang truk.",
        {"Simon Baitanu": "Kepala SDN Lontar 3"},
    ),
    (
        "Bawaslu Kabupaten Tirta Rimba bersuara. Ketuanya, Lodewyk Asa, menyebut laporan itu lengkap.",
        {"Lodewyk Asa": "Ketua Bawaslu Kabupaten Tirta Rimba"},
    ),
    ("Kepala Kejaksaan Negeri Roland Sitepuan, hadir di apel.", {"Roland Sitepuan": "Kepala Kejaksaan Negeri"}),
    ("Angka itu dibeberkan Ketua Bawaslu, Yosef Lamatokan, di kantornya.", {"Yosef Lamatokan": "Ketua Bawaslu"}),
    (
        "I Wayan Kamal dari Bawaslu Nusa Contoh menambahkan, pengawasan diperketat.",
        {"I Wayan Kamal": "Bawaslu Nusa Contoh"},
    ),
    (
        "Komisioner KPU Kabupaten Tirta Rimba Tb. Adriana Saparudin menuturkan hal senada.",
        {"Adriana Saparudin": "Komisioner KPU Kabupaten Tirta Rimba"},
    ),
    (
        "Anggota Bawaslu Kabupaten Damar Raya, Zainuddin bin Abdul Kotten, membenarkan.",
        {"Zainuddin bin Abdul Kotten": "Anggota Bawaslu Kabupaten Damar Raya"},
    ),
    (
        "Ketua MUI Kota Cendanabaru KH Monika Abidin mengajak warga tenang.",
        {"Monika Abidin": "Ketua MUI Kota Cendanabaru"},
    ),
    ("Bupati Tirta Rimba Hendra Mulyani memberi arahan kepada kepala OPD.", {"Hendra Mulyani": "Bupati Tirta Rimba"}),
    (
        "Penjabat Gubernur Nusa Contoh Lukas Baham Temongmere memimpin apel.",
        {"Lukas Baham Temongmere": "Penjabat Gubernur Nusa Contoh"},
    ),
    (
        "Pj Bupati Tirta Rimba, Fatma Iswanto, S.STP., M.M., mengingatkan keuchik.",
        {"Fatma Iswanto": "Pj Bupati Tirta Rimba"},
    ),
    (
        "Kepala Kantor Regional VIII BKN Damar Raya, A. Rudolf, menyampaikan materi.",
        {"A. Rudolf": "Kepala Kantor Regional VIII BKN Damar Raya"},
    ),
    (
        "Hadir sebagai narasumber, Ketua Bawaslu Kabupaten Seruni Hulu, Mirna Idah Djuang.",
        {"Mirna Idah Djuang": "Ketua Bawaslu Kabupaten Seruni Hulu"},
    ),
    (
        "Kegiatan dibuka Sekretaris Daerah Kabupaten Tirta Rimba Asnawi Tampai.",
        {"Asnawi Tampai": "Sekretaris Daerah Kabupaten Tirta Rimba"},
    ),
    (
        "Hal itu disampaikan Kepala Bidang Mutasi BKD Provinsi Nusa Contoh, Petrus Huwae.",
        {"Petrus Huwae": "Kepala Bidang Mutasi BKD Provinsi Nusa Contoh"},
    ),
    (
        "Inspektur Kabupaten Damar Raya, Ratna Arifendi, ikut mendampingi.",
        {"Ratna Arifendi": "Inspektur Kabupaten Damar Raya"},
    ),
    (
        "Kasi Intelijen Kejari Seruni Hulu, Ma'ruf Jafar, hadir sebagai pemateri.",
        {"Ma'ruf Jafar": "Kasi Intelijen Kejari Seruni Hulu"},
    ),
    ('"Kami tindak," tegas Agung Selvi.', {"Agung Selvi": None}),
    (
        "Kepala BKPSDM Kabupaten Tirta Rimba Agung Daud Prasetya mengatakan itu.",
        {"Agung Daud Prasetya": "Kepala BKPSDM Kabupaten Tirta Rimba"},
    ),
    (
        "Ketua Bawaslu Kabupaten Damar Raya, Nurlela Hulu, menjelaskan.",
        {"Nurlela Hulu": "Ketua Bawaslu Kabupaten Damar Raya"},
    ),
    (
        "Kepala Dinas Sosial Kota Cendanasari Anton menegaskan larangan itu.",
        {"Anton": "Kepala Dinas Sosial Kota Cendanasari"},
    ),
    (
        "Sekretaris Dewan Pengurus KORPRI Kota Pinang Laut, Hj. Ruben, berpesan agar netral.",
        {"Ruben": "Sekretaris Dewan Pengurus KORPRI Kota Pinang Laut"},
    ),
    (
        "Rektor Universitas Cendana, Prof. Dr. drh. Maxs U.E. Fadli, M.Sc., menilai aturan itu jelas.",
        {"Maxs U.E. Fadli": "Rektor Universitas Cendana"},
    ),
    (
        "Pengamat politik Universitas Negeri Cendana, Marten Riyadi Cante, menilai sanksi terlalu ringan.",
        {"Marten Riyadi Cante": "Pengamat politik Universitas Negeri Cendana"},
    ),
    (
        "Dosen Fakultas Hukum Universitas Negeri Cendana, Sahrul Jefry Pietersz, berpendapat lain.",
        {"Sahrul Jefry Pietersz": "Dosen Fakultas Hukum Universitas Negeri Cendana"},
    ),
    (
        "Ketua Tim Netralitas ASN Kota Cendana, Yusni Fryady Ramli, memaparkan hasilnya.",
        {"Yusni Fryady Ramli": "Ketua Tim Netralitas ASN Kota Cendana"},
    ),
    ("Anggota DPRD Kabupaten Seruni Hulu Darwis meminta penjelasan.", {"Darwis": "Anggota DPRD Kabupaten Seruni Hulu"}),
    (
        "Turut hadir Kepala Bakesbangpol Kota Cendanasari, Gregorius Fadhillah, S.IP.",
        {"Gregorius Fadhillah": "Kepala Bakesbangpol Kota Cendanasari"},
    ),
    (
        "Koordinator Divisi Hukum, Pencegahan, Partisipasi Masyarakat dan Hubungan Masyarakat Bawaslu Kabupaten "
        "Seruni Hulu, Hasna Harakay, mengajak ASN.",
        {
            "Hasna Harakay": "Koordinator Divisi Hukum, Pencegahan, Partisipasi Masyarakat dan Hubungan Masyarakat "
            "Bawaslu Kabupaten Seruni Hulu"
        },
    ),
    (
        "Wakil Wali Kota Pinang Laut, Tamrin Lumentut, S.E., membantah tudingan itu.",
        {"Tamrin Lumentut": "Wakil Wali Kota Pinang Laut"},
    ),
    ("Camat Seruni Hulu Rusdi mengatakan lurahnya taat.", {"Rusdi": "Camat Seruni Hulu"}),
    ("Lurah Sukamaju, Yuliana Aisyah, dipanggil Bawaslu.", {"Yuliana Aisyah": "Lurah Sukamaju"}),
    ("Kepala Desa Mekarsari, Salma Suryana, ikut menandatangani.", {"Salma Suryana": "Kepala Desa Mekarsari"}),
    ("Kepala SMPN 3 Seruni Hulu, Benyamin Bani, menyambut tim.", {"Benyamin Bani": "Kepala SMPN 3 Seruni Hulu"}),
    (
        "Direktur RSUD Kabupaten Seruni Hulu, dr. Kamal Ratih Nugraheni, melarang pegawai berkampanye.",
        {"Kamal Ratih Nugraheni": "Direktur RSUD Kabupaten Seruni Hulu"},
    ),
    ("Majelis hakim yang diketuai Adriana Yozar Dharma Putra memutus perkara.", {"Adriana Yozar Dharma Putra": None}),
    ("Ketua Majelis Hakim Zainuddin Santini membacakan putusan.", {"Zainuddin Santini": "Ketua Majelis Hakim"}),
    (
        "Jaksa Penuntut Umum Kejari Tirta Rimba, Monika Widiyono, menuntut denda.",
        {"Monika Widiyono": "Jaksa Penuntut Umum Kejari Tirta Rimba"},
    ),
    (
        "Analis Kebijakan Ahli Muda BKN, Rr. Hendra Lestari, menerangkan prosedurnya.",
        {"Hendra Lestari": "Analis Kebijakan Ahli Muda BKN"},
    ),
    (
        "Wakil Ketua I DPRD Kabupaten Damar Raya, Ketut Lukas Umbara, hadir.",
        {"Ketut Lukas Umbara": "Wakil Ketua I DPRD Kabupaten Damar Raya"},
    ),
    (
        "Kepala Satpol PP Kabupaten Seruni Hulu, Fatma Kurnia Putra Ginting, menurunkan baliho.",
        {"Fatma Kurnia Putra Ginting": "Kepala Satpol PP Kabupaten Seruni Hulu"},
    ),
    ("Ketua Panwaslih Kota Cendana, Tgk. Rudolf, menyampaikan hal itu.", {"Rudolf": "Ketua Panwaslih Kota Cendana"}),
    (
        "Ketua KIP Kabupaten Damar Raya Tgk Mirna bin Yusuf hadir.",
        {"Mirna bin Yusuf": "Ketua KIP Kabupaten Damar Raya"},
    ),
    (
        "Kepala Bagian Tata Pemerintahan Setda Kabupaten Seruni Hulu Asnawi Kateyau berharap semua patuh.",
        {"Asnawi Kateyau": "Kepala Bagian Tata Pemerintahan Setda Kabupaten Seruni Hulu"},
    ),
    ("Acara dibuka oleh Sekda Kota Pinang Laut, H. Petrus Syam.", {"Petrus Syam": "Sekda Kota Pinang Laut"}),
    (
        "Kabid Pengembangan Karier BKPSDM Kota Cendana, Rd. Ratna, memandu tanya jawab.",
        {"Ratna": "Kabid Pengembangan Karier BKPSDM Kota Cendana"},
    ),
    (
        "Kepala Kejaksaan Negeri Seruni Hulu, Jafar Cahyaningrum, S.H., M.H. menandatangani nota itu.",
        {"Jafar Cahyaningrum": "Kepala Kejaksaan Negeri Seruni Hulu"},
    ),
    (
        '"Silakan lapor," kata Ketua Bawaslu Kabupaten Damar Raya, Selvi Usa, saat ditemui.',
        {"Selvi Usa": "Ketua Bawaslu Kabupaten Damar Raya"},
    ),
    ("Pjs. Bupati Damar Raya Daud Arwanto mengukuhkan satgas.", {"Daud Arwanto": "Pjs. Bupati Damar Raya"}),
    (
        "Penjabat (Pj) Wali Kota Cendanasari Raden Nurlela Muhamad menyebut hal itu.",
        {"Nurlela Muhamad": "Penjabat (Pj) Wali Kota Cendanasari"},
    ),
    (
        "Deputi Bidang Pengawasan BKN, Anton Kuswandaru, memaparkan data.",
        {"Anton Kuswandaru": "Deputi Bidang Pengawasan BKN"},
    ),
    ("Salah seorang peserta, Fadli Magdalena Kolo, mengaku terbantu.", {"Fadli Magdalena Kolo": "peserta"}),
    ("Kuasa hukum pelapor, Marten Talarima, mendatangi kantor Bawaslu.", {"Marten Talarima": "Kuasa hukum pelapor"}),
    (
        "Dua narasumber dihadirkan, yakni Ketua Bawaslu Kota Cendanabaru, Sahrul Idie, dan Kepala BKPSDM Kota "
        "Cendanabaru, Yusni Wutoy.",
        {"Sahrul Idie": "Ketua Bawaslu Kota Cendanabaru", "Yusni Wutoy": "Kepala BKPSDM Kota Cendanabaru"},
    ),
    (
        "Hadir Kapolres Seruni Hulu AKBP Darwis Mukhson, Dandim 0902 Seruni Hulu Letkol Arm Gregorius Riesta "
        "Permana, dan Kajari Seruni Hulu Hasna Malo.",
        {
            "Darwis Mukhson": "Kapolres Seruni Hulu",
            "Gregorius Riesta Permana": "Dandim 0902 Seruni Hulu",
            "Hasna Malo": "Kajari Seruni Hulu",
        },
    ),
    ("Acara itu menghadirkan Darwis Lamo dari Ombudsman.", {"Darwis Lamo": "Ombudsman"}),
    (
        "Tamrin Sorik, komisioner Bawaslu Kabupaten Damar Raya, membenarkan laporan tersebut.",
        {"Tamrin Sorik": "komisioner Bawaslu Kabupaten Damar Raya"},
    ),
    (
        "Kepala dinas pendidikan Kabupaten Seruni Hulu, Rusdi Goleng, melarang guru ikut kampanye.",
        {"Rusdi Goleng": "Kepala dinas pendidikan Kabupaten Seruni Hulu"},
    ),
    (
        "Sekretaris Camat Seruni Hulu, Yuliana Dg. Ngai, mewakili camat.",
        {"Yuliana Dg. Ngai": "Sekretaris Camat Seruni Hulu"},
    ),
    (
        "Terpisah, Kabag Prokopim Setda Kabupaten Tirta Rimba, Salma Hamid, memberi penjelasan.",
        {"Salma Hamid": "Kabag Prokopim Setda Kabupaten Tirta Rimba"},
    ),
    (
        "Ketua Pengadilan Negeri Damar Raya, Nyoman Benyamin Wulandari, membacakan putusan.",
        {"Nyoman Benyamin Wulandari": "Ketua Pengadilan Negeri Damar Raya"},
    ),
    (
        "Pj. Sekda Kabupaten Seruni Hulu, Kamal, S.Sos., ME., turun ke kecamatan.",
        {"Kamal": "Pj. Sekda Kabupaten Seruni Hulu"},
    ),
    (
        "Begitu pesan Kepala Kemenag Kabupaten Tirta Rimba, H. Adriana.",
        {"Adriana": "Kepala Kemenag Kabupaten Tirta Rimba"},
    ),
    (
        "Perwakilan Polres Damar Raya, Iptu Zainuddin Asrul, ikut bicara.",
        {"Zainuddin Asrul": "Perwakilan Polres Damar Raya"},
    ),
    (
        "Koordinator Sekretariat Bawaslu Kabupaten Seruni Hulu, Monika Syahputra, mendata peserta.",
        {"Monika Syahputra": "Koordinator Sekretariat Bawaslu Kabupaten Seruni Hulu"},
    ),
    (
        "Kepala UPTD Samsat Kota Cendanasari, Ir. M. Hendra Ahmad, memimpin ikrar.",
        {"M. Hendra Ahmad": "Kepala UPTD Samsat Kota Cendanasari"},
    ),
    (
        "Kepala Badan Pengelolaan Keuangan dan Aset Daerah (BPKAD) Kabupaten Damar Raya, Lukas Loe Mau, membagikan "
        "edaran.",
        {"Lukas Loe Mau": "Kepala Badan Pengelolaan Keuangan dan Aset Daerah (BPKAD) Kabupaten Damar Raya"},
    ),
    ('"Semua sama di mata aturan," ujar Lalu Fatma Ariadi.', {"Lalu Fatma Ariadi": None}),
    (
        "Wali Nagari Kayu Putih, Rudolf Bahri Dt. Rajo Intan, menyetujui.",
        {"Rudolf Bahri Dt. Rajo Intan": "Wali Nagari Kayu Putih"},
    ),
    (
        "Sekretaris Daerah (Sekda) Kabupaten Seruni Hulu, Mirna Busti, membuka acara.",
        {"Mirna Busti": "Sekretaris Daerah (Sekda) Kabupaten Seruni Hulu"},
    ),
    ("Kepala BKPSDM, Asnawi Doni, menambahkan hal itu.", {"Asnawi Doni": "Kepala BKPSDM"}),
    ("Ketua Bawaslu, Petrus Zulaikha, menjelaskan.", {"Petrus Zulaikha": "Ketua Bawaslu"}),
    ("Bupati, H. Ratna, menutup rapat.", {"Ratna": "Bupati"}),
    (
        "Kadis Kominfo Kota Cendanabaru, Jafar Nicolas Merauje, menyiarkan imbauan.",
        {"Jafar Nicolas Merauje": "Kadis Kominfo Kota Cendanabaru"},
    ),
    (
        "Kasubag Umum dan Kepegawaian Dinas Perikanan Kabupaten Damar Raya, Selvi Wahyuni, mengumpulkan staf.",
        {"Selvi Wahyuni": "Kasubag Umum dan Kepegawaian Dinas Perikanan Kabupaten Damar Raya"},
    ),
    ("Perempuan bernama Selvi Tapo itu tidak hadir.", {"Selvi Tapo": "Perempuan"}),
    ("Mantan Bupati Tirta Rimba Sukamto tidak hadir.", {"Sukamto": "Mantan Bupati Tirta Rimba"}),
    ("Presiden Bakti Wiguna menandatangani aturan itu tahun lalu.", {"Bakti Wiguna": "Presiden"}),
    ("Almarhum Bupati Seruni Hulu Andi Makkita dikenang.", {"Andi Makkita": "Almarhum Bupati Seruni Hulu"}),
    ("Kampanye calon gubernur Edwin Rahmat dihadiri warga.", {"Edwin Rahmat": "calon gubernur"}),
    (
        "Menteri Dalam Negeri Surya Wijanarko pernah membolehkan hal itu.",
        {"Surya Wijanarko": "Menteri Dalam Negeri"},
    ),
    (
        "Wakil Rektor III Universitas Damar Raya, Daud Arafah, berharap kampus netral.",
        {"Daud Arafah": "Wakil Rektor III Universitas Damar Raya"},
    ),
    (
        "Ketua DPD KNPI Kota Pinang Laut, Nurlela Wijaya, mendukung langkah itu.",
        {"Nurlela Wijaya": "Ketua DPD KNPI Kota Pinang Laut"},
    ),
    (
        "Inspektur Pembantu Khusus Inspektorat Kabupaten Tirta Rimba, Anton Roekmini, mendalami laporan.",
        {"Anton Roekmini": "Inspektur Pembantu Khusus Inspektorat Kabupaten Tirta Rimba"},
    ),
    (
        "Kepala Biro Pemerintahan dan Otonomi Daerah Setda Provinsi Nusa Contoh, Ruben Wahyuni Matona, mewakili "
        "gubernur.",
        {"Ruben Wahyuni Matona": "Kepala Biro Pemerintahan dan Otonomi Daerah Setda Provinsi Nusa Contoh"},
    ),
    (
        "Aparat dikumpulkan Sekretaris Kecamatan Seruni Hulu, Fadli Do Taher.",
        {"Fadli Do Taher": "Sekretaris Kecamatan Seruni Hulu"},
    ),
    ("Kepala Distrik Damar Raya, Marten Yewi, menandatangani pakta.", {"Marten Yewi": "Kepala Distrik Damar Raya"}),
    ("Keuchik Gampong Randu, Teuku Sahrul, meneken ikrar.", {"Teuku Sahrul": "Keuchik Gampong Randu"}),
    (
        "Ketua Forum Kepala Sekolah Kabupaten Seruni Hulu, Yusni Rukmiati, mengajak guru netral.",
        {"Yusni Rukmiati": "Ketua Forum Kepala Sekolah Kabupaten Seruni Hulu"},
    ),
    ('"Saya tidak tahu," jawab Lurah Kelapa Kuning, Darwis Suparman.', {"Darwis Suparman": "Lurah Kelapa Kuning"}),
    (
        "Tim dipimpin Kabid Penegakan Perda Satpol PP Kota Pinang Laut, Gregorius Hendri.",
        {"Gregorius Hendri": "Kabid Penegakan Perda Satpol PP Kota Pinang Laut"},
    ),
    ("Hasna Laka Lena, Gubernur Nusa Contoh, menandatangani surat itu.", {"Hasna Laka Lena": "Gubernur Nusa Contoh"}),
    (
        "Kepala Kanwil Kemenag Provinsi Nusa Contoh, I Gusti Agung Tamrin, hadir.",
        {"I Gusti Agung Tamrin": "Kepala Kanwil Kemenag Provinsi Nusa Contoh"},
    ),
    (
        "Divisi Hukum Bawaslu Kabupaten Damar Raya, Yuliana Adi, memaparkan pasal.",
        {"Yuliana Adi": "Divisi Hukum Bawaslu Kabupaten Damar Raya"},
    ),
    (
        "Ketua Panwaslu Kecamatan Tirta Rimba, Salma Bulu, menyurati kepala desa.",
        {"Salma Bulu": "Ketua Panwaslu Kecamatan Tirta Rimba"},
    ),
    (
        "Ketua Dewan Pendidikan Kabupaten Seruni Hulu Benyamin Sunaryo berpesan.",
        {"Benyamin Sunaryo": "Ketua Dewan Pendidikan Kabupaten Seruni Hulu"},
    ),
    (
        "Kepala Puskesmas Tirta Rimba, drg. Kamal Sulung, M.Kes, menyebut stafnya patuh.",
        {"Kamal Sulung": "Kepala Puskesmas Tirta Rimba"},
    ),
    (
        "Asisten Pemerintahan dan Kesejahteraan Rakyat Sekda Kabupaten Damar Raya, Adriana, membacakan sambutan "
        "bupati.",
        {"Adriana": "Asisten Pemerintahan dan Kesejahteraan Rakyat Sekda Kabupaten Damar Raya"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_person_is_read_with_the_position(
    invented: press.Lexicon, text: str, expected: dict[str, str | None]
) -> None:
    assert persons_in(invented, text) == expected


@pytest.mark.parametrize(
    ("printed", "kind"),
    [("Pj", "pj"), ("Penjabat", "pj"), ("Pjs.", "pjs"), ("Penjabat Sementara", "pjs"), ("Plt", "plt"), ("Plh.", "plh")],
)
def test_an_acting_head_keeps_the_kind_and_the_printed_words(invented: press.Lexicon, printed: str, kind: str) -> None:
    page = Page(f"{printed} Bupati Damar Raya, Salma Wenda, membuka acara.")
    (person,) = find_persons(invented, page, Scanner(invented, page), 0)
    assert (person.acting_kind, person.position) == (kind, f"{printed} Bupati Damar Raya")


def test_a_short_form_is_no_second_person(invented: press.Lexicon) -> None:
    text = 'Camat Kuripan, Salmawati Wenda, hadir. "Netral," kata Salma. Salmawati lalu pulang, ujar Salmawati.'
    assert list(persons_in(invented, text)) == ["Salmawati Wenda"]


def test_the_head_of_that_office_is_named_with_the_office(invented: press.Lexicon) -> None:
    text = "Apel digelar Dinas Sosial Kota Cendana. Kepala dinasnya, Hj. Mirna Lakoro, M.AP, berpesan."
    assert persons_in(invented, text) == {"Mirna Lakoro": "Kepala Dinas Sosial Kota Cendana"}
