"""Each act in the words in which the regional press tells it; and sentences that only sound like it."""

from __future__ import annotations

import pytest

from sinetra.core import press
from sinetra.core.press.acts import find_acts
from sinetra.core.press.page import Page

TOLD = [
    ("like", "ASN dilarang memberikan like pada unggahan pasangan calon."),
    ("like", "Menekan tombol suka di akun kandidat pun tidak boleh."),
    ("like", "Jangan pencet jempol di halaman calon bupati, pesan dia."),
    ("like", "PNS itu diduga menyukai postingan milik bakal calon wali kota di Facebook."),
    ("like", "Sekadar kasih love di status paslon bisa jadi perkara."),
    ("comment", "Pegawai tidak boleh berkomentar di akun medsos calon."),
    ("comment", "Ia diduga menuliskan komentar dukungan di Instagram paslon nomor 2."),
    ("comment", "Larangan itu mencakup like, komentar, dan share."),
    ("comment", "Mengomentari status kandidat termasuk pelanggaran."),
    ("share", "Membagikan ulang unggahan calon gubernur juga dilarang."),
    ("share", "Guru tersebut meneruskan poster paslon ke grup WhatsApp wali murid."),
    ("share", "Ia me-repost video kampanye kandidat."),
    ("share", "ASN jangan menyebarluaskan konten pasangan calon di media sosial."),
    ("follow_join_group", "Pegawai dilarang bergabung dalam grup pemenangan paslon."),
    ("follow_join_group", "Mem-follow akun calon saja sudah masuk kategori melanggar."),
    ("follow_join_group", "Oknum itu menjadi admin grup relawan calon bupati."),
    ("post_media", "Ia mengunggah tulisan di Facebook yang memuji bakal calon."),
    ("post_media", "Jangan membuat status WhatsApp yang mendukung calon tertentu."),
    ("post_media", "Memposting materi kampanye di Instagram dilarang bagi ASN."),
    ("post_media", "Camat itu mempromosikan kandidat lewat akun media sosial pribadinya."),
    ("photo_with_candidate", "Dilarang berswafoto dengan pasangan calon."),
    ("photo_with_candidate", "Foto bareng paslon bisa berujung pemeriksaan."),
    ("photo_with_candidate", "Ia terlihat berpose bersama bakal calon wali kota."),
    ("photo_with_candidate", "Menunggah atau memasang foto bersama salah satu calon tidak diperkenankan."),
    ("hand_sign", "ASN diminta menghindari pose dua jari saat berfoto."),
    ("hand_sign", "Lurah itu mengacungkan satu jari di depan kamera."),
    ("hand_sign", "Kades terbukti mengangkat tiga jari ketika paslon lewat."),
    ("hand_sign", "Jangan memakai simbol tangan yang identik dengan nomor urut."),
    ("hand_sign", "Memperagakan nomor urut dengan jari termasuk keberpihakan."),
    ("uniform_or_attribute", "Ia hadir di acara kampanye mengenakan seragam dinas."),
    ("uniform_or_attribute", "Pegawai dilarang memakai kaus bergambar calon."),
    ("uniform_or_attribute", "Membawa atribut partai ke kantor tidak boleh."),
    ("attend_declaration", "Dua ASN kedapatan menghadiri deklarasi bakal calon bupati."),
    ("attend_declaration", "Jangan ikut deklarasi dukungan, kata sekda."),
    ("attend_campaign", "Seorang guru diduga hadir dalam kampanye paslon."),
    ("attend_campaign", "ASN dilarang menonton kampanye terbuka."),
    ("attend_campaign", "Kehadiran pejabat di rapat umum kampanye menjadi temuan."),
    ("campaign_participation", "Kepala desa tidak boleh ikut berkampanye."),
    ("campaign_participation", "Ia diduga mengampanyekan salah satu calon kepada warga."),
    ("campaign_participation", "Pegawai dilarang menjadi juru kampanye."),
    ("campaign_participation", "Camat berjoget di panggung kampanye calon gubernur."),
    ("campaign_team", "Jangan sampai ada ASN jadi tim sukses."),
    ("campaign_team", "Dosen itu terdaftar sebagai tim pemenangan paslon."),
    ("campaign_team", "Perangkat desa masuk timses bakal calon."),
    ("banner_billboard", "Oknum tersebut memasang baliho bergambar dirinya."),
    ("banner_billboard", "Menempelkan stiker calon di kendaraan dinas dilarang."),
    ("invite_vote", "Lurah diduga mengajak warga memilih pasangan calon nomor satu."),
    ("mobilise_asn", "Dilarang mengarahkan bawahan untuk mencoblos kandidat tertentu."),
    ("invite_vote", "Guru tidak boleh membujuk murid memilih si A."),
    ("mobilise_asn", "Kadis diduga mengerahkan pegawai ke lapangan kampanye."),
    ("mobilise_asn", "Memobilisasi kepala desa untuk memenangkan calon adalah pidana."),
    ("mobilise_asn", "Camat memerintahkan staf menghadiri deklarasi."),
    ("partisan_activity", "ASN dilarang mengadakan kegiatan yang mengarah kepada keberpihakan."),
    ("partisan_activity", "Pegawai yang mengantar bakal calon mendaftar bisa diperiksa."),
    ("money_politics", "Jangan terlibat politik uang."),
    ("money_politics", "Kades itu diduga membagikan amplop kepada warga."),
    ("support_letter_ktp", "ASN dilarang menyerahkan fotokopi KTP untuk calon perseorangan."),
    ("support_letter_ktp", "Memberikan surat dukungan bagi calon independen tidak boleh."),
    ("decision_benefit", "Pejabat dilarang membuat keputusan yang menguntungkan salah satu paslon."),
    ("decision_benefit", "Tindakan yang merugikan pasangan calon dapat dipidana."),
    ("use_state_facility", "Dilarang menggunakan fasilitas negara untuk kampanye."),
    ("use_state_facility", "Ia memakai mobil dinas saat mengantar rombongan paslon."),
    (
        "use_state_facility",
        "Pemakaian aula kelurahan untuk pertemuan tim pemenangan dilarang.",
    ),
    ("use_state_programme", "Bansos jangan dipolitisasi: politisasi bansos merusak pilkada."),
    ("use_state_programme", "Dana desa jangan dijadikan alat untuk calon."),
    ("official_transfer", "Petahana dilarang melakukan penggantian pejabat tanpa izin menteri."),
    ("official_transfer", "Mutasi pejabat enam bulan sebelum penetapan dilarang."),
    ("approach_party", "Sekda diduga mendaftar ke partai politik sebagai bakal calon."),
    ("approach_party", "ASN yang mendekati parpol untuk pencalonan melanggar etika."),
    ("run_for_office", "PNS yang mencalonkan diri tanpa mundur melanggar aturan."),
    ("party_member", "ASN dilarang menjadi anggota dan pengurus partai politik."),
    ("party_member", "Guru itu tercatat sebagai kader partai."),
    ("party_sympathiser", "Jangan menjadi simpatisan partai."),
    ("spouse_support", "Ia mendampingi suaminya yang maju mendaftar sebagai calon."),
    ("partisanship_general", "ASN jangan terlibat politik praktis."),
    ("partisanship_general", "Camat dinilai berpihak."),
    ("partisanship_general", "Lurah itu dinyatakan tidak netral."),
    ("intimidation", "Pejabat yang menekan bawahan akan diperiksa."),
    ("hate_speech_hoax", "Dilarang menyebarkan hoaks dan ujaran kebencian."),
    ("conflict_of_interest", "Hindari konflik kepentingan."),
]
PERMITTED = [
    ("vote", "ASN tetap memiliki hak pilih."),
    ("vote", "Pegawai dipersilakan mencoblos pada hari pemungutan suara."),
    ("vote", "Bolehkah guru mencoblos? Boleh."),
    ("private_opinion", "Berdiskusi soal calon di rumah bersama keluarga tidak dipersoalkan."),
    ("attend_passively", "ASN boleh menghadiri kampanye untuk mendengarkan visi misi."),
    ("spouse_support", "Aturan itu membolehkan ASN mendampingi istri yang maju sebagai calon bupati."),
]
SOUNDS_LIKE = [
    ("follow_join_group", "Peserta mengikuti apel di halaman kantor wali kota."),
    ("follow_join_group", "Ratusan ASN mengikuti sosialisasi netralitas."),
    ("comment", "Ketua Bawaslu enggan berkomentar."),
    ("share", "Panitia membagikan konsumsi kepada peserta."),
    ("share", "Bagikan artikel ini."),
    ("post_media", "Foto itu diunggah redaksi tadi pagi."),
    ("campaign_participation", "Masa kampanye dimulai 25 September."),
    ("attend_campaign", "Kampanye damai digelar KPU."),
    ("attend_declaration", "Pegawai mengikuti deklarasi netralitas ASN."),
    ("attend_declaration", "Bupati menghadiri deklarasi damai."),
    ("invite_vote", "Wali kota mengajak warga menggunakan hak pilih."),
    ("invite_vote", "KPU mengimbau masyarakat memilih sesuai hati nurani."),
    ("run_for_office", "Petahana kembali mencalonkan diri pada Pilkada."),
    ("banner_billboard", "Spanduk ikrar netralitas dibentangkan di halaman kantor."),
    ("official_transfer", "Mutasi virus masih dipantau dinas kesehatan."),
    ("spouse_support", "Ia hadir bersama istrinya."),
    ("partisanship_general", "Pihak panitia menyiapkan kursi."),
    ("hate_speech_hoax", "Laman itu memuat cek fakta hoaks kesehatan."),
    ("uniform_or_attribute", "Peserta upacara mengenakan seragam Korpri."),
    ("use_state_programme", "Program vaksinasi pemerintah berjalan lancar."),
    ("vote", "Kotak suara tiba di gudang."),
    ("share", "CENDANA - Relawan pasangan calon membagikan stiker calon di terminal, Rabu (23/10/2024)."),
    ("uniform_or_attribute", "CENDANA, Kabar Cendana - Simpatisan mengenakan kaus pasangan calon di alun-alun."),
    ("uniform_or_attribute", "Tim Sukses Bagikan Kaus Calon di Alun-Alun"),
]
#: Beside a civil servant it is an act of theirs, whoever else does it.
TOLD_TOO = [
    ("share", "CENDANA - Relawan bersama seorang lurah membagikan stiker pasangan calon di terminal."),
    ("share", "CENDANA - Seorang lurah membagikan stiker pasangan calon di terminal, Rabu (23/10/2024)."),
    ("uniform_or_attribute", "CENDANA - Guru mengenakan kaus pasangan calon di alun-alun."),
]


