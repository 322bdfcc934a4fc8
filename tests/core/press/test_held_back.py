"""A sanction that is asked for, planned, weighed, feared or nearly came is not told as imposed. All is invented."""

from __future__ import annotations

import pytest

from sinetra.core import press

from .sanctions_read import is_decision, modes_in

WISHED = [
    ("suspension", "LSM Dorong Sekda Dinonaktifkan"),
    ("dismissal", "Warga Desak Kades Dipecat"),
    ("suspension", "DPRD Usul Lurah Dinonaktifkan"),
    ("dismissal", "Mahasiswa Tuntut Kepala Pasar Dipecat"),
    ("demotion", "Tim hukum ingin pangkat sekcam itu diturunkan."),
    ("dismissal", "Pemantau mendorong wali kota memecat guru tersebut."),
    ("suspension", "Inspektorat menginginkan kepala kantor itu dinonaktifkan."),
    ("suspension", "Sekda merencanakan menonaktifkan dua lurah."),
    ("post_release", "Rencana pencopotan kabid itu sudah disampaikan ke gubernur."),
    ("suspension", "Desakan menonaktifkan sekda datang dari pedagang."),
    ("suspension", "Buruh berunjuk rasa menuntut gubernur segera menonaktifkan kadis itu."),
    ("allowance_cut", "Bupati disarankan memotong tunjangan kasi itu."),
    ("post_release", "Wali kota berniat mencopot kabag itu."),
    ("post_release", "Wali kota hendak mencopot kabag itu."),
    ("demotion", "Wali kota mau menurunkan pangkat kabag itu."),
    ("post_release", "Warga mengharapkan lurah itu dicopot dari jabatannya."),
    ("post_release", "Gubernur berhak mencopot sekda itu."),
    ("post_release", "Pengamat menilai bupati wajib mencopot kasi itu."),
    ("post_release", "Bupati didorong pedagang mencopot kepala pasar itu."),
    ("dismissal", "Panitia mengusulkan, lewat surat kemarin, guru honorer itu dipecat."),
    ("dismissal", "Kepala dinas menargetkan memecat dua guru honorer itu."),
    ("suspension", "Pedagang menuntut kasi dipecat, kabag dicopot, dan lurah dinonaktifkan."),
    ("post_release", "Pedagang menuntut dua hal: kasi dipecat dan kabag dicopot."),
    ("post_release", "Pedagang meminta ketegasan, yakni mencopot kepala pasar itu."),
    ("post_release", "Gubernur dijadwalkan mencopot kadis itu."),
    ("demotion", "Gubernur wajib menjatuhkan sanksi penurunan pangkat kepada kasi itu."),
    ("suspension", "Gubernur setuju menonaktifkan kadis itu."),
    ("post_release", "Permintaan pencopotan kadis itu telah sampai ke gubernur."),
    ("post_release", "Wewenang mencopot kadis itu sudah beralih ke gubernur."),
    ("post_release", "Gubernur menunda mencopot kadis itu."),
    ("dismissal", "Pemilih Nantikan Kadis Dipecat"),
    ("post_release", "Pedagang mendesak gubernur, selaku pembina kepegawaian, mencopot kadis itu."),
]
WEIGHED = [
    ("dismissal", "Wacana memecat guru honorer itu mengemuka dalam rapat."),
    ("suspension", "Gubernur Pertimbangkan Kadis Dinonaktifkan"),
    ("post_release", "Gubernur masih memikirkan mencopot kadis itu."),
    ("demotion", "Wali kota mempertimbangkan menjatuhkan sanksi penurunan pangkat kepada kasi itu."),
    ("dismissal", "Kepala sekolah itu nyaris dipecat."),
    ("demotion", "Pangkat kasi itu hampir diturunkan."),
    ("post_release", "Para kabid takut dicopot."),
    ("allowance_cut", "Perawat itu khawatir tunjangannya dipotong."),
    ("dismissal", "Tenaga honorer cemas kontraknya diputus."),
    ("demotion", "Pangkat kasi itu layak diturunkan."),
    ("dismissal", "Perawat itu dikabarkan dipecat."),
    ("dismissal", "Perawat honorer rawan dipecat."),
    ("dismissal", "Perawat itu pasrah dipecat."),
    ("suspension", "Kepala bidang itu mengaku waswas dinonaktifkan."),
]
IMPOSED = [
    ("post_release", "Setelah didesak pedagang, wali kota mencopot kepala pasar itu."),
    ("post_release", "Didesak mahasiswa, wali kota mencopot kasi itu."),
    ("post_release", "Dengan mempertimbangkan surat Bawaslu, wali kota mencopot kasi itu."),
    ("post_release", "Kabag yang didesak mundur itu dicopot wali kota."),
    ("post_release", "Gubernur mencopot kadis itu dan berharap pegawai lain jera."),
    ("suspension", "Gubernur memutuskan menonaktifkan kadis itu."),
    ("post_release", "Kasi itu resmi dicopot menyusul desakan pedagang."),
    ("suspension", "Atas dorongan Inspektorat, gubernur menonaktifkan sekcam itu."),
    ("dismissal", "Rencananya maju sebagai calon kandas dan ia dipecat."),
    ("post_release", "Sempat didorong mundur, kepala pasar itu akhirnya dicopot."),
    ("post_release", "Bupati Merangin mencopot kepala pasar itu."),
    ("post_release", "Setelah hampir setahun diperiksa, kabag itu dicopot."),
    ("post_release", "Karena takut dilaporkan, kasi itu menghilang dan dicopot."),
    ("post_release", "Pedagang mendesak, wali kota pun mencopot kepala pasar itu."),
    ("post_release", "Pedagang meminta keadilan, lalu wali kota mencopot kepala pasar itu."),
    ("suspension", "Usai diminta Inspektorat gubernur menonaktifkan kadis itu."),
    ("dismissal", "Kepala pasar itu meminta maaf setelah dipecat wali kota."),
    ("dismissal", "Wali kota memenuhi tuntutan pedagang: kepala pasar itu dipecat."),
    ("reprimand", "Guru pemberi dukungan dijatuhi teguran tertulis."),
    ("dismissal", "Seorang guru pelawan perintah dipecat."),
    ("dismissal", "Dua guru dipecat karena meminta murid memilih calon."),
    ("post_release", "Lurah yang dikabarkan mendukung calon itu dicopot."),
    ("post_release", "Gubernur mencopot kadis yang diduga memihak."),
    ("criminal_prison", "Kades itu divonis tiga bulan penjara sesuai tuntutan jaksa."),
    ("criminal_prison", "Kades itu harus mendekam 40 hari di penjara."),
]
PROMISED = [
    ("post_release", "Bupati tidak akan ragu mencopot kasi itu."),
    ("dismissal", "Pegawai yang kedapatan berkampanye akan ia usulkan diberhentikan."),
    ("dismissal", "Wali kota ancam memecat guru yang berkampanye itu."),
]
CASES = [
    *((code, "stated", text) for code, text in WISHED),
    *((code, "hypothetical", text) for code, text in WEIGHED),
    *((code, "imposed", text) for code, text in IMPOSED),
    *((code, "promised", text) for code, text in PROMISED),
]


@pytest.mark.parametrize(("code", "mode", "text"), CASES)
def test_what_holds_a_sanction_back(lexicon: press.Lexicon, code: str, mode: str, text: str) -> None:
    assert modes_in(lexicon, text).get(code) == mode


@pytest.mark.parametrize(
    ("decided", "title", "lead"),
    [
        (False, "Gubernur Didesak Pecat Kadis", "Gubernur Lampung didesak memecat kadis yang tidak netral"),
        (False, "Kepala Pasar Nyaris Dipecat", "Kepala pasar yang berfoto dengan calon itu nyaris dipecat"),
        (False, "Pedagang Ingin Kepala Pasar Dicopot", "Pedagang ingin kepala pasar yang tidak netral itu dicopot"),
        (True, "Gubernur Pecat Kadis", "Setelah didesak warga, Gubernur Lampung memecat kadis yang tidak netral"),
        (True, "Kepala Pasar Dipecat", "Kepala pasar yang berfoto dengan calon itu dipecat"),
    ],
)
def test_what_is_held_back_is_no_decision(lexicon: press.Lexicon, decided: bool, title: str, lead: str) -> None:
    assert is_decision(lexicon, title, lead) is decided
