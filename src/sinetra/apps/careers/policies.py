"""Who may see and do what with careers: the personnel office and the appointing authority, of their own office only.

Neither the team, the inspectorate, an administrator nor a unit's organiser: a step says why, and that is between the
office and the person, who reads it by the own link. An officer for a region has the steps of its units, as with the
people of the register: by the unit in which the person works now.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, is_within, own_organisation, roles, rows_of
from sinetra.apps.base.viewing import personal_rows
from sinetra.apps.careers.models import (
    CareerPolicy,
    CareerStep,
    CareerTally,
    TransferCheck,
    TransferFile,
    TransferLetter,
)
from sinetra.apps.registry.policies import in_regions
from sinetra.core.errors import Forbidden, gettext_noop

KEEPERS = (Role.BKPSDM_OFFICER,)
READERS = (*KEEPERS, Role.PPK)


def _of_readers(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    return own_organisation(actor, rows) if actor.has(*READERS) else rows.none()


def _of_steps(step: str) -> Any:
    """Rows about a step (``step``: the way to it, with its ``__``). What is about none names nobody."""

    def seen(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
        found = _of_readers(actor, rows)
        if not actor.regions:
            return found
        of_unit = Q(**{f"{step}person": None}) & in_regions(actor, f"{step}unit")
        wanted = in_regions(actor, f"{step}person__unit") | of_unit
        return found.filter(wanted | Q(step=None) if step else wanted)

    return seen


rows_of(CareerStep)(_of_steps(""))
rows_of(TransferCheck)(_of_steps("step__"))
rows_of(TransferLetter)(_of_steps("step__"))
rows_of(TransferFile)(_of_readers)  # numbers, no names
#: Staff read the policy of their own office; numbers of an office name nobody.
rows_of(CareerPolicy)(own_organisation)
rows_of(CareerTally)(own_organisation)


def account(actor: Actor) -> UUID:
    """The account that signs. Errors: ``Forbidden`` for whoever has none."""
    if actor.user_id is None:
        raise Forbidden(gettext_noop("Anda tidak berwenang melakukan ini."))
    return actor.user_id


def is_about(actor: Actor, step: CareerStep) -> bool:
    """The step is the actor's own: through whichever account."""
    if actor.user_id is None or step.person_id is None:
        return False
    return User.objects.filter(pk=actor.user_id, person_id=step.person_id).exists()


def _in_reach(actor: Actor, row: Any) -> bool:
    """The step is of a unit in the regions of the role."""
    if not actor.regions or not isinstance(row, CareerStep):
        return True
    unit = row.unit if row.person is None else row.person.unit
    region = unit.region_id if unit is not None else None
    return region is not None and any(is_within(region, scope) for scope in actor.regions)


def _of_reach(*accepted: Role) -> Any:
    def rule(actor: Actor, row: Any) -> bool:
        return roles(*accepted)(actor, row) and _in_reach(actor, row)

    return rule


def _of_others(*accepted: Role) -> Any:
    """A role, and never about oneself."""

    def rule(actor: Actor, row: Any) -> bool:
        return _of_reach(*accepted)(actor, row) and not (isinstance(row, CareerStep) and is_about(actor, row))

    return rule


def _works_here(actor: Actor, row: Any) -> bool:
    """Whoever is something in the office of the row today."""
    here = row is None or row.organisation_id == actor.organisation_id
    return actor.kind == "person" and bool(actor.roles) and here


allow("career.read", _of_reach(*READERS))
allow("career.propose", _of_others(*KEEPERS))
allow("career.decide", _of_others(*READERS))
allow("career_policy.read", _works_here)
allow("career_policy.publish", roles(*KEEPERS))
allow("transfer.check", _of_others(*KEEPERS))
allow("transfer.letter", _of_others(*KEEPERS))

# They name people in the clear: who of the staff reads them is in the access log.
personal_rows(CareerStep)
personal_rows(TransferCheck)  # by the step that it is about
