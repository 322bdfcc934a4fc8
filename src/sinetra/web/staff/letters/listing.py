"""The letters of one matter: which there are in which versions, and which can be made now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.base.policy import may
from sinetra.apps.cases.letters.facts import shown_people
from sinetra.apps.cases.letters.reads import documents, kind_of, matter_of
from sinetra.apps.cases.models import IssuedDocument
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.letters.forms import said
from sinetra.web.staff.letters.offered import about, lines_of
from sinetra.web.staff.letters.words import STATES
from sinetra.web.staff.lists import table


@staff("document.read")
def letters(request: StaffRequest, pk: UUID) -> HttpResponse:
    matter = matter_of(request.actor, pk)
    context = {
        "matter": matter,
        "table": table(
            request,
            documents(request.actor, matter).select_related("examination"),
            caption=_("Surat dan formulir, yang terbaru di atas"),
            columns=[
                Column(text=word) for word in (_("Surat"), _("Nomor"), _("Versi surat"), _("Tanggal"), _("Keadaan"))
            ],
            cells=_cells(shown_people(matter)),
            order=("-created_at", "-id"),
            empty=(_("Belum ada surat"), _("Pilih surat di bawah; isinya sebagian sudah terisi dari perkara.")),
        ),
        "offered": lines_of(matter) if may(request.actor, "document.write") else [],
        "may_set_house": may(request.actor, "document.set_house"),
        "back": Link(text=_("Perkara %(number)s") % {"number": matter.number}, url=reverse("matter", args=[pk])),
    }
    return render(request, "staff/letters/list.html", context)


def _cells(people: Sequence[str]) -> Callable[[IssuedDocument], list[Cell]]:
    def cells(row: IssuedDocument) -> list[Cell]:
        sentiment, word = STATES[row.state]
        whom = about(row.examination, people)
        title = said(kind_of(row).title)
        return [
            Cell(text=f"{title} – {whom}" if whom else title, url=reverse("letter", args=[row.pk])),
            Cell(text=row.number or _("belum bernomor")),
            Cell(text=row.edition),
            Cell(text=day_text(row.dated_on, get_language() or "id", weekday=False)),
            Cell(text=word, sentiment=sentiment),
        ]

    return cells
