"""*Serah terima*: everything that waits for one person moves to a successor, in one step or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.open_work import OpenWork, open_work
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import inside, require
from sinetra.apps.base.work import unit_of_work
from sinetra.core.errors import BadInput, Conflict, gettext_noop


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """How many rows moved, by label of the work; labels without open rows are left out."""

    moved: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _, count in self.moved)


def hand_over(
    *, leaving: User, successor: User, reason: str, today: date, actor: Actor, at: datetime | None = None
) -> HandOver:
    """``today`` is the legal date on which the successor must be able to take the work.

    Errors: ``Forbidden`` (neither the person nor an administrator), ``BadInput`` on ``successor`` or ``reason``,
    ``Conflict`` when the successor lacks a role that some of the work needs (``successor_role``) or works in another
    region (``successor_region``) or has an interest in one (``successor_interest``), or a row changed meanwhile.
    """
    require(actor, "accounts.hand_over", leaving)
    if not reason.strip():
        raise BadInput(gettext_noop("Alasan harus diisi"), field="reason")
    same_place = successor.organisation_id == leaving.organisation_id
    if successor.pk == leaving.pk or not successor.is_active or not same_place:
        raise BadInput(gettext_noop("Penerus harus akun lain yang aktif di instansi yang sama"), field="successor")
    taking = actor_of(successor, today)
    moved = []
    with unit_of_work(actor, at=at) as work:
        for kind in open_work():
            rows = list(kind.rows(leaving))
            if rows:
                _check_can_take(kind, taking)
            for row in rows:
                _check_reaches(kind, row, taking)
                _check_not_barred(kind, row, successor)
                work.change(row, **{kind.field: successor})
                work.record("accounts.take_over", row, data={"from": str(leaving.pk), "to": str(successor.pk)})
            if rows:
                moved.append((kind.label, len(rows)))
        done = {"to": str(successor.pk), "moved": dict(moved)}
        work.record("accounts.hand_over", leaving, data=done, reason=reason.strip())
    return HandOver(moved=tuple(moved))


def _check_can_take(kind: OpenWork, taking: Actor) -> None:
    if kind.roles and not taking.has(*kind.roles):
        raise Conflict(
            gettext_noop("Penerus belum punya peran untuk %(label)s; diperlukan salah satu: %(roles)s"),
            code="successor_role",
            label=kind.label,
            roles=", ".join(sorted(kind.roles)),
        )


def _check_reaches(kind: OpenWork, row: Any, taking: Actor) -> None:
    if not inside(taking, row):
        raise Conflict(
            gettext_noop("Peran penerus tidak mencakup wilayah %(region)s, tempat %(label)s"),
            code="successor_region",
            label=kind.label,
            region=row.region_id or "–",
        )


def _check_not_barred(kind: OpenWork, row: Any, successor: User) -> None:
    if kind.barred(successor, row):
        raise Conflict(
            gettext_noop("Penerus berkepentingan dalam %(label)s %(row)s; serahkan yang itu kepada orang lain dahulu"),
            code="successor_interest",
            label=kind.label,
            row=str(row),
        )
