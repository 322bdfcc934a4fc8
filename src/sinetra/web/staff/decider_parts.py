"""Who would decide, as lines of a page: the PPK of today, why they step aside, and who is proposed then."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from sinetra.apps.cases.decider import DeciderView
from sinetra.core.casework.appointing import Appointing, Certainty
from sinetra.core.casework.grounds import Ground
from sinetra.web.law_words import BODIES, CONFIDENCE
from sinetra.web.parts import Pair
from sinetra.web.staff.registry_words import source_of, text_of, tie_source, tie_word


def decider_pairs(view: DeciderView | None) -> list[Pair]:
    """Empty where the register holds no regional government."""
    if view is None:
        return []
    query = urlencode({"instansi": str(view.office.pk), "tanggal": view.appointing.day.isoformat()})
    pairs = [
        Pair(
            term=_("PPK (kepegawaian) sekarang"),
            value=who(view.appointing),
            note=view.office.name,
            url=f"{reverse('appointing')}?{query}",
        )
    ]
    return pairs + interest_pairs(view)


def interest_pairs(view: DeciderView) -> list[Pair]:
    """Why the PPK steps aside, and who is proposed; one line where nothing is on record."""
    if view.proposal is None:
        note = _("Nama yang dilaporkan belum lengkap, jadi nama yang sama tidak terlihat.") if view.unsure else ""
        found = _("tidak ada yang tercatat") if view.assessed else _("belum dapat dinilai")
        return [Pair(term=_("Kepentingan PPK"), value=found, note=note)]
    pairs = [
        Pair(
            term=_("Kepentingan PPK"),
            value=f"{name}: {tie_word(tie.tie)}{f' ({tie.label})' if tie.label else ''}",
            note=_noted(tie.source or tie_source(tie.tie), tie.confidence.value),
        )
        for name, ties in view.interests
        for tie in ties
    ]
    proposal = view.proposal
    body = str(BODIES[proposal.body.value]) if proposal.body else _("belum diketahui; tanyakan Kemendagri")
    pairs.append(Pair(term=_("Usulan yang memutus"), value=body, note=_ground(proposal.ground or proposal.barred)))
    pairs += [
        Pair(term=_("Dilewati"), value=BODIES[body.value], note=_("juga berkepentingan")) for body in proposal.skipped
    ]
    return [
        *pairs,
        Pair(term=_("Bacaan lain"), value=text_of(proposal.otherwise.text), note=_basis(proposal.otherwise)),
        Pair(term=_("Pengawas"), value=text_of(proposal.supervisor.text), note=_basis(proposal.supervisor)),
        Pair(term=_("Mengapa"), value=text_of(proposal.barred.text), note=_basis(proposal.barred)),
    ]


def proposed_words(view: DeciderView | None) -> str:
    """A first line for the summary that travels, to be kept, changed or struck out: a person decides. Indonesian, as
    the receiver's letters are."""
    if view is None or view.proposal is None or view.proposal.body is None:
        return ""
    with override("id"):
        return _("PPK tercatat berkepentingan. Diusulkan diputus oleh %(body)s.") % {
            "body": BODIES[view.proposal.body.value]
        }


def who(found: Appointing) -> str:
    """One name, or that there is more than one reading, or that nobody is on record."""
    if found.certainty is Certainty.CONTESTED:
        return _("ada lebih dari satu bacaan")
    if found.holder is None:
        return _("belum diketahui")
    name = f"{found.holder.holder}, {found.holder.title}" if found.holder.title else found.holder.holder
    return _("%(name)s (surat tugasnya belum lengkap)") % {"name": name} if found.certainty is Certainty.OPEN else name


def _ground(ground: Ground) -> str:
    return f"{text_of(ground.text)} {_basis(ground)}"


def _basis(ground: Ground) -> str:
    return _noted(source_of(ground), ground.confidence.value)


def _noted(source: str, confidence: str) -> str:
    return f"({source}; {CONFIDENCE[confidence]})"
