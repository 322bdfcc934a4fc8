"""One row of a queue: the matter, its nearest deadline, where it stands, and a box to choose it."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.cases import selectors as cases
from sinetra.apps.cases.models import Matter, QueueEntry
from sinetra.apps.cases.models.queue_entry import NO_DEADLINE
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Clock, Column
from sinetra.web.staff.words import KINDS


def columns() -> list[Column]:
    return [
        Column(text=_("Nomor")),
        Column(text=_("Tenggat terdekat")),
        Column(text=_("Keadaan")),
        Column(text=_("Asal")),
        Column(text=_("Tempat")),
        Column(text=_("Dibuka")),
        Column(text=_("Penanggung jawab")),
    ]


def cells(row: QueueEntry, day: date, *, query: str = "", pick: str = "", picked: bool = False) -> list[Cell]:
    """``query`` keeps the queue in the address of the matter; ``pick``: the value of its box, empty for none."""
    address = reverse("matter", args=[row.pk])
    return [
        Cell(text=row.matter.number, url=f"{address}?{query}" if query else address, pick=pick, picked=picked),
        _due_cell(row, day, address),
        Cell(text=state_word(row.matter), sentiment="info"),
        Cell(text=str(KINDS[row.matter.kind])),
        Cell(text=row.region.name),
        Cell(text=day_text(row.matter.opened_on, get_language() or "id", weekday=False)),
        Cell(text=handler_word(row)),
    ]


def _due_cell(row: QueueEntry, day: date, address: str) -> Cell:
    """The way to its explanation on the page of the matter."""
    words = due_words(row, day)
    if row.next_due == NO_DEADLINE:
        return Cell(text=words)
    clock = Clock(label="", due=row.next_due, today=day)
    return Cell(text=words, sentiment=clock.sentiment, url=f"{address}#tenggat")


def due_words(row: QueueEntry, day: date) -> str:
    if row.next_due == NO_DEADLINE:
        return _("tidak ada")
    clock = Clock(label="", due=row.next_due, today=day)
    return f"{clock.words} · {day_text(row.next_due, get_language() or 'id', weekday=False)}"


def state_word(matter: Matter) -> str:
    name = cases.state_name(matter)
    return name.en if get_language() == "en" else name.id


def handler_word(row: QueueEntry | Matter) -> str:
    return row.handler.name if row.handler else _("belum ada")


def closed_columns() -> list[Column]:
    return [column for place, column in enumerate(columns()) if place != 1]


def matter_cells(row: Matter) -> list[Cell]:
    """Of a list that has closed ones, too."""
    return [
        Cell(text=row.number, url=reverse("matter", args=[row.pk])),
        Cell(text=state_word(row), sentiment="plain" if row.closed_at else "info"),
        Cell(text=str(KINDS[row.kind])),
        Cell(text=row.region.name),
        Cell(text=day_text(row.opened_on, get_language() or "id", weekday=False)),
        Cell(text=handler_word(row)),
    ]
