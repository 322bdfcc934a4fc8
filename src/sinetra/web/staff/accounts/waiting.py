"""What waits for an administrator: roles that end soon, resets that need a second person. Also for the workspace."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.accounts import selectors
from sinetra.apps.accounts.actions.confirm_reset import may_confirm_reset
from sinetra.apps.accounts.models import PasswordReset, RoleGrant
from sinetra.apps.accounts.two_persons import POWERFUL, grant_bar
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, visible
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import now, zone_of
from sinetra.web.parts import Cell, Clock, Column, Table
from sinetra.web.staff.accounts.words import day_word, place_of, role_word

MOST = 20


def for_workspace(actor: Actor, day: date) -> dict[str, Any]:
    """Administrators: ``ending_roles`` and ``waiting_resets``, each None when there is nothing. Everybody:
    ``my_roles_end``, their own roles that end within thirty days, in words."""
    own = selectors.roles_that_end(actor, day).filter(user_id=str(actor.user_id))
    found: dict[str, Any] = {
        "my_roles_end": [{"role": role_word(g.role), "day": g.ends_on, "left": (g.ends_on - day).days} for g in own]
    }
    if may(actor, "accounts.read"):
        found |= {
            "administers": True,
            "ending_roles": ending_roles(actor, day),
            "waiting_resets": waiting_resets(actor, now()),
        }
    return found


def ending_roles(actor: Actor, day: date) -> Table | None:
    rows = list(selectors.roles_that_end(actor, day)[:MOST])
    if not rows:
        return None
    return Table(
        caption=_("Peran yang berakhir dalam 30 hari"),
        columns=[
            Column(text=_("Nama")),
            Column(text=_("Peran")),
            Column(text=_("Wilayah")),
            Column(text=_("Hari terakhir")),
            Column(text=_("Langkah")),
        ],
        rows=[_ending(row, actor, day) for row in rows],
    )


def _ending(row: RoleGrant, actor: Actor, day: date) -> list[Cell]:
    address = f"{reverse('give_role', args=[row.user_id])}?after={row.pk}"
    extends = may(actor, "accounts.grant_role", row)
    if extends and row.role in POWERFUL:
        extends = grant_bar(row.user, actor, now()) is None
    return [
        Cell(text=row.user.name, url=reverse("account", args=[row.user_id])),
        Cell(text=role_word(row.role)),
        Cell(text=place_of(row)),
        Cell(clock=Clock(label=_("Hari terakhir"), due=row.ends_on, today=day)),
        Cell(text=_("Perpanjang"), url=address) if extends else Cell(text=_("admin lain")),
    ]


def waiting_resets(actor: Actor, at: datetime) -> Table | None:
    rows = list(selectors.open_resets(actor, at)[:MOST])
    if not rows:
        return None
    office = visible(actor, Organisation).get(pk=actor.office)
    zone = zone_of(office.region_id).info
    return Table(
        caption=_("Setel ulang yang menunggu admin kedua"),
        columns=[
            Column(text=_("Akun")),
            Column(text=_("Diminta oleh")),
            Column(text=_("Sampai")),
            Column(text=_("Langkah")),
        ],
        rows=[
            [
                Cell(text=row.user.name, url=reverse("account", args=[row.user_id])),
                Cell(text=row.requested_by.name),
                Cell(text=day_word(row.expires_at.astimezone(zone).date())),
                _step(row, actor),
            ]
            for row in rows
        ],
    )


def may_confirm(row: PasswordReset, actor: Actor) -> bool:
    return may_confirm_reset(row, actor)


def _step(row: PasswordReset, actor: Actor) -> Cell:
    if may_confirm(row, actor):
        return Cell(text=_("Kukuhkan"), url=reverse("confirm_reset", args=[row.pk]))
    return Cell(text=_("menunggu admin lain"))
