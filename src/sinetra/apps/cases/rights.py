"""Who may take the steps that a verb leads through: staff prepare, the plenary decides."""

from __future__ import annotations

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.cases.moves import roles_for
from sinetra.core.casework.transitions import Transition
from sinetra.core.errors import Forbidden, gettext_noop


def may_take(actor: Actor, steps: tuple[Transition, ...]) -> bool:
    return actor.kind == "system" or actor.has(*roles_for(steps))


def decides(actor: Actor) -> bool:
    """Sits in the plenary."""
    return actor.kind == "system" or actor.has(Role.BAWASLU_COMMISSIONER)


def require_roles(actor: Actor, action: str, steps: tuple[Transition, ...]) -> None:
    """Errors: ``Forbidden`` for a step that belongs to somebody else, such as the plenary."""
    if not may_take(actor, steps):
        raise Forbidden(gettext_noop("Langkah ini diputuskan dalam rapat pleno."), code="plenary", action=action)
