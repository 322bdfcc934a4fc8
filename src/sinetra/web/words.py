"""Acts, roles and states in plain words. The codes are those of the vocabulary (contract 1)."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# What somebody may see another person do; grouped as a citizen would look for it.
ACT_GROUPS: tuple[tuple[str | Promise, tuple[tuple[str, str | Promise], ...]], ...] = (
    (
        _("Di media sosial"),
        (
            ("like", _("Menyukai unggahan atau akun calon")),
            ("comment", _("Mengomentari unggahan tentang calon")),
            ("share", _("Membagikan unggahan yang mendukung calon")),
            ("post_media", _("Mengunggah tulisan, foto, video, atau status yang mendukung calon")),
            ("follow_join_group", _("Mengikuti akun calon atau masuk grup pendukung")),
            ("hate_speech_hoax", _("Menyebarkan ujaran kebencian atau kabar bohong")),
        ),
    ),
    (
        _("Di acara atau di jalan"),
        (
            ("photo_with_candidate", _("Berfoto dengan calon, tim, atau alat peraga")),
            ("hand_sign", _("Berpose dengan isyarat tangan atau simbol calon")),
            ("attend_declaration", _("Menghadiri deklarasi calon")),
            ("attend_campaign", _("Menghadiri kampanye")),
            ("campaign_participation", _("Ikut kampanye atau berbicara di kampanye")),
            ("uniform_or_attribute", _("Memakai seragam dinas atau atribut calon di acara politik")),
            ("banner_billboard", _("Memasang spanduk atau baliho")),
        ),
    ),
    (
        _("Di kantor atau memakai jabatan"),
        (
            ("mobilise_asn", _("Mengarahkan pegawai atau kepala desa untuk memilih")),
            ("use_state_facility", _("Memakai kendaraan, gedung, atau anggaran negara")),
            ("use_state_programme", _("Memakai program atau bantuan negara untuk calon")),
            ("decision_benefit", _("Membuat keputusan yang menguntungkan atau merugikan calon")),
            ("official_transfer", _("Mengganti pejabat pada masa terlarang")),
            ("intimidation", _("Mengancam atau menekan orang karena pilihannya")),
            ("conflict_of_interest", _("Punya benturan kepentingan dalam tugasnya")),
        ),
    ),
    (
        _("Dukungan lain"),
        (
            ("invite_vote", _("Mengajak orang memilih atau tidak memilih calon")),
            ("campaign_team", _("Menjadi anggota tim kampanye atau tim ahli")),
            ("partisan_activity", _("Mengadakan pertemuan, ajakan, atau pemberian yang memihak")),
            ("money_politics", _("Memberi uang atau barang agar memilih")),
            ("support_letter_ktp", _("Memberi surat dukungan atau salinan KTP")),
            ("party_member", _("Menjadi anggota atau pengurus partai")),
            ("approach_party", _("Mendekati partai untuk maju sebagai calon")),
            ("run_for_office", _("Maju sebagai calon tanpa cuti atau mundur")),
            ("spouse_support", _("Mendampingi suami atau istri yang menjadi calon")),
            ("partisanship_general", _("Keberpihakan lain")),
        ),
    ),
)
ACTS: dict[str, str | Promise] = {code: words for _group, acts in ACT_GROUPS for code, words in acts}

# Whom a report may be about, by office. Nobody is asked for a number (NIP).
REPORTED_ROLES: tuple[tuple[str, str | Promise], ...] = (
    ("lurah", _("Lurah")),
    ("camat", _("Camat")),
    ("jpt_pratama", _("Kepala dinas atau badan")),
    ("pns", _("Pegawai negeri sipil (PNS)")),
    ("pppk", _("Pegawai dengan perjanjian kerja (PPPK)")),
    ("teacher", _("Guru")),
    ("school_head", _("Kepala sekolah")),
    ("non_asn", _("Honorer atau pegawai non-ASN")),
    ("village_head", _("Kepala desa")),
    ("village_official", _("Perangkat desa")),
    ("regional_head", _("Kepala daerah")),
    ("acting_regional_head", _("Penjabat kepala daerah")),
    ("other", _("Lainnya, atau belum tahu")),
)

# What the law engine may still ask (contract 2, next_questions), as a question to a person.
QUESTIONS: dict[str, str | Promise] = {
    "act_date": _("Kapan itu terjadi?"),
    "region": _("Di daerah mana?"),
    "election": _("Dalam pemilihan yang mana?"),
    "stage": _("Pada tahapan apa?"),
    "filed_on": _("Kapan dilaporkan?"),
    "known_date": _("Kapan diketahui?"),
    "subject.status": _("Apa status kepegawaiannya?"),
    "subject.contract_kind": _("Apa bentuk kontraknya?"),
    "subject.acting_kind": _("Penjabat jenis apa?"),
    "subject.position": _("Apa jabatannya?"),
    "subject.is_official": _("Apakah ia pejabat?"),
    "subject.is_candidate": _("Apakah ia sendiri calon?"),
    "subject.is_prospective": _("Apakah ia bakal calon?"),
    "subject.incumbent_running": _("Apakah petahana maju?"),
    "subject.spouse_of_candidate": _("Apakah ia suami atau istri calon?"),
    "subject.on_unpaid_leave": _("Apakah ia cuti di luar tanggungan negara?"),
    "subject.resigned": _("Apakah ia sudah mundur?"),
    "act.code": _("Perbuatan apa?"),
    "act.target": _("Siapa yang didukung atau dirugikan?"),
    "act.active": _("Apakah ikut aktif, atau hanya hadir?"),
    "act.capacity": _("Sebagai pribadi atau karena jabatan?"),
    "act.audience": _("Siapa yang melihat atau mendengar?"),
    "act.state_means": _("Sarana negara apa yang dipakai?"),
    "act.intent_support": _("Apakah bermaksud mendukung?"),
    "act.identity_markers": _("Tanda calon apa yang tampak?"),
    "act.invitation_words": _("Adakah kata ajakan?"),
    "act.posted_by_other": _("Apakah orang lain yang mengunggahnya?"),
    "act.registered_on_team": _("Apakah ia terdaftar dalam tim?"),
    "act.on_duty": _("Apakah ia sedang bertugas di sana?"),
    "act.minister_approval": _("Apakah ada persetujuan menteri?"),
    "act.money_value_idr": _("Berapa nilainya dalam rupiah?"),
    "act.structured_systematic_massive": _("Apakah terstruktur, sistematis, dan masif?"),
}
