"""Plain words for the closed vocabulary of the law: who, what, which track, which sanction, which body."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from sinetra.core.law.said import ACTS as ACTS_SAID
from sinetra.core.law.said import POSITIONS as POSITIONS_SAID
from sinetra.core.law.said import SANCTIONS as SANCTIONS_SAID
from sinetra.core.law.said import STATUSES as STATUSES_SAID

Words = Mapping[str, "str | Promise"]

STATUSES: Words = {code: _lazy(text) for code, text in STATUSES_SAID.items()}

POSITIONS: Words = {code: _lazy(text) for code, text in POSITIONS_SAID.items()}

# Each act as it follows "Bolehkah saya …?".
ACTS: Words = {code: _lazy(text) for code, text in ACTS_SAID.items()}

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
SANCTIONS: Words = {code: _lazy(text) for code, text in SANCTIONS_SAID.items()}

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
