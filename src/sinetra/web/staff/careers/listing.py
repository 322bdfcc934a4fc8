"""The steps of the office, and those of one person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.policy import may
from sinetra.apps.careers import selectors
from sinetra.apps.careers.models import CareerStep
from sinetra.web.access import StaffRequest, staff
from sinetra.web.career_words import DECISIONS, KINDS, REASONS, mark, said, who
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.careers.tabs import tabs
from sinetra.web.staff.lists import table


class StepFilter(forms.Form):
    keadaan = forms.ChoiceField(label=_lazy("Keadaan"), required=False)
    jenis = forms.ChoiceField(label=_lazy("Jenis"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        every = ("", _("semua"))
        states = [(name, str(word)) for name, (_sentiment, word) in DECISIONS.items()]
        self.fields["keadaan"].choices = [every, *states]  # type: ignore[attr-defined]
        self.fields["jenis"].choices = [every, *((name, str(word)) for name, word in KINDS.items())]  # type: ignore[attr-defined]


@staff("career.read")
def career_steps(request: StaffRequest) -> HttpResponse:
    form = StepFilter(request.GET or None)
    given = form.cleaned_data if form.is_valid() else {}
    rows = selectors.steps(request.actor, decision=given.get("keadaan", ""), kind=given.get("jenis", ""))
    proposes = may(request.actor, "career.propose")
    listed = table(
        request,
        rows,
        caption=_("Langkah karier, yang terakhir dicatat di atas"),
        columns=[
            Column(text=text) for text in (_("Siapa"), _("Langkah"), _("Keadaan"), _("Alasan"), _("Mulai berlaku"))
        ],
        cells=_cells,
        empty=(
            _("Belum ada langkah karier"),
            _("Buka daftar pegawai, pilih orangnya, lalu usulkan langkahnya dengan kriteria dan alasan."),
        ),
        empty_link=Link(text=_("Pegawai"), url=reverse("people")) if proposes else None,
    )
    actions = [
        Link(text=_("Usulkan untuk pegawai"), url=reverse("people")),
        Link(text=_("Usulkan untuk satu unit"), url=reverse("propose_for_unit")),
    ]
    context = {
        "table": listed,
        "title": _("Karier tanpa politik"),
        "lead": _("Tiap langkah punya kriteria, keputusan, dan alasan. Laporan belum terbukti tidak dibaca."),
        "tabs": tabs(request.actor, "career_steps"),
        "filters": form,
        "actions": actions if proposes else [],
        "back": Link(text=_("Register"), url=reverse("registry")),
    }
    return render(request, "staff/careers/list.html", context)


@staff("career.propose")
def person_career(request: StaffRequest, pk: UUID) -> HttpResponse:
    """What is on record of one person."""
    person = selectors.person(request.actor, pk)
    listed = table(
        request,
        selectors.steps(request.actor).filter(person=person),
        caption=_("Langkah karier, yang terakhir dicatat di atas"),
        columns=_columns(_("Langkah")),
        cells=lambda row: [Cell(text=_step_word(row), url=reverse("career_step", args=[row.pk])), *_cells(row)[2:]],
        empty=(_("Belum ada langkah karier"), _("Usulkan yang pertama, dengan kriteria dan alasannya.")),
    )
    context = {
        "table": listed,
        "title": _("Karier: %(name)s") % {"name": person.name},
        "lead": " · ".join(part for part in (person.position_title, person.unit.name if person.unit else "") if part),
        "actions": [Link(text=_("Usulkan langkah"), url=reverse("propose_for_person", args=[person.pk]))],
        "back": Link(text=_("Pegawai"), url=reverse("people")),
    }
    return render(request, "staff/careers/list.html", context)


def _columns(*first: str) -> list[Column]:
    return [Column(text=text) for text in (*first, _("Keadaan"), _("Alasan"), _("Mulai berlaku"))]


def _cells(row: CareerStep) -> list[Cell]:
    sentiment, word = mark(row)
    return [
        Cell(text=who(row), url=reverse("career_step", args=[row.pk])),
        Cell(text=_step_word(row)),
        Cell(text=word, sentiment=sentiment),
        Cell(text=str(REASONS[row.reason])),
        Cell(text=said(row.effective_on)),
    ]


def _step_word(row: CareerStep) -> str:
    return f"{KINDS[row.kind]}: {row.title}"
