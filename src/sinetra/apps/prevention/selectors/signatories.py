"""Who may sign for an office on a day, by the registry; who acts stands before the definitive holder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sinetra.apps.registry.selectors import holder_of
from sinetra.apps.registry.vocabulary import SIGNING_ROLES, HeldRoleName
from sinetra.core.documents.signatory import Signatory

_OFFICES = {
    HeldRoleName.PPK: "Pejabat Pembina Kepegawaian",
    HeldRoleName.REGIONAL_HEAD: "Kepala Daerah",
    HeldRoleName.DEPUTY_REGIONAL_HEAD: "Wakil Kepala Daerah",
    HeldRoleName.REGIONAL_SECRETARY: "Sekretaris Daerah",
}
_OF_CERTIFICATES = (HeldRoleName.REGIONAL_SECRETARY, HeldRoleName.PPK, HeldRoleName.REGIONAL_HEAD)


def signatory(organisation_id: UUID, role: HeldRoleName, day: date) -> Signatory | None:
    """None: the registry does not say who held the office on that day."""
    holder = holder_of(organisation_id, role, day)
    if holder is None:
        return None
    title = holder.title or _OFFICES[role]
    return Signatory(name=holder.name, title=title, kind=holder.kind.value, instead_of=holder.instead_of or "")


def signatories(organisation_id: UUID, day: date) -> Mapping[HeldRoleName, Signatory]:
    """Only offices that are held."""
    found = {role: signatory(organisation_id, role, day) for role in SIGNING_ROLES}
    return {role: who for role, who in found.items() if who is not None}


def certificate_signatories(organisation_id: UUID, day: date) -> tuple[Signatory, ...]:
    """Each person once, the secretary first."""
    held = signatories(organisation_id, day)
    found: dict[str, Signatory] = {}
    for role in _OF_CERTIFICATES:
        if role in held:
            found.setdefault(held[role].name, held[role])
    return tuple(found.values())
