"""What the custodian sees before opening anything: which reports have an identity, and the key of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import Page, page
from sinetra.apps.base.policy import require, visible
from sinetra.apps.reports.custodian_files import locked_key
from sinetra.apps.reports.custody import post_of
from sinetra.apps.reports.models import CustodianKey, Identity
from sinetra.core.errors import NotFound, gettext_noop

_LOADED = ("report__region", "report__matter", "report__joined_to", "report__organisation", "key", "organisation")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyState:
    """The key in use. ``file_here`` False: only the printed recovery text opens what is sealed to it."""

    key_id: str
    since: datetime
    file_here: bool


def identities(actor: Actor, *, after: str | None = None, size: int = 50) -> Page[Identity]:
    """The newest first, with report, region and matter loaded; no name and nothing of what was reported.

    Errors: ``Forbidden`` for everybody but a custodian who handles no matters.
    """
    require(actor, "identity.open")
    about = ("report__region", "report__matter", "report__joined_to", "organisation")
    rows = visible(actor, Identity).select_related(*about)
    return page(rows, order=("-id",), after=after, size=size)


def identity_to_open(actor: Actor, identity_id: UUID) -> Identity:
    """One row for ``open_identity``. Errors: ``Forbidden``, also for who ever handled its matter and for the own
    custodian of an office that is too small; ``NotFound``."""
    require(actor, "identity.open")
    rows = visible(actor, Identity).select_related(*_LOADED)
    row = rows.filter(pk=identity_id).first()
    if row is None:
        raise NotFound(gettext_noop("Identitas ini tidak ada, atau bukan untuk Anda."))
    require(actor, "identity.open", row)
    return row


def key_in_use(actor: Actor) -> KeyState | None:
    """None before the first key: then the office takes initial information only. Errors: ``Forbidden``."""
    require(actor, "custodian.new_key")
    key = visible(actor, CustodianKey).filter(retired_at=None, post=post_of(actor)).first()
    if key is None:
        return None
    return KeyState(key_id=key.key_id, since=key.created_at, file_here=locked_key(key.key_id) is not None)
