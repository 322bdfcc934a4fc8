"""Pairs, declared interests and heads for tests, on top of the cast of reports."""

from __future__ import annotations

from datetime import date
from typing import Any

from report_cast import Cast

from sinetra.apps.accounts.actions.grant_role import grant_role
from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.registry.actions.declare_interest import declare_interest
from sinetra.apps.registry.actions.hold_role import hold_role
from sinetra.apps.registry.actions.store_pair import store_pair
from sinetra.apps.registry.models import DeclaredInterest, ElectionPair, Organisation, Region
from sinetra.apps.registry.vocabulary import HeldKind, HeldRoleName
from sinetra.core.casework.interests import Tie

MAYOR, DAY = "Beringin Contohwan", date(2024, 11, 22)


def pair(cast: Cast, region: str = "99.71", number: int = 1, **more: Any) -> ElectionPair:
    given = {"head_name": MAYOR, "deputy_name": "Citra Contohmawar", "head_is_incumbent": True} | more
    return store_pair(
        organisation=cast.bawaslu,
        election="pilkada_2024",
        region=Region.objects.get(pk=region),
        number=number,
        source="Keputusan KPU (contoh)",
        actor=SYSTEM,
        **given,
    )


def declare(
    cast: Cast, actor: Actor, tie: Tie = Tie.SIBLING, by: Actor | None = None, **toward: Any
) -> DeclaredInterest:
    user = User.objects.get(pk=str(actor.user_id))
    return declare_interest(
        organisation=user.organisation,
        user=user,
        tie=tie,
        from_on=date(2024, 9, 22),
        source="pernyataan",
        actor=by or actor,
        **toward,
    )


def rename(actor: Actor, name: str) -> None:
    User.objects.filter(pk=actor.user_id).update(name=name)


def granted(actor: Actor, role: Role) -> User:
    user = User.objects.get(pk=str(actor.user_id))
    grant_role(user=user, role=role, starts_on=date(2024, 1, 1), ends_on=date(2027, 12, 31), actor=SYSTEM)
    return user


def held(office: Organisation, name: str, role: str = "regional_head", kind: str = "definitive", **days: date) -> None:
    hold_role(
        organisation=office,
        role=HeldRoleName(role),
        kind=HeldKind(kind),
        holder_name=name,
        from_on=days.get("first", date(2021, 2, 26)),
        until_on=days.get("last"),
        reason="cuti kampanye" if kind != "definitive" else "",
        source="SK (contoh)",
        actor=SYSTEM,
    )
