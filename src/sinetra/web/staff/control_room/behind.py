"""The matters behind a number of views 5 and 6, a page at a time. Nobody reported stands in the list."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.paging import Page, page
from sinetra.apps.control_room.parts import AGES, STEPS, Step
from sinetra.apps.insight.control_room.behind import Behind, behind, matter_of, order
from sinetra.apps.insight.control_room.counts import counts
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.law_words import ACTS, STAGES
from sinetra.web.parts import Link, Table
from sinetra.web.staff.control_room.funnel import step_words
from sinetra.web.staff.control_room.page import desk_of
from sinetra.web.staff.control_room.words import Words, age_word
from sinetra.web.staff.lists import SIZE, page_address
from sinetra.web.staff.words import KINDS
from sinetra.web.staff.work_queue.rows import closed_columns, matter_cells


@staff("matter.read")
def room_matters(request: StaffRequest) -> HttpResponse:
    desk, asked = desk_of(request), _asked(request)
    counted = counts(request.actor)
    after = request.GET.get("after")
    rows = behind(request.actor, asked, counted.day if counted else desk.day)
    found: Page[Any] = page(rows, order=order(asked), after=after, size=SIZE)
    table = Table(
        caption=_caption(asked, step_words(desk.office)),
        columns=closed_columns(),
        rows=[matter_cells(matter_of(row)) for row in found],
        newer=page_address(request, None) if after else "",
        older=page_address(request, found.next_token) if found.next_token else "",
        empty_title=_("Tidak ada perkara di balik angka ini"),
        empty_text=_("Angka dihitung setiap malam; yang sejak itu dinyatakan tidak terbukti tidak ditampilkan lagi."),
        empty_link=Link(text=_("Semua perkara yang berjalan"), url=reverse("matters")),
    )
    context = {"table": table, "counted": counted, "office": desk.office}
    return render(request, "staff/control_room/matters.html", context)


def _asked(request: StaffRequest) -> Behind:
    """Errors: ``BadInput`` naming what cannot be used."""
    given = request.GET
    if given.get("tindakan") and any(
        given.get(name) for name in ("langkah", "sampai", "umur", "berjalan", "jalur", "tahapan")
    ):
        raise _nobody_made("tindakan")
    age = _known(given.get("umur", ""), "umur", [str(place) for place in range(len(AGES))])
    return Behind(
        first=_place(given.get("langkah", ""), "langkah", 0),
        last=_place(given.get("sampai", ""), "sampai", len(STEPS) - 1),
        age=int(age) if age else None,
        is_open=_known(given.get("berjalan", ""), "berjalan", ["1"]) == "1",
        kind=_known(given.get("jalur", ""), "jalur", KINDS),
        stage=_known(given.get("tahapan", ""), "tahapan", STAGES),
        act=_known(given.get("tindakan", ""), "tindakan", ACTS),
    )


def _place(text: str, name: str, otherwise: int) -> int:
    return list(STEPS).index(Step(_known(text, name, STEPS))) if text else otherwise


def _known(text: str, name: str, known: Collection[str]) -> str:
    if text and text not in known:
        raise _nobody_made(name)
    return text


def _nobody_made(name: str) -> BadInput:
    return BadInput(gettext_noop("Alamat ini tidak dikenal; buka daftar dari angkanya lagi."), field=name)


def _caption(asked: Behind, steps: Words) -> str:
    told = []
    if (asked.first, asked.last) != (0, len(STEPS) - 1):
        first = str(steps[STEPS[asked.first]]).lower()
        told.append(first if asked.first == asked.last else _("%(step)s atau lebih jauh") % {"step": first})
    if asked.age is not None:
        told.append(age_word(asked.age))
    elif asked.is_open:
        told.append(_("masih berjalan"))
    by = ((KINDS, asked.kind), (STAGES, asked.stage), (ACTS, asked.act))
    told += [str(words[code]).lower() for words, code in by if code]
    return _("Perkara: %(what)s") % {"what": ", ".join(told)} if told else _("Semua perkara yang dihitung")
