"""Lists without COUNT and OFFSET: a page, and a sealed token that says where the next one goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.core import signing
from django.db.models import F, Model, Q, QuerySet

from sinetra.core.errors import BadInput, gettext_noop

M = TypeVar("M", bound=Model)
_SALT = "sinetra.paging"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[M]):
    """``next_token`` is None on the last page."""

    items: tuple[M, ...]
    next_token: str | None

    def __iter__(self) -> Iterator[M]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


def page(queryset: QuerySet[M], *, order: Sequence[str], after: str | None = None, size: int = 50) -> Page[M]:
    """Rows in ``order`` (``"-created_at"`` descends), the primary key last where ``order`` does not end with one.

    The columns of ``order`` hold no NULL. A row that is added or removed elsewhere shifts nothing. Reads one row more
    than shown. Errors: ``BadInput`` naming ``after`` for a token that was changed or made for another list or order.
    """
    steps = _with_key(queryset.model, order)
    rows = queryset.order_by(*(F(name).desc() if down else F(name).asc() for name, down in steps))
    if after:
        rows = rows.filter(_beyond(steps, _open(after, queryset.model, steps)))
    found = list(rows[: size + 1])
    items = tuple(found[:size])
    more = len(found) > size
    return Page(items=items, next_token=_seal(items[-1], steps) if more else None)


def position(after: str, model: type[Model], *, order: Sequence[str]) -> tuple[Any, ...]:
    """What a token says: the values of ``order`` at the last row that was shown. Errors: ``BadInput``, as ``page``."""
    return tuple(_open(after, model, _with_key(model, order)))


def beside(queryset: QuerySet[M], row: M, *, order: Sequence[str]) -> tuple[M | None, M | None]:
    """The rows right before and right after ``row`` in ``order``."""
    steps = _with_key(queryset.model, order)
    values = [_value(row, name) for name, _down in steps]

    def nearest(way: Steps) -> M | None:
        rows = queryset.order_by(*(F(name).desc() if down else F(name).asc() for name, down in way))
        return rows.filter(_beyond(way, values)).first()

    return nearest(tuple((name, not down) for name, down in steps)), nearest(steps)


Steps = tuple[tuple[str, bool], ...]


def _with_key(model: type[Model], order: Sequence[str]) -> Steps:
    steps = [(name.removeprefix("-"), name.startswith("-")) for name in order]
    key = model._meta.pk.name
    if steps[-1][0] not in {key, "pk"}:
        steps.append((key, steps[-1][1]))
    return tuple(steps)


def _beyond(steps: Steps, values: Sequence[Any]) -> Q:
    """``(a, b) > (x, y)`` as ``a >= x AND (a > x OR (a = x AND b > y))``: an index finds the start by ``a``."""
    found = Q()
    same = Q()
    for (name, down), value in zip(steps, values, strict=True):
        found |= same & Q(**{f"{name}__{'lt' if down else 'gt'}": value})
        same &= Q(**{name: value})
    (first, down), start = steps[0], values[0]
    return Q(**{f"{first}__{'lte' if down else 'gte'}": start}) & found


def _signer(model: type[Model], steps: Steps) -> signing.Signer:
    """A token fits only the list and the order that it was made for."""
    return signing.Signer(salt=f"{_SALT}:{model._meta.label_lower}:{steps}")


def _seal(row: Model, steps: Steps) -> str:
    return _signer(type(row), steps).sign_object([_plain(_value(row, name)) for name, _ in steps], compress=True)


def _value(row: Model, name: str) -> Any:
    value: Any = row
    for part in name.split("__"):
        value = getattr(value, part)
    return value.pk if isinstance(value, Model) else value


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return {"t": value.isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    if isinstance(value, UUID):
        return {"u": value.hex}
    if isinstance(value, str | int | bool | float):
        return value
    raise TypeError(f"a list cannot be ordered by a {type(value).__name__}")


def _typed(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    ((kind, text),) = value.items()
    if kind == "u":
        return UUID(text)
    return datetime.fromisoformat(text) if kind == "t" else date.fromisoformat(text)


def _open(token: str, model: type[Model], steps: Steps) -> list[Any]:
    try:
        return [_typed(value) for value in _signer(model, steps).unsign_object(token)]
    except signing.BadSignature as error:
        raise BadInput(
            gettext_noop("Penanda halaman tidak berlaku; mulai lagi dari awal daftar"), field="after"
        ) from error