def _found(lexicon: press.Lexicon, text: str) -> set[tuple[str, bool]]:
    return {(fact.code, fact.permitted) for fact in find_acts(lexicon, Page(text))}


@pytest.mark.parametrize(("code", "text"), TOLD + TOLD_TOO)
def test_an_act_is_found_in_these_words(lexicon: press.Lexicon, code: str, text: str) -> None:
    assert (code, False) in _found(lexicon, text)


@pytest.mark.parametrize(("code", "text"), PERMITTED)
def test_what_may_be_done_is_no_prohibited_act(lexicon: press.Lexicon, code: str, text: str) -> None:
    found = _found(lexicon, text)
    assert (code, True) in found
    assert (code, False) not in found


@pytest.mark.parametrize(("code", "text"), SOUNDS_LIKE)
def test_what_only_sounds_like_an_act_is_none(lexicon: press.Lexicon, code: str, text: str) -> None:
    assert code not in {found for found, _ in _found(lexicon, text)}


def test_a_general_word_beside_the_act_it_sums_up_is_no_second_act(lexicon: press.Lexicon) -> None:
    assert _found(lexicon, "Ia mengunggah status yang mendukung calon bupati.") == {("post_media", False)}
    assert _found(lexicon, "Ia mendukung calon bupati.") == {("partisanship_general", False)}


def test_every_act_of_the_vocabulary_has_words(lexicon: press.Lexicon) -> None:
    named = {rule.code for rule in lexicon.rules("acts")}
    assert named >= {code for code, _ in TOLD + PERMITTED}
