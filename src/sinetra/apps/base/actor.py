"""Who acts: a person with the roles of today, the public, a reporter who showed a code, or the system itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from sinetra.core.errors import Forbidden, gettext_noop


class Role(StrEnum):
    """What a person may be in an organisation; each has an end date (apps.accounts)."""

    BAWASLU_STAFF = "bawaslu_staff"
    BAWASLU_COMMISSIONER = "bawaslu_commissioner"
    CUSTODIAN = "custodian"
    BKN_OFFICER = "bkn_officer"
    BKPSDM_OFFICER = "bkpsdm_officer"
    NEUTRALITY_TEAM = "neutrality_team"
    INSPECTORATE = "inspectorate"
    PPK = "ppk"
    PRESS_OFFICER = "press_officer"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    UNIT_ORGANISER = "unit_organiser"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """``kind`` is person, public, reporter or system. ``regions`` empty means the whole organisation; ``units`` are
    those whose organiser the person is.

    ``reference`` is what the audit chain names: an id, never a name.
    """

    kind: str
    user_id: UUID | None = None
    organisation_id: UUID | None = None
    roles: frozenset[Role] = field(default_factory=frozenset)
    regions: tuple[str, ...] = ()
    units: tuple[UUID, ...] = ()
    name: str = ""
    report_id: UUID | None = None

    @property
    def reference(self) -> str:
        return f"person:{self.user_id}" if self.kind == "person" else self.kind

    @property
    def office(self) -> UUID:
        """The organisation of a person. Errors: ``Forbidden`` for somebody without one."""
        if self.organisation_id is None:
            raise Forbidden(gettext_noop("Masuk dahulu sebagai petugas sebuah instansi."), code="no_office")
        return self.organisation_id

    def has(self, *roles: Role) -> bool:
        return not self.roles.isdisjoint(roles)


PUBLIC = Actor(kind="public")
SYSTEM = Actor(kind="system")


def reporter(report_id: UUID) -> Actor:
    """The person who showed the code of one report. Nothing else is known of them."""
    return Actor(kind="reporter", report_id=report_id)
