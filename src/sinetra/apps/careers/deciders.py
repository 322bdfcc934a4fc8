"""Who is PPK on the day of a decision, as the register has it. Where sources differ the officer says whose it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sinetra.apps.registry.appointing import appointing_on
from sinetra.core.casework.heads import HeldKind, Term, same_name
from sinetra.core.casework.telling import Certainty
from sinetra.core.errors import BadInput, Conflict, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    name: str
    title: str
    kind: HeldKind
    certainty: Certainty


def deciders_on(organisation_id: UUID, day: date) -> tuple[Decider, ...]:
    """One; several where readings differ; none where the register names nobody, or one who was away."""
    found = appointing_on(organisation_id, day)
    terms = [found.holder] if found.holder is not None else [reading.holder for reading in found.readings]
    own: list[Term] = []
    for term in terms:
        if term is not None and not any(same_name(term.holder, other.holder) for other in own):
            own.append(term)
    return tuple(Decider(name=term.holder, title=term.title, kind=term.kind, certainty=found.certainty) for term in own)


def decider_on(organisation_id: UUID, day: date, chosen: str = "") -> Decider:
    """``chosen``: whose decision it was, where several come into question. Errors: ``Conflict`` (``no_ppk``);
    ``BadInput`` on ``decider``."""
    found = deciders_on(organisation_id, day)
    if not found:
        message = gettext_noop("Register tidak menyebut siapa PPK (kepegawaian) pada tanggal keputusan. Catat dahulu.")
        raise Conflict(message, code="no_ppk")
    if len(found) == 1 and not chosen:
        return found[0]
    for one in found:
        if same_name(one.name, chosen):
            return one
    message = gettext_noop("Sumber berbeda tentang siapa PPK pada hari itu. Pilih yang menandatangani: %(accepted)s.")
    if len(found) == 1:
        message = gettext_noop("PPK pada hari itu menurut register: %(accepted)s.")
    raise BadInput(message, field="decider", accepted=tuple(one.name for one in found))
