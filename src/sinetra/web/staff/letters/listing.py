"""The letters of one matter: which there are in which versions, and which can be made now."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.base.policy import may
from sinetra.apps.cases.letters.compose import form_note
from sinetra.apps.cases.letters.offered import possible_letters
from sinetra.apps.cases.letters.reads import documents, kind_of, matter_of
from sinetra.apps.cases.models import IssuedDocument
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.letters.forms import said
from sinetra.web.staff.letters.words import STATES, form_words
from sinetra.web.staff.lists import table


@staff("document.read")
def letters(request: StaffRequest, pk: UUID) -> HttpResponse:
    matter = matter_of(request.actor, pk)
    offered = [
        (kind, said(kind.title), said(kind.help), form_words(form_note(kind, matter.regime)))
        for kind in possible_letters(matter)
    ]
    context = {
        "matter": matter,
        "table": table(
            request,
            documents(request.actor, matter),
            caption=_("Surat dan formulir, yang terbaru di atas"),
            columns=[
                Column(text=word) for word in (_("Surat"), _("Nomor"), _("Versi surat"), _("Tanggal"), _("Keadaan"))
            ],
            cells=_cells,
            order=("-created_at", "-id"),
            empty=(_("Belum ada surat"), _("Pilih surat di bawah; isinya sebagian sudah terisi dari perkara.")),
        ),
        "offered": offered if may(request.actor, "document.write") else [],
        "may_set_house": may(request.actor, "document.set_house"),
        "back": Link(text=_("Perkara %(number)s") % {"number": matter.number}, url=reverse("matter", args=[pk])),
    }
    return render(request, "staff/letters/list.html", context)


def _cells(row: IssuedDocument) -> list[Cell]:
    sentiment, word = STATES[row.state]
    return [
        Cell(text=said(kind_of(row).title), url=reverse("letter", args=[row.pk])),
        Cell(text=row.number or _("belum bernomor")),
        Cell(text=row.edition),
        Cell(text=day_text(row.dated_on, get_language() or "id", weekday=False)),
        Cell(text=word, sentiment=sentiment),
    ]
