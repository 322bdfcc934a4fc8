"""Boleh, tidak boleh, tergantung, belum jelas: what a decision of the law means to the person who asks."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext as _

from sinetra.core.clock.confidence import Confidence
from sinetra.core.law.decision import Decision, Finding
from sinetra.core.law.words import NormKind, Outcome, Status
from sinetra.web.law_view import in_words


class Verdict(StrEnum):
    """``NO_BAN`` is not ``YES``: the catalogue names no prohibition, and does not claim to be the whole law."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"
    UNCLEAR = "unclear"
    NO_BAN = "no_ban"


SENTIMENTS = {
    Verdict.YES: "good",
    Verdict.NO: "stop",
    Verdict.DEPENDS: "attention",
    Verdict.UNCLEAR: "attention",
    Verdict.NO_BAN: "info",
}


def verdict_words(verdict: Verdict) -> str:
    return {
        Verdict.YES: _("Boleh"),
        Verdict.NO: _("Tidak boleh"),
        Verdict.DEPENDS: _("Tergantung"),
        Verdict.UNCLEAR: _("Belum jelas"),
        Verdict.NO_BAN: _("Tidak ditemukan larangan"),
    }[verdict]


def verdict_of(decision: Decision) -> Verdict:
    """A prohibition that rests only on law nobody has checked, or that one of the readings denies, is not clear.

    Only a permission says yes. An exception takes back one prohibition and allows nothing: a threat that names no
    side is outside the election law, and "boleh" would be false.
    """
    if decision.outcome is Outcome.VIOLATION:
        clear = [item for item in bans(decision) if not (unchecked(item) or contested(decision, item))]
        return Verdict.NO if clear else Verdict.UNCLEAR
    return {
        Outcome.UNDETERMINED: Verdict.DEPENDS,
        Outcome.PERMITTED: Verdict.YES if permissions(decision) else Verdict.NO_BAN,
        Outcome.NO_VIOLATION: Verdict.NO_BAN,
    }[decision.outcome]


def bans(decision: Decision) -> list[Finding]:
    """The prohibitions that are met."""
    return [item for item in decision.findings if item.status is Status.MET and item.norm.kind is NormKind.PROHIBITION]


def permissions(decision: Decision) -> list[Finding]:
    """The permissions that make the answer a yes."""
    if decision.outcome is not Outcome.PERMITTED:
        return []
    return [item for item in decision.findings if item.status is Status.MET and item.norm.kind is NormKind.PERMISSION]


def provisos(decision: Decision) -> str:
    """What a permission supposes and no question asks, each with a blank before it: a bare "boleh" would say more."""
    notes = [in_words(item.norm.note) for item in permissions(decision) if item.norm.note is not None]
    return "".join(f" {note}" for note in dict.fromkeys(notes))


def unchecked(item: Finding) -> bool:
    return item.norm.confidence is Confidence.UNCHECKED


def contested(decision: Decision, item: Finding) -> bool:
    return any(item.norm.id in dispute.contested for dispute in decision.disputes)


def why_no_ban(decision: Decision, who: str, day: str) -> str:
    """In two sentences, for ``Verdict.NO_BAN``."""
    text = (
        _("Larangan dalam katalog ini dikecualikan bagi %(who)s pada %(day)s. Ini bukan izin.")
        if decision.outcome is Outcome.PERMITTED
        else _("Katalog ini tidak memuat larangan bagi %(who)s pada %(day)s. Ini bukan izin.")
    )
    return text % {"who": who, "day": day}


def why_unclear(decision: Decision) -> str:
    """In one or two sentences, for ``Verdict.UNCLEAR``."""
    found = []
    if any(contested(decision, item) for item in bans(decision)):
        found.append(_("Sumber-sumber hukum berbeda, dan bedanya menentukan jawaban ini."))
    if any(unchecked(item) for item in bans(decision)):
        found.append(_("Aturan yang melarangnya belum dibaca pada naskah resminya."))
    return " ".join([*found, _("Sampai jelas, lebih aman tidak melakukannya.")])
