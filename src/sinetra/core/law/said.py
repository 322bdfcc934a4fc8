"""Acts, positions, statuses and kinds of sanction in Indonesian: message ids on a page, the words in a letter."""

from __future__ import annotations

from collections.abc import Mapping

from sinetra.core.errors import gettext_noop

STATUSES: Mapping[str, str] = {
    "pns": gettext_noop("PNS"),
    "cpns": gettext_noop("CPNS"),
    "pppk": gettext_noop("PPPK"),
    "pppk_part_time": gettext_noop("PPPK paruh waktu"),
    "non_asn": gettext_noop("honorer atau pegawai non-ASN lain"),
    "tni": gettext_noop("anggota TNI"),
    "polri": gettext_noop("anggota Polri"),
    "village_head": gettext_noop("kepala desa"),
    "village_official": gettext_noop("perangkat desa"),
    "village_council": gettext_noop("anggota Badan Permusyawaratan Desa"),
    "state_official": gettext_noop("pejabat negara"),
    "regional_head": gettext_noop("kepala daerah atau wakilnya"),
    "acting_regional_head": gettext_noop("penjabat, Pjs, Plt atau Plh kepala daerah"),
    "soe_official": gettext_noop("pejabat BUMN atau BUMD"),
    "election_official": gettext_noop("penyelenggara pemilu"),
    "none": gettext_noop("bukan salah satu dari ini"),
}
POSITIONS: Mapping[str, str] = {
    "jpt_utama": gettext_noop("pimpinan tinggi utama"),
    "jpt_madya": gettext_noop("pimpinan tinggi madya"),
    "jpt_pratama": gettext_noop("pimpinan tinggi pratama"),
    "administrator": gettext_noop("administrator"),
    "supervisor": gettext_noop("pengawas (eselon IV)"),
    "functional": gettext_noop("pejabat fungsional"),
    "executor": gettext_noop("pelaksana"),
    "camat": gettext_noop("camat"),
    "lurah": gettext_noop("lurah"),
    "school_head": gettext_noop("kepala sekolah"),
    "teacher": gettext_noop("guru"),
    "other": gettext_noop("jabatan lain"),
}

# Each act as it follows "Bolehkah saya …?".
ACTS: Mapping[str, str] = {
    "like": gettext_noop("menyukai (like) akun atau unggahan calon"),
    "comment": gettext_noop("berkomentar pada unggahan calon"),
    "share": gettext_noop("membagikan unggahan calon"),
    "follow_join_group": gettext_noop("mengikuti akun calon atau masuk grup pendukung"),
    "post_media": gettext_noop("mengunggah tulisan, gambar, video atau status WhatsApp untuk calon"),
    "photo_with_candidate": gettext_noop("berfoto dengan calon, timnya atau atributnya"),
    "hand_sign": gettext_noop("berpose dengan simbol atau gerak tangan calon"),
    "uniform_or_attribute": gettext_noop("memakai atribut partai atau seragam dinas di acara partai atau calon"),
    "banner_billboard": gettext_noop("memasang spanduk atau baliho"),
    "attend_passively": gettext_noop("hadir di kampanye hanya untuk mendengarkan"),
    "attend_declaration": gettext_noop("menghadiri deklarasi calon"),
    "attend_campaign": gettext_noop("menghadiri kampanye"),
    "campaign_participation": gettext_noop("ikut serta atau berbicara dalam kampanye"),
    "campaign_team": gettext_noop("menjadi anggota tim, ahli atau konsultan calon"),
    "partisan_activity": gettext_noop("mengadakan pertemuan, himbauan atau pemberian yang memihak"),
    "partisanship_general": gettext_noop("berpihak (politik praktis) dengan cara lain"),
    "invite_vote": gettext_noop("mengajak orang memilih atau tidak memilih calon"),
    "mobilise_asn": gettext_noop("mengarahkan pegawai atau kepala desa"),
    "money_politics": gettext_noop("memberi uang atau barang untuk suara"),
    "support_letter_ktp": gettext_noop("mendukung calon perseorangan dengan surat atau salinan KTP"),
    "decision_benefit": gettext_noop("membuat keputusan yang menguntungkan atau merugikan calon"),
    "use_state_facility": gettext_noop("memakai mobil, gedung, seragam atau anggaran negara"),
    "use_state_programme": gettext_noop("memakai program atau bantuan pemerintah untuk calon"),
    "official_transfer": gettext_noop("mengganti atau memindahkan pejabat"),
    "conflict_of_interest": gettext_noop("bertindak saat ada benturan kepentingan"),
    "approach_party": gettext_noop("mendekati partai untuk mencalonkan diri"),
    "run_for_office": gettext_noop("mencalonkan diri tanpa cuti atau mundur"),
    "party_member": gettext_noop("menjadi anggota atau pengurus partai"),
    "party_sympathiser": gettext_noop("bersimpati pada partai tanpa berbuat apa pun"),
    "spouse_support": gettext_noop("mendampingi suami atau istri yang mencalonkan diri"),
    "intimidation": gettext_noop("mengancam atau menekan orang soal pilihannya"),
    "hate_speech_hoax": gettext_noop("menyebarkan kebencian atau kabar bohong"),
    "private_opinion": gettext_noop("berpendapat dalam keluarga atau obrolan pribadi"),
    "vote": gettext_noop("memberikan suara di TPS"),
}
SANCTIONS: Mapping[str, str] = {
    "moral_closed": gettext_noop("Pernyataan tertutup (sanksi moral)"),
    "moral_open": gettext_noop("Pernyataan terbuka (sanksi moral)"),
    "discipline_light": gettext_noop("Hukuman disiplin ringan"),
    "discipline_medium": gettext_noop("Hukuman disiplin sedang"),
    "discipline_heavy": gettext_noop("Hukuman disiplin berat"),
    "dismissal_dishonourable": gettext_noop("Pemberhentian tidak dengan hormat"),
    "criminal": gettext_noop("Pidana menurut putusan pengadilan"),
    "candidacy_cancelled": gettext_noop("Pembatalan pencalonan"),
    "administrative": gettext_noop("Sanksi administratif"),
    "employer_rule": gettext_noop("Menurut kontrak atau aturan pemberi kerja"),
    "none": gettext_noop("Tidak ada sanksi yang disebut"),
}
