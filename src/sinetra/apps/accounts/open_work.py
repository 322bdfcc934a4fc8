"""Where work waits for one person. Each app says so in its ``ready()``; *serah terima* moves all of it at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWork:
    """``label`` is a message id for the page. ``rows(user)`` are the open rows whose ``field`` is that user.

    ``roles``: the successor needs one of them on the day; empty means any role will do. ``barred(successor, row)``: the
    successor has an interest in the row.
    """

    label: str
    rows: Callable[[User], QuerySet[Any]]
    field: str
    roles: frozenset[Role]
    barred: Callable[[User, Any], bool]


_providers: dict[str, OpenWork] = {}


def register_open_work(
    label: str,
    rows: Callable[[User], QuerySet[Any]],
    field: str,
    *,
    roles: frozenset[Role] = frozenset(),
    barred: Callable[[User, Any], bool] = lambda successor, row: False,
) -> None:
    """``rows`` gives Row models; ``field`` is their foreign key to the account. The same label again replaces it."""
    _providers[label] = OpenWork(label=label, rows=rows, field=field, roles=roles, barred=barred)


def open_work() -> tuple[OpenWork, ...]:
    return tuple(_providers.values())
