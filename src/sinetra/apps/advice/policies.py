"""Who may see and do what with the rows of advice. Superiors, personnel agency, inspectors, administrators: nothing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.accounts.two_persons import accounts_of_one_person
from sinetra.apps.advice.mediation_ties import is_tied, marks_of_account, tied
from sinetra.apps.advice.models import Mediation, Opinion, Question
from sinetra.apps.advice.vocabulary import OpinionState
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.ports.clock import today

# Who decides about careers and sanctions, or runs the machine, does not read what people ask, whatever else they are.
APART = (Role.PPK, Role.BKPSDM_OFFICER, Role.INSPECTORATE, Role.ADMINISTRATOR, Role.AUDITOR)
_SHOWN = Q(state__in=(OpinionState.PUBLISHED, OpinionState.WITHDRAWN))


def advises(actor: Actor, row: Any = None) -> bool:
    """A member of the team who is nothing that principle 8 keeps away, in no account of the same person."""
    return roles(Role.NEUTRALITY_TEAM)(actor, row) and not actor.has(*APART) and not is_apart_elsewhere(actor)


def is_apart_elsewhere(actor: Actor) -> bool:
    """Another account of the same person holds a role that is kept away."""
    if actor.user_id is None:
        return False
    others = accounts_of_one_person(actor.user_id) - {actor.user_id}
    held = RoleGrant.objects.filter(user_id__in=others, role__in=APART, starts_on__lte=today(), ends_on__gte=today())
    return bool(others) and held.exists()


def person(actor: Actor) -> UUID:
    """The account that signs. Errors: ``Forbidden`` for whoever has none."""
    if actor.user_id is None:
        raise Forbidden(gettext_noop("Anda tidak berwenang melakukan ini."))
    return actor.user_id


@rows_of(Question)
def _questions(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    if actor.kind == "system":
        return rows
    return own_organisation(actor, rows) if advises(actor) else rows.none()


def mediates(actor: Actor, row: Any = None) -> bool:
    """Whoever advises, unless the own name or unit stands in the way."""
    return advises(actor, row) and (row is None or not is_tied(row.ties, marks_of_account(actor.user_id)))


@rows_of(Mediation)
def _mediations(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """A member who is tied to a mediation does not learn that it exists."""
    if actor.kind == "system":
        return rows
    if not advises(actor):
        return rows.none()
    return own_organisation(actor, rows).exclude(tied(marks_of_account(actor.user_id)))


@rows_of(Opinion)
def _opinions(actor: Actor, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Everybody reads the library; drafts only the team of the same office."""
    if actor.kind == "system":
        return rows
    return rows.filter(_SHOWN | Q(organisation_id=actor.organisation_id)) if advises(actor) else rows.filter(_SHOWN)


def _may_ask(actor: Actor, row: Any) -> bool:
    del row
    return actor.kind == "public"


for _action in ("question.ask", "mediation.request", "mediation.take_part"):
    allow(_action, _may_ask)
for _action in ("question.read", "question.answer", "opinion.write", "opinion.publish", "opinion.withdraw"):
    allow(_action, advises)
for _verb in ("read", "offer", "answer", "hold", "close", "turn_away"):
    allow(f"mediation.{_verb}", mediates)
