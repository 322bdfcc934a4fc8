"""Finds an act by an everyday word: "coblos", "kaos", "status wa". No index: some thirty acts are read through."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _lazy

from sinetra.web import law_words

# What people say besides the words of law_words.ACTS. The page never shows these.
_EVERYDAY: Mapping[str, str | Promise] = {
    "like": _lazy("suka jempol love reaksi facebook fb instagram ig tiktok youtube medsos"),
    "comment": _lazy("komen komentar balas tulis medsos facebook instagram"),
    "share": _lazy("bagi sebar teruskan repost forward story medsos"),
    "follow_join_group": _lazy("follow subscribe langganan gabung grup whatsapp wa telegram"),
    "post_media": _lazy("posting upload unggah status story foto profil video wa whatsapp medsos"),
    "photo_with_candidate": _lazy("foto selfie swafoto bareng bersama gambar"),
    "hand_sign": _lazy("jari pose tangan satu dua jempol gestur gaya simbol salam joget goyang"),
    "uniform_or_attribute": _lazy("kaos baju topi pin stiker jaket seragam atribut pakaian"),
    "banner_billboard": _lazy("baliho spanduk poster stiker bendera alat peraga pasang"),
    "attend_passively": _lazy("dengar nonton menonton lihat datang hadir orasi debat kampanye visi misi"),
    "attend_declaration": _lazy("deklarasi pendaftaran antar kpu datang hadir"),
    "attend_campaign": _lazy("kampanye datang hadir rapat umum konser"),
    "campaign_participation": _lazy("kampanye orasi pidato panggung juru bicara moderator"),
    "campaign_team": _lazy("tim sukses timses relawan konsultan saksi"),
    "partisan_activity": _lazy("rapat pertemuan imbauan undangan pengarahan doa bersama"),
    "partisanship_general": _lazy("politik praktis dukung mendukung memihak netral lain lainnya"),
    "invite_vote": _lazy("ajak pilih coblos promosi dukung imbau"),
    "mobilise_asn": _lazy("suruh perintah arahan kerahkan bawahan staf kepala desa rt rw"),
    "money_politics": _lazy("uang amplop sembako serangan fajar hadiah politik uang beli suara"),
    "support_letter_ktp": _lazy("ktp fotokopi surat dukungan independen perseorangan"),
    "decision_benefit": _lazy("keputusan kebijakan izin tanda tangan menguntungkan merugikan"),
    "use_state_facility": _lazy("mobil dinas motor kantor gedung aula fasilitas negara anggaran"),
    "use_state_programme": _lazy("bansos bantuan sosial program hibah pembagian"),
    "official_transfer": _lazy("mutasi rotasi lantik pindah ganti jabatan plt"),
    "conflict_of_interest": _lazy("keluarga saudara kerabat benturan kepentingan"),
    "approach_party": _lazy("partai daftar lamar penjaringan balon bakal calon"),
    "run_for_office": _lazy("nyalon maju calon pilkada bupati wali kota kades caleg dprd"),
    "party_member": _lazy("anggota partai kta kader pengurus sipol"),
    "party_sympathiser": _lazy("simpatisan suka partai idola"),
    "spouse_support": _lazy("suami istri pasangan keluarga calon dampingi menemani"),
    "intimidation": _lazy("ancam paksa tekan takut intimidasi"),
    "hate_speech_hoax": _lazy("hoaks hoax bohong fitnah sara ujaran kebencian kampanye hitam"),
    "private_opinion": _lazy("pendapat bicara ngobrol obrolan cerita rumah keluarga teman diskusi"),
    "vote": _lazy("coblos nyoblos mencoblos memilih pilih tps suara hak pilih pemilu pilkada"),
}
# Words of a question that say nothing about the act.
_EMPTY = {"apakah", "atau", "boleh", "bolehkah", "dan", "dengan", "di", "ke", "saya", "untuk", "yang"}
_EMPTY |= {"and", "can", "may", "me", "my", "of", "or", "the", "to", "with"}
_WORD = re.compile(r"\w+")
_STEM = 4
_BEFORE = ("meng", "meny", "mem", "men", "me", "ber", "ter", "di", "ke", "se")
_AFTER = ("kan", "nya", "i", "an")


def find_acts(text: str) -> list[str]:
    """Codes of acts whose words hold those of ``text``, best first; none when no word is known."""
    wanted = [word for word in _words(text) if len(word) > 1 and word not in _EMPTY]
    if not wanted:
        return []
    ranked = sorted((-_score(code, wanted), place, code) for place, code in enumerate(law_words.ACTS))
    return [code for score, _, code in ranked if score]


def _score(code: str, wanted: list[str]) -> int:
    """How many of the words fit; one that stands in the act's own words counts double."""
    own, everyday = _words(str(law_words.ACTS[code])), _words(str(_EVERYDAY.get(code, "")))
    return sum(2 if _any(word, own) else 1 if _any(word, everyday) else 0 for word in wanted)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _any(word: str, among: list[str]) -> bool:
    return any(word == other or _root(word) == _root(other) for other in among)


def _root(word: str) -> str:
    """The word without what Indonesian puts before and behind it, roughly: "berfoto" and "fotokan" are "foto"."""
    for before in _BEFORE:
        if word.startswith(before) and len(word) - len(before) >= _STEM:
            word = word.removeprefix(before)
            break
    for after in _AFTER:
        if word.endswith(after) and len(word) - len(after) >= _STEM:
            return word.removesuffix(after)
    return word
