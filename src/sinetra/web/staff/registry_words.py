"""Words of heads, acting heads, ties and of what is said about them, in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.registry.appointing import authority
from sinetra.core.casework.grounds import Ground, Said
from sinetra.core.casework.heads import HeldKind, HeldRoleName
from sinetra.core.casework.interests import Tie
from sinetra.core.clock.bilingual import Bilingual
from sinetra.web.format import day_text

HELD_KINDS: Mapping[str, str | Promise] = {
    HeldKind.DEFINITIVE: _lazy("pejabat definitif"),
    HeldKind.PLT: _lazy("pelaksana tugas (Plt)"),
    HeldKind.PLH: _lazy("pelaksana harian (Plh)"),
    HeldKind.PJS: _lazy("penjabat sementara (Pjs)"),
    HeldKind.PJ: _lazy("penjabat (Pj)"),
}
HELD_ROLES: Mapping[str, str | Promise] = {
    HeldRoleName.PPK: _lazy("PPK (kepegawaian)"),
    HeldRoleName.REGIONAL_HEAD: _lazy("kepala daerah"),
    HeldRoleName.DEPUTY_REGIONAL_HEAD: _lazy("wakil kepala daerah"),
    HeldRoleName.REGIONAL_SECRETARY: _lazy("sekretaris daerah"),
    HeldRoleName.AUTHORISED_OFFICIAL: _lazy("Pejabat yang Berwenang (PyB)"),
}


def language() -> str:
    return "en" if get_language() == "en" else "id"


def text_of(text: Bilingual) -> str:
    return text.en if language() == "en" else text.id


def said(step: Said) -> str:
    """The sentence, with its dates in words."""
    return step.render(language(), day_in_words)


def day_in_words(day: date) -> str:
    return day_text(day, language(), weekday=False)


def source_of(ground: Ground) -> str:
    return text_of(ground.source)


def tie_word(tie: Tie) -> str:
    return text_of(authority().ties[tie].text)


def tie_source(tie: Tie) -> str:
    return source_of(authority().ties[tie])
