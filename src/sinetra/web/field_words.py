"""Plain words for the facts a norm may ask about: a short label, a question to the person, and its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from sinetra.web.law_words import ACTS, POSITIONS, STAGES, STATUSES, Words, word

YES_NO: Words = {"true": _lazy("ya"), "false": _lazy("tidak")}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """``label`` for the rulebook, ``question`` for the person who asks, ``values`` for both."""

    label: str | Promise
    question: str | Promise
    values: Words


def _field(label: str | Promise, question: str | Promise, values: Words = YES_NO) -> FieldWords:
    return FieldWords(label=label, question=question, values=values)


FIELDS: Mapping[str, FieldWords] = {
    "act.code": _field(_lazy("Perbuatan"), _lazy("Apa yang ingin Anda lakukan?"), ACTS),
    "subject.status": _field(_lazy("Siapa"), _lazy("Siapa Anda?"), STATUSES),
    "subject.contract_kind": _field(
        _lazy("Jenis kontrak"),
        _lazy("Apa jenis ikatan kerja Anda?"),
        {
            "honorer": _lazy("honorer"),
            "ppnpn_pjlp": _lazy("PPNPN atau PJLP"),
            "outsourced": _lazy("tenaga alih daya"),
        },
    ),
    "subject.acting_kind": _field(
        _lazy("Jenis penjabat"),
        _lazy("Anda menjabat kepala daerah sebagai apa?"),
        {"pj": "Pj", "pjs": "Pjs", "plt": "Plt", "plh": "Plh"},
    ),
    "subject.position": _field(_lazy("Jabatan"), _lazy("Apa jabatan Anda?"), POSITIONS),
    "subject.is_official": _field(_lazy("Seorang pejabat"), _lazy("Apakah Anda memegang jabatan (pejabat)?")),
    "subject.is_candidate": _field(
        _lazy("Menjadi calon"), _lazy("Apakah Anda sendiri sudah ditetapkan sebagai calon?")
    ),
    "subject.is_prospective": _field(_lazy("Bakal calon"), _lazy("Apakah Anda sendiri berniat mencalonkan diri?")),
    "subject.incumbent_running": _field(
        _lazy("Petahana yang maju lagi"), _lazy("Apakah Anda petahana yang maju lagi?")
    ),
    "subject.spouse_of_candidate": _field(
        _lazy("Suami atau istri calon"), _lazy("Apakah suami atau istri Anda mencalonkan diri?")
    ),
    "subject.on_unpaid_leave": _field(
        _lazy("Cuti di luar tanggungan negara"), _lazy("Apakah Anda sedang cuti di luar tanggungan negara (CLTN)?")
    ),
    "subject.resigned": _field(_lazy("Sudah mundur"), _lazy("Apakah Anda sudah mengundurkan diri?")),
    "act.target": _field(
        _lazy("Tertuju kepada"),
        _lazy("Untuk siapa atau tentang siapa perbuatan itu?"),
        {
            "candidate": _lazy("calon yang sudah ditetapkan"),
            "prospective_candidate": _lazy("bakal calon"),
            "party": _lazy("partai politik"),
            "campaign_team": _lazy("tim kampanye"),
            "opponent": _lazy("lawan sebuah calon"),
            "empty_column": _lazy("kolom kosong"),
            "none": _lazy("tidak tertuju kepada siapa pun"),
        },
    ),
    "act.active": _field(_lazy("Berperan aktif"), _lazy("Apakah Anda berperan aktif, bukan sekadar hadir?")),
    "act.capacity": _field(
        _lazy("Sebagai"),
        _lazy("Anda bertindak sebagai apa?"),
        {"private": _lazy("pribadi"), "official": _lazy("pejabat atau pegawai dalam tugas")},
    ),
    "act.audience": _field(
        _lazy("Di hadapan"),
        _lazy("Siapa yang melihat atau mendengarnya?"),
        {
            "public": _lazy("masyarakat umum"),
            "staff": _lazy("rekan kerja"),
            "subordinates": _lazy("bawahan"),
            "village_heads": _lazy("kepala desa"),
            "pupils": _lazy("murid"),
            "closed_group": _lazy("grup tertutup"),
            "family": _lazy("keluarga"),
        },
    ),
    "act.state_means": _field(
        _lazy("Sarana negara"),
        _lazy("Apakah sarana negara dipakai?"),
        {
            "car": _lazy("mobil dinas"),
            "hall": _lazy("gedung"),
            "uniform": _lazy("seragam dinas"),
            "budget": _lazy("anggaran"),
            "programme": _lazy("program"),
            "aid": _lazy("bantuan"),
            "office_name": _lazy("nama jabatan atau kantor"),
        },
    ),
    "act.intent_support": _field(
        _lazy("Dengan maksud mendukung"), _lazy("Apakah maksudnya mendukung atau menolak calon?")
    ),
    "act.identity_markers": _field(
        _lazy("Tanda calon"),
        _lazy("Tanda calon apa yang tampak?"),
        {
            "name": _lazy("nama"),
            "picture": _lazy("gambar"),
            "number": _lazy("nomor urut"),
            "slogan": _lazy("slogan"),
            "hand_sign": _lazy("gerak tangan"),
            "colour": _lazy("warna"),
        },
    ),
    "act.invitation_words": _field(_lazy("Ada kata ajakan"), _lazy("Apakah ada kata yang mengajak memilih?")),
    "act.posted_by_other": _field(
        _lazy("Diunggah orang lain"), _lazy("Apakah orang lain yang mengunggahnya, bukan Anda?")
    ),
    "act.registered_on_team": _field(
        _lazy("Terdaftar dalam tim"), _lazy("Apakah Anda terdaftar sebagai anggota tim kampanye?")
    ),
    "act.on_duty": _field(_lazy("Ditugaskan hadir"), _lazy("Apakah Anda hadir karena ditugaskan?")),
    "act.minister_approval": _field(
        _lazy("Persetujuan tertulis menteri"), _lazy("Apakah sudah ada persetujuan tertulis menteri?")
    ),
    "act.money_value_idr": _field(
        _lazy("Ada uang atau barang"),
        _lazy("Apakah ada uang atau barang yang diberikan?"),
        {"some": _lazy("ada"), "none": _lazy("tidak ada")},
    ),
    "act.structured_systematic_massive": _field(
        _lazy("Terstruktur, sistematis, dan masif"),
        _lazy("Apakah dilakukan lewat jajaran, terencana, dan di sebagian besar wilayah?"),
    ),
    "stage": _field(_lazy("Tahapan"), _lazy("Kapan Anda akan melakukannya?"), STAGES),
    "election_kind": _field(
        _lazy("Jenis pemilihan"),
        _lazy("Pemilihan yang mana?"),
        {
            "pemilu": _lazy("Pemilu"),
            "pilkada": _lazy("Pilkada"),
            "pilkades": _lazy("pemilihan kepala desa"),
            "other": _lazy("pemilihan lain"),
            "none": _lazy("di luar pemilihan"),
        },
    ),
    "months_after_inauguration": _field(
        _lazy("Waktu sejak pelantikan"),
        _lazy("Berapa lama sejak pelantikan?"),
        {"up_to_six": _lazy("sampai enam bulan"), "more_than_six": _lazy("lebih dari enam bulan")},
    ),
    "election": _field(_lazy("Pemilihan"), _lazy("Pemilihan yang mana?"), {}),
    "region": _field(_lazy("Daerah"), _lazy("Di daerah mana?"), {}),
    "act_date": _field(_lazy("Tanggal perbuatan"), _lazy("Kapan Anda akan melakukannya?"), {}),
}


def label(name: str) -> str:
    found = FIELDS.get(name)
    return str(found.label) if found else name


def question(name: str) -> str:
    found = FIELDS.get(name)
    return str(found.question) if found else name


def values(name: str, codes: list[str]) -> str:
    """The values in words, joined; all of a yes-no question says nothing and is empty.

    The catalogue's ``not_applicable`` is no answer of a person and is left out.
    """
    found = FIELDS.get(name)
    known = found.values if found else {}
    order = list(known)
    ranked = sorted(codes, key=lambda code: order.index(code) if code in order else len(order))
    return ", ".join(word(known, code) for code in ranked)
