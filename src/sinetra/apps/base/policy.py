"""Who may see which rows and do what. Each app registers its answers in ``policies.py``; nothing is allowed by default.

``visible(actor, Model)`` is the only way to rows; ``require(actor, action, row)`` stands first in every verb.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.viewing import read_rows
from sinetra.core.errors import Forbidden, gettext_noop

M = TypeVar("M", bound=Model)
Visible = Callable[[Actor, "QuerySet[Any]"], "QuerySet[Any]"]
Rule = Callable[[Actor, Any], bool]

_visible: dict[type[Model], Visible] = {}
_rules: dict[str, Rule] = {}


def rows_of(model: type[M]) -> Callable[[Visible], Visible]:
    """Registers which rows of ``model`` an actor may see: ``(actor, all rows) -> rows``."""

    def register(answer: Visible) -> Visible:
        _visible[model] = answer
        return answer

    return register


def allow(action: str, rule: Rule) -> None:
    """Registers who may do ``action``: ``(actor, row or None) -> bool``."""
    _rules[action] = rule


def roles(*accepted: Role) -> Rule:
    """A person who has one of the roles, in the organisation of the row and inside the region of the role."""

    def rule(actor: Actor, row: Any) -> bool:
        return actor.kind == "person" and actor.has(*accepted) and inside(actor, row)

    return rule


def inside(actor: Actor, row: Any) -> bool:
    """The row belongs to the actor's organisation and, where both name one, to the actor's region."""
    if row is None:
        return True
    if getattr(row, "organisation_id", actor.organisation_id) != actor.organisation_id:
        return False
    region = getattr(row, "region_id", None)
    return not actor.regions or region is None or any(is_within(region, scope) for scope in actor.regions)


def is_within(region: str, scope: str) -> bool:
    """
    >>> is_within("63.72.01", "63.72"), is_within("63.7", "63.72"), is_within("63.72", "63.72")
    (True, False, True)
    """
    return region == scope or region.startswith(scope + ".")


def own_organisation(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """The plain answer for tables that a whole organisation may read."""
    if actor.kind != "person":
        return rows.none()
    return rows.filter(organisation_id=actor.organisation_id)


def visible(actor: Actor, model: type[M]) -> QuerySet[M]:
    """The rows of ``model`` that ``actor`` may see. Errors: ``Forbidden`` when the model has no policy."""
    answer = _visible.get(model)
    if answer is None:
        raise Forbidden(gettext_noop("Data ini belum punya aturan akses."), code="no_policy")
    read_rows(model)
    return answer(actor, model._default_manager.all())


def may(actor: Actor, action: str, row: Any = None) -> bool:
    rule = _rules.get(action)
    return actor.kind == "system" or (rule is not None and rule(actor, row))


def require(actor: Actor, action: str, row: Any = None) -> None:
    """Errors: ``Forbidden``, also for an action that nobody registered."""
    if not may(actor, action, row):
        raise Forbidden(gettext_noop("Anda tidak berwenang melakukan ini."), action=action)


def registered_actions() -> frozenset[str]:
    return frozenset(_rules)


def registered_models() -> frozenset[type[Model]]:
    return frozenset(_visible)
