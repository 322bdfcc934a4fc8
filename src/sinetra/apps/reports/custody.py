"""Whose vault an identity belongs in, to which keys it is sealed, and as what somebody opens it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from uuid import UUID

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.registry.models import Organisation
from sinetra.apps.registry.vocabulary import OrganisationKind, OrganisationLevel
from sinetra.apps.reports.models import CustodianKey, CustodyNaming, Identity
from sinetra.apps.reports.vocabulary import OpenedBy, Post
from sinetra.catalogue import ROOT
from sinetra.core.custody import CustodyRule, load_custody
from sinetra.ports import clock

_ENOUGH = 40


@lru_cache(maxsize=1)
def custody_rule() -> CustodyRule:
    return load_custody(ROOT)


def people_of(office_id: UUID, on: date) -> int:
    """How many people work with reports or the vault there on that day; somebody with two accounts is one."""
    granted = RoleGrant.objects.filter(
        user__organisation_id=office_id,
        user__is_active=True,
        role__in=custody_rule().counted,
        starts_on__lte=on,
        ends_on__gte=on,
    )
    rows = granted.values_list("user_id", "user__person_id").distinct()[:_ENOUGH]
    return len({person or user for user, person in rows})


def is_small(office: Organisation) -> bool:
    """Too few people today to tell who handles from who opens. An office of a province, or above it, never is."""
    if office.level not in {OrganisationLevel.CITY, OrganisationLevel.DISTRICT}:
        return False
    return not custody_rule().keeps_own(people_of(office.pk, clock.today(office.region_id)))


def keeper_of(office: Organisation) -> Organisation:
    """Whose custodians open what comes to ``office`` from now on: its own, of a small office those of the province.
    Where no office of the province is on this machine, its own, who may not open it meanwhile."""
    if office.region_id is None or not is_small(office):
        return office
    province = office.region_id.split(".")[0]
    above = Organisation.objects.filter(kind=OrganisationKind.BAWASLU, level=OrganisationLevel.PROVINCE)
    return above.filter(region_id=province).first() or office


def keys_in_use(office: Organisation) -> list[CustodianKey]:
    """The custodian's first, whoever made it, until there is another: no name is turned away. The deputy's while their
    naming and their role are in force."""
    keys = list(CustodianKey.objects.filter(organisation_id=office.pk, retired_at=None).order_by("post"))
    if all(key.post == Post.CUSTODIAN for key in keys):
        return keys
    named = _named(office.pk, clock.today(office.region_id), Post.DEPUTY)
    return [key for key in keys if key.post == Post.CUSTODIAN or key.holder_id in named]


def sealed_for(office: Organisation) -> tuple[Organisation, list[CustodianKey]]:
    """Keeper and keys for a new name. A province without a key leaves it with the office's own custodian, who may not
    open it: a name is never turned away for that. No keys: no vault at all."""
    keeper = keeper_of(office)
    keys = keys_in_use(keeper)
    if keys or keeper.pk == office.pk:
        return keeper, keys
    return office, keys_in_use(office)


def post_of(actor: Actor) -> Post | None:
    """As what somebody with the role of custodian acts today. None: their naming is over or has not begun, or somebody
    else is named custodian."""
    if actor.user_id is None or actor.organisation_id is None:
        return Post.CUSTODIAN
    return _post(actor.user_id, actor.organisation_id)


def post_of_holder(key: CustodianKey, on: date) -> Post | None:
    """As what the maker of a key acts on that day; None also when they have the role no more. What the installation
    made has no holder who could leave."""
    if key.holder_id is None:
        return Post(key.post)
    return _post(key.holder_id, key.organisation_id) if custodians({key.holder_id}, on) else None


def custodians(users: Iterable[UUID], on: date) -> frozenset[UUID]:
    """Those of them who hold the role of custodian on that day, by an account that is in use."""
    held = RoleGrant.objects.filter(user_id__in=list(users), user__is_active=True, role=Role.CUSTODIAN)
    return frozenset(held.filter(starts_on__lte=on, ends_on__gte=on).values_list("user_id", flat=True))


def _post(user_id: UUID, office_id: UUID) -> Post | None:
    rows = list(CustodyNaming.objects.filter(organisation_id=office_id).select_related("organisation"))
    if not rows:
        return Post.CUSTODIAN
    on = clock.today(rows[0].organisation.region_id)
    own = [row for row in rows if row.user_id == user_id]
    posts = [Post(row.post) for row in own if row.in_force(on)]
    if posts:
        return posts[0]
    others = (row for row in rows if row.post == Post.CUSTODIAN and row.in_force(on))
    return None if own or any(others) else Post.CUSTODIAN


def opened_by(actor: Actor, identity: Identity) -> OpenedBy:
    """What the reporter reads of who opened it: never a name."""
    if identity.keeper_id not in {None, identity.organisation_id}:
        return OpenedBy.PROVINCE
    return OpenedBy.DEPUTY if post_of(actor) is Post.DEPUTY else OpenedBy.CUSTODIAN


def keys_of(identity: Identity) -> list[CustodianKey]:
    """Every key that opens it, retired ones too, the first of its sealing first."""
    others = CustodianKey.objects.filter(key_id__in=identity.also)
    return [identity.key, *others.order_by("post", "key_id")]


def key_ids(keys: Iterable[CustodianKey]) -> frozenset[str]:
    return frozenset(key.key_id for key in keys)


def _named(office_id: UUID, on: date, post: Post) -> frozenset[UUID]:
    rows = CustodyNaming.objects.filter(organisation_id=office_id, post=post, ended_at=None)
    rows = rows.filter(starts_on__lte=on, ends_on__gte=on)
    return custodians(rows.values_list("user_id", flat=True), on)
