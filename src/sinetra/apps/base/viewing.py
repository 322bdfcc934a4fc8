"""What a page opens of people while it is made: written down before the answer leaves, or the page is not shown.

    with viewing(actor, page="matter", target=pk) as opened:
        answer = view(request, …)     # open_value() and visible() tell ``opened`` by themselves
    keep(opened)                      # apps.audit.access_log

Everything sealed, every sealed file and all rows of people in the clear pass through here, so no view can forget it
(ADR 0017). On the staff side but outside a view nothing opens at all. Jobs and the command line show nothing to a
signed-in person; reporters and the public read their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from django.db.models import Model

from sinetra.apps.base.actor import Actor


class Shown(StrEnum):
    """Which kind of data. Values are stored in the access log."""

    REPORT = "report"
    REPORTED = "reported"
    REPORTER = "reporter"
    NOTES = "notes"
    LETTER = "letter"
    PACKAGE = "package"
    FILE = "file"
    CIVIL_SERVANT = "civil_servant"


# By the field that a seal is bound to; any other is a note of the office.
_KINDS = {
    "what": Shown.REPORT,
    "where": Shown.REPORT,
    "message": Shown.REPORT,
    "reported": Shown.REPORTED,
    "facts": Shown.REPORTED,
    "disclosed": Shown.CIVIL_SERVANT,
    "reporter": Shown.REPORTER,
    "content": Shown.LETTER,
    "package": Shown.PACKAGE,
    "reply": Shown.PACKAGE,
}


def kind_of(field_name: str) -> Shown:
    """
    >>> str(kind_of("what")), str(kind_of("text"))
    ('report', 'notes')
    """
    return _KINDS.get(field_name, Shown.NOTES)


@dataclass(slots=True, kw_only=True)
class Viewing:
    """One page for one person. ``target`` is the id in the address. ``fields``: row id and field of what was unsealed;
    ``files``: that a sealed file was; ``people``: models whose rows name people; ``named``: whom a view names itself.
    """

    actor: Actor
    page: str
    target: UUID | None = None
    purpose: str = ""
    fields: set[tuple[UUID, str]] = field(default_factory=set)
    files: bool = False
    people: set[str] = field(default_factory=set)
    named: set[tuple[str, UUID, Shown]] = field(default_factory=set)

    @property
    def is_empty(self) -> bool:
        return not (self.fields or self.files or self.people or self.named)


_NOTHING_OPENS = "nothing sealed opens on the staff side outside a view that keeps its access log"
_current: ContextVar[Viewing | None] = ContextVar("viewing", default=None)
_closed: ContextVar[bool] = ContextVar("viewing_closed", default=False)
_personal: set[type[Model]] = set()


@contextmanager
def viewing(actor: Actor, *, page: str, target: UUID | None = None) -> Iterator[Viewing]:
    opened = Viewing(actor=actor, page=page, target=target)
    token, gate = _current.set(opened), _closed.set(False)
    try:
        yield opened
    finally:
        _closed.reset(gate)
        _current.reset(token)


@contextmanager
def closed() -> Iterator[None]:
    """Around a request of the staff side: only a view in ``viewing`` opens anything."""
    token = _closed.set(True)
    try:
        yield
    finally:
        _closed.reset(token)


@contextmanager
def compared_only() -> Iterator[None]:
    """What is opened here is compared by the program (who must step aside) and shown to nobody."""
    token, gate = _current.set(None), _closed.set(False)
    try:
        yield
    finally:
        _closed.reset(gate)
        _current.reset(token)


def opened_field(row_id: UUID, field_name: str) -> None:
    if (opened := _open()) is not None:
        opened.fields.add((row_id, field_name))


def opened_file() -> None:
    if (opened := _open()) is not None:
        opened.files = True


def personal_rows(model: type[Model]) -> None:
    """Rows of ``model`` name people in the clear: who reads them through the policy is in the log."""
    _personal.add(model)


def read_rows(model: type[Model]) -> None:
    if model in _personal and (opened := _current.get()) is not None:
        opened.people.add(model._meta.label_lower)


def named(label: str, key: UUID, kind: Shown) -> None:
    """The one matter or person that a page is about, where the row itself does not tell: ``registry.person``."""
    if (opened := _current.get()) is not None:
        opened.named.add((label, key, kind))


def for_purpose(reason: str) -> None:
    """Why, where a page asks for it."""
    if (opened := _current.get()) is not None:
        opened.purpose = reason


def _open() -> Viewing | None:
    if _closed.get():
        raise RuntimeError(_NOTHING_OPENS)
    return _current.get()
