"""What the pages of the vault tell of an office: who keeps it, who is named, and whether anybody can open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import may, require, visible
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.custody import (
    custodians,
    is_small,
    keeper_of,
    keys_in_use,
    people_of,
    post_of,
    post_of_holder,
)
from sinetra.apps.reports.models import CustodyNaming
from sinetra.apps.reports.vocabulary import Post
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports import clock

MOST_NAMINGS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """Of one office, as its pages tell it. ``keeper``: who opens what comes from now on; ``nobody_opens``: a small
    office whose province has no key here. ``deputy_left``: whose role is over though the naming is not;
    ``holder_left``: who made the key in use is custodian no more, by role or by naming."""

    office: Organisation
    post: Post | None
    people: int
    is_small: bool
    keeper: Organisation
    nobody_opens: bool
    deputy: CustodyNaming | None
    deputy_has_key: bool
    deputy_left: bool
    holder_left: bool


def custody_of(actor: Actor) -> Custody:
    """Errors: ``Forbidden`` for everybody but the custodians and the plenary of an office."""
    if not may(actor, "custody.name"):
        require(actor, "identity.reseal")
    office = Organisation.objects.get(pk=actor.office)
    on = clock.today(office.region_id)
    small, keeper, keys = is_small(office), keeper_of(office), keys_in_use(office)
    namings = visible(actor, CustodyNaming).filter(post=Post.DEPUTY, ended_at=None, ends_on__gte=on)
    deputy = namings.select_related("user").order_by("starts_on", "id").first()
    own = next((key for key in keys if key.post == Post.CUSTODIAN), None)
    return Custody(
        office=office,
        post=post_of(actor) if actor.has(Role.CUSTODIAN) else None,
        people=people_of(office.pk, on),
        is_small=small,
        keeper=keeper,
        nobody_opens=small and (keeper.pk == office.pk or not keys_in_use(keeper)),
        deputy=deputy,
        deputy_has_key=any(key.post == Post.DEPUTY for key in keys),
        deputy_left=deputy is not None and _is_over(deputy, on),
        holder_left=own is not None and post_of_holder(own, on) is not Post.CUSTODIAN,
    )


def of_whom_the_role_is_over(rows: Iterable[CustodyNaming]) -> frozenset[UUID]:
    """The namings of people who are no custodians by role any more, or not yet on the first day: they open nothing."""
    return frozenset(row.pk for row in rows if _is_over(row, clock.today(row.organisation.region_id)))


def _is_over(row: CustodyNaming, on: date) -> bool:
    return not custodians({row.user_id}, max(on, row.starts_on))


def namings(actor: Actor) -> tuple[CustodyNaming, ...]:
    """Those of today and to come. Errors: ``Forbidden`` for everybody but the plenary."""
    require(actor, "custody.name")
    office = Organisation.objects.get(pk=actor.office)
    rows = visible(actor, CustodyNaming).filter(ended_at=None, ends_on__gte=clock.today(office.region_id))
    return tuple(rows.select_related("user", "organisation").order_by("post", "starts_on", "id")[:MOST_NAMINGS])


def naming_to_end(actor: Actor, pk: UUID) -> CustodyNaming:
    """Errors: ``Forbidden``, ``NotFound``."""
    require(actor, "custody.name")
    row = visible(actor, CustodyNaming).select_related("user", "organisation").filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Penunjukan ini tidak ada di kantor Anda."))
    require(actor, "custody.name", row)
    return row


def possible_custodians(actor: Actor) -> QuerySet[User]:
    """Colleagues with the role of custodian today or to come, by name; who also handles reports is refused later."""
    require(actor, "custody.name")
    office = Organisation.objects.get(pk=actor.office)
    held = RoleGrant.objects.filter(role=Role.CUSTODIAN, ends_on__gte=clock.today(office.region_id))
    rows = visible(actor, User).filter(is_active=True, pk__in=held.values("user_id"))
    return rows.order_by("name", "id")
