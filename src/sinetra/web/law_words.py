"""Plain words for the closed vocabulary of the law: who, what, which track, which sanction, which body."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

Words = Mapping[str, "str | Promise"]

STATUSES: Words = {
    "pns": _lazy("PNS"),
    "cpns": _lazy("CPNS"),
    "pppk": _lazy("PPPK"),
    "pppk_part_time": _lazy("PPPK paruh waktu"),
    "non_asn": _lazy("honorer atau pegawai non-ASN lain"),
    "tni": _lazy("anggota TNI"),
    "polri": _lazy("anggota Polri"),
    "village_head": _lazy("kepala desa"),
    "village_official": _lazy("perangkat desa"),
    "village_council": _lazy("anggota Badan Permusyawaratan Desa"),
    "state_official": _lazy("pejabat negara"),
    "regional_head": _lazy("kepala daerah atau wakilnya"),
    "acting_regional_head": _lazy("penjabat, Pjs, Plt atau Plh kepala daerah"),
    "soe_official": _lazy("pejabat BUMN atau BUMD"),
    "election_official": _lazy("penyelenggara pemilu"),
    "none": _lazy("bukan salah satu dari ini"),
}

POSITIONS: Words = {
    "jpt_utama": _lazy("pimpinan tinggi utama"),
    "jpt_madya": _lazy("pimpinan tinggi madya"),
    "jpt_pratama": _lazy("pimpinan tinggi pratama"),
    "administrator": _lazy("administrator"),
    "supervisor": _lazy("pengawas (eselon IV)"),
    "functional": _lazy("pejabat fungsional"),
    "executor": _lazy("pelaksana"),
    "camat": _lazy("camat"),
    "lurah": _lazy("lurah"),
    "school_head": _lazy("kepala sekolah"),
    "teacher": _lazy("guru"),
    "other": _lazy("jabatan lain"),
}

# Each act as it follows "Bolehkah saya …?".
ACTS: Words = {
    "like": _lazy("menyukai (like) akun atau unggahan calon"),
    "comment": _lazy("berkomentar pada unggahan calon"),
    "share": _lazy("membagikan unggahan calon"),
    "follow_join_group": _lazy("mengikuti akun calon atau masuk grup pendukung"),
    "post_media": _lazy("mengunggah tulisan, gambar, video atau status WhatsApp untuk calon"),
    "photo_with_candidate": _lazy("berfoto dengan calon, timnya atau atributnya"),
    "hand_sign": _lazy("berpose dengan simbol atau gerak tangan calon"),
    "uniform_or_attribute": _lazy("memakai atribut partai atau seragam dinas di acara partai atau calon"),
    "banner_billboard": _lazy("memasang spanduk atau baliho"),
    "attend_passively": _lazy("hadir di kampanye hanya untuk mendengarkan"),
    "attend_declaration": _lazy("menghadiri deklarasi calon"),
    "attend_campaign": _lazy("menghadiri kampanye"),
    "campaign_participation": _lazy("ikut serta atau berbicara dalam kampanye"),
    "campaign_team": _lazy("menjadi anggota tim, ahli atau konsultan calon"),
    "partisan_activity": _lazy("mengadakan pertemuan, himbauan atau pemberian yang memihak"),
    "partisanship_general": _lazy("berpihak (politik praktis) dengan cara lain"),
    "invite_vote": _lazy("mengajak orang memilih atau tidak memilih calon"),
    "mobilise_asn": _lazy("mengarahkan pegawai atau kepala desa"),
    "money_politics": _lazy("memberi uang atau barang untuk suara"),
    "support_letter_ktp": _lazy("mendukung calon perseorangan dengan surat atau salinan KTP"),
    "decision_benefit": _lazy("membuat keputusan yang menguntungkan atau merugikan calon"),
    "use_state_facility": _lazy("memakai mobil, gedung, seragam atau anggaran negara"),
    "use_state_programme": _lazy("memakai program atau bantuan pemerintah untuk calon"),
    "official_transfer": _lazy("mengganti atau memindahkan pejabat"),
    "conflict_of_interest": _lazy("bertindak saat ada benturan kepentingan"),
    "approach_party": _lazy("mendekati partai untuk mencalonkan diri"),
    "run_for_office": _lazy("mencalonkan diri tanpa cuti atau mundur"),
    "party_member": _lazy("menjadi anggota atau pengurus partai"),
    "party_sympathiser": _lazy("bersimpati pada partai tanpa berbuat apa pun"),
    "spouse_support": _lazy("mendampingi suami atau istri yang mencalonkan diri"),
    "intimidation": _lazy("mengancam atau menekan orang soal pilihannya"),
    "hate_speech_hoax": _lazy("menyebarkan kebencian atau kabar bohong"),
    "private_opinion": _lazy("berpendapat dalam keluarga atau obrolan pribadi"),
    "vote": _lazy("memberikan suara di TPS"),
}

# The order in which a person looks for an act.
ACT_GROUPS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (_lazy("Media sosial"), ("like", "comment", "share", "follow_join_group", "post_media", "hate_speech_hoax")),
    (
        _lazy("Foto, simbol, atribut"),
        ("photo_with_candidate", "hand_sign", "uniform_or_attribute", "banner_billboard"),
    ),
    (
        _lazy("Acara dan kampanye"),
        (
            "attend_passively",
            "attend_declaration",
            "attend_campaign",
            "campaign_participation",
            "campaign_team",
            "invite_vote",
            "spouse_support",
            "partisan_activity",
            "partisanship_general",
        ),
    ),
    (
        _lazy("Jabatan dan fasilitas"),
        (
            "use_state_facility",
            "use_state_programme",
            "decision_benefit",
            "official_transfer",
            "mobilise_asn",
            "conflict_of_interest",
        ),
    ),
    (
        _lazy("Partai dan pencalonan"),
        ("party_member", "party_sympathiser", "approach_party", "run_for_office", "support_letter_ktp"),
    ),
    (_lazy("Suara dan pendapat"), ("vote", "private_opinion", "money_politics", "intimidation")),
)

TRACKS: Words = {
    "ethics": _lazy("Kode etik"),
    "discipline": _lazy("Disiplin"),
    "criminal": _lazy("Pidana"),
    "election_administration": _lazy("Administrasi pemilihan"),
    "other_law": _lazy("Aturan lain"),
}

# From light to heavy within each track.
SANCTIONS: Words = {
    "moral_closed": _lazy("Pernyataan tertutup (sanksi moral)"),
    "moral_open": _lazy("Pernyataan terbuka (sanksi moral)"),
    "discipline_light": _lazy("Hukuman disiplin ringan"),
    "discipline_medium": _lazy("Hukuman disiplin sedang"),
    "discipline_heavy": _lazy("Hukuman disiplin berat"),
    "dismissal_dishonourable": _lazy("Pemberhentian tidak dengan hormat"),
    "criminal": _lazy("Pidana menurut putusan pengadilan"),
    "candidacy_cancelled": _lazy("Pembatalan pencalonan"),
    "administrative": _lazy("Sanksi administratif"),
    "employer_rule": _lazy("Menurut kontrak atau aturan pemberi kerja"),
    "none": _lazy("Tidak ada sanksi yang disebut"),
}

BODIES: Words = {
    "bawaslu": _lazy("Bawaslu"),
    "kpu": _lazy("KPU"),
    "bkn": _lazy("BKN"),
    "kasn": _lazy("KASN"),
    "ppk": _lazy("PPK (kepegawaian)"),
    "gakkumdu": _lazy("Sentra Gakkumdu"),
    "court": _lazy("pengadilan"),
    "dkpp": _lazy("DKPP"),
    "mendagri": _lazy("Menteri Dalam Negeri"),
    "menpanrb": _lazy("Menteri PANRB"),
    "governor": _lazy("gubernur"),
    "regional_head": _lazy("kepala daerah"),
    "regional_legislature": _lazy("DPRD"),
    "employer": _lazy("pemberi kerja"),
    "tni": _lazy("TNI"),
    "polri": _lazy("Polri"),
    "inspectorate": _lazy("Inspektorat"),
    "president": _lazy("Presiden"),
}

STAGES: Words = {
    "before_window": _lazy("sebelum enam bulan menjelang penetapan"),
    "six_months_before_determination": _lazy("enam bulan sebelum penetapan calon"),
    "before_determination": _lazy("pendaftaran sampai sebelum penetapan calon"),
    "after_determination": _lazy("sesudah penetapan calon"),
    "campaign": _lazy("masa kampanye"),
    "quiet_period": _lazy("masa tenang"),
    "voting_day": _lazy("hari pemungutan suara"),
    "after_voting": _lazy("sesudah pemungutan suara"),
    "after_inauguration": _lazy("sesudah pelantikan"),
    "no_election": _lazy("di luar tahapan"),
}

# How far a legal fact was checked.
CONFIDENCE: Words = {
    "terverifikasi": _lazy("terverifikasi"),
    "pers": _lazy("menurut pers"),
    "perlu-cek": _lazy("perlu dicek"),
}


def acts_by_group() -> list[tuple[str | Promise, list[tuple[str, str | Promise]]]]:
    """The choices of a field that asks for one act."""
    return [(group, [(code, ACTS[code]) for code in codes]) for group, codes in ACT_GROUPS]


def word(words: Words, code: object) -> str:
    """The word for ``code``; the code itself when the vocabulary has grown beyond the words."""
    return str(words.get(str(code), str(code)))
