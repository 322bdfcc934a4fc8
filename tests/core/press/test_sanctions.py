"""Each sanction in the words of the press, and how it is spoken of: stated, promised, doubted, imposed or denied."""

from __future__ import annotations

import pytest

from sinetra.core import press

from .sanctions_read import modes_in

WORDS = [
    ("ethics", "Pelanggar dikenai sanksi kode etik."),
    ("moral", "ASN yang melanggar dijatuhi sanksi moral berupa pernyataan secara terbuka."),
    ("light", "Pelanggar bisa dikenai hukuman disiplin ringan."),
    ("medium", "Pelanggaran itu diganjar hukuman disiplin sedang."),
    ("heavy", "Sanksinya sampai hukuman disiplin berat."),
    ("reprimand", "Camat itu mendapat teguran tertulis."),
    ("reprimand", "Ia ditegur lisan oleh atasannya."),
    ("reprimand", "Guru tersebut menerima pernyataan tidak puas secara tertulis."),
    ("allowance_cut", "Tunjangan kinerjanya dipotong 25 persen selama enam bulan."),
    ("allowance_cut", "Pelanggar dikenai pemotongan TPP."),
    ("demotion", "Pangkatnya diturunkan setingkat lebih rendah selama setahun."),
    ("demotion", "Kabid itu turun jabatan."),
    ("post_release", "Lurah tersebut dicopot dari jabatannya."),
    ("post_release", "Kadis dibebastugaskan dari jabatan."),
    ("post_release", "Sekcam itu dinonjobkan."),
    ("increment_delay", "Kenaikan gaji berkalanya ditunda setahun."),
    ("increment_delay", "Ia dijatuhi penundaan kenaikan pangkat."),
    ("ptdh", "ASN itu diberhentikan tidak dengan hormat."),
    ("ptdh", "Pelanggar bisa kena PTDH."),
    ("dismissal", "Pegawai itu dipecat."),
    ("dismissal", "Kontrak tenaga honorer yang melanggar akan diputus."),
    ("suspension", "Kepala desa itu diberhentikan sementara."),
    ("suspension", "Sekda dinonaktifkan selama pemeriksaan."),
    ("criminal_prison", "Pelanggar diancam pidana penjara paling lama enam bulan."),
    ("criminal_prison", "Kades divonis tiga bulan kurungan."),
    ("criminal_fine", "Hakim menjatuhkan denda Rp 2 juta."),
    ("criminal_fine", "Ancamannya penjara atau denda paling banyak enam juta rupiah."),
    ("administrative", "Kades bisa dikenai sanksi administratif."),
    ("candidacy_cancelled", "Petahana dapat dibatalkan pencalonannya."),
    ("candidacy_cancelled", "Paslon itu didiskualifikasi KPU."),
    ("unspecified", "Wali kota berjanji memberi sanksi tegas."),
]
MODES = [
    ("medium", "stated", "ASN yang melanggar dikenai hukuman disiplin sedang."),
    ("heavy", "stated", "Setiap pelanggar dijatuhi hukuman disiplin berat sesuai PP 94 Tahun 2021."),
    ("criminal_prison", "stated", "Pejabat yang menguntungkan calon diancam pidana penjara."),
    ("unspecified", "stated", "Pelanggar edaran terancam hukuman disiplin."),
    ("post_release", "promised", "Saya copot siapa pun yang ketahuan berkampanye."),
    ("unspecified", "promised", "Kami tidak segan menjatuhkan sanksi."),
    ("dismissal", "promised", "Yang terbukti berpihak akan saya pecat."),
    ("post_release", "hypothetical", "Bila terbukti, camat itu bisa saja dicopot."),
    ("reprimand", "hypothetical", "Jika terbukti, ia mungkin mendapat teguran tertulis."),
    ("heavy", "stated", "Lurah berinisial D itu terancam sanksi disiplin berat."),
    ("demotion", "imposed", "Bupati menjatuhkan penurunan jabatan kepada kabid tersebut."),
    ("post_release", "imposed", "Sekretaris dinas itu resmi dicopot."),
    ("reprimand", "imposed", "Tiga guru telah menerima teguran tertulis."),
    ("criminal_fine", "imposed", "Pengadilan menjatuhkan pidana denda Rp3 juta kepada kades itu."),
    ("unspecified", "denied", "Tenaga honorer tidak bisa dijatuhi sanksi disiplin."),
    ("dismissal", "denied", "Bupati membantah akan memecat guru itu."),
    ("heavy", "denied", "Hukuman disiplin berat tidak dijatuhkan."),
    ("unspecified", "denied", "Ketua Bawaslu menolak menjanjikan sanksi."),
]
NONE = [
    ("post_release", "Spanduk bergambar calon itu langsung dicopot."),
    ("allowance_cut", "Penundaan kenaikan gaji berkala menjadi pilihan."),
    ("criminal_prison", "Tindak pidana pemilu ditangani Sentra Gakkumdu."),
    ("dismissal", "Hujan berhenti sore hari."),
    ("reprimand", "Ia menyapa peserta satu per satu."),
    ("suspension", "Untuk sementara, kantor dipindahkan."),
]


@pytest.mark.parametrize(("code", "text"), WORDS)
def test_a_sanction_is_found_in_these_words(lexicon: press.Lexicon, code: str, text: str) -> None:
    assert code in modes_in(lexicon, text)


@pytest.mark.parametrize(("code", "mode", "text"), MODES)
def test_how_it_is_spoken_of(lexicon: press.Lexicon, code: str, mode: str, text: str) -> None:
    assert modes_in(lexicon, text).get(code) == mode


@pytest.mark.parametrize(("code", "text"), NONE)
def test_what_only_sounds_like_a_sanction_is_none(lexicon: press.Lexicon, code: str, text: str) -> None:
    assert code not in modes_in(lexicon, text)
