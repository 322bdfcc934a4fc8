"""Events of the press that wait for a person, and all others: newest first, narrowed by what one looks for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.policy import may
from sinetra.apps.monitoring import inbox_selectors as selectors
from sinetra.apps.monitoring.event_words import EVENT_TYPES, type_word
from sinetra.apps.monitoring.models import Story
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.lists import table
from sinetra.web.staff.press.tabs import tabs
from sinetra.web.staff.story_words import STATES

ALL = "semua"


class StoryFilter(forms.Form):
    keadaan = forms.ChoiceField(label=_lazy("Keadaan"), required=False)
    jenis = forms.ChoiceField(label=_lazy("Jenis"), required=False)
    wilayah = forms.CharField(label=_lazy("Kode atau nama wilayah"), required=False, max_length=60)
    penerbit = forms.CharField(label=_lazy("Media"), required=False, max_length=60)
    sejak = forms.DateField(
        label=_lazy("Sejak tanggal"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    sampai = forms.DateField(
        label=_lazy("Sampai tanggal"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        waiting = ("", str(STATES[Story.State.PROPOSED][1]))
        others = [(state.value, str(word)) for state, (_s, word) in STATES.items() if state != Story.State.PROPOSED]
        self.fields["keadaan"].choices = [waiting, *others, (ALL, _("semua"))]  # type: ignore[attr-defined]
        kinds = [("", _("semua")), *((code, type_word(code)) for code in EVENT_TYPES)]
        self.fields["jenis"].choices = kinds  # type: ignore[attr-defined]


@staff("article.read")
def stories(request: StaffRequest) -> HttpResponse:
    form = StoryFilter(request.GET or None)
    rows = selectors.inbox(request.actor)
    given = form.cleaned_data if form.is_valid() else {}
    state = given.get("keadaan") or Story.State.PROPOSED
    rows = selectors.narrowed(
        request.actor,
        rows,
        state="" if state == ALL else state,
        event_type=given.get("jenis", ""),
        region=given.get("wilayah", "").strip(),
        outlet=given.get("penerbit", "").strip(),
        since=given.get("sejak"),
        until=given.get("sampai"),
    )
    narrowed = any(given.values())
    listed = table(
        request,
        rows,
        caption=_("Peristiwa dari berita, yang terbaru masuk di atas"),
        columns=[
            *(Column(text=text) for text in (_("Peristiwa"), _("Jenis"), _("Media"), _("Tanggal"), _("Tempat"))),
            Column(text=_("Tanda")),
        ],
        cells=_cells,
        empty=_empty(narrowed=narrowed),
        empty_link=Link(text=_("Lihat semua peristiwa"), url=f"{reverse('stories')}?keadaan={ALL}"),
    )
    context = {
        "table": listed,
        "filters": form,
        "may_add": may(request.actor, "article.ingest"),
        "tabs": tabs(request.actor, "stories"),
    }
    return render(request, "staff/articles/stories.html", context)


def _empty(*, narrowed: bool) -> tuple[str, str]:
    if narrowed:
        return _("Tidak ada yang cocok"), _("Ubah saringannya, atau lihat semua peristiwa.")
    return _("Tidak ada yang menunggu"), _("Peristiwa baru dari artikel muncul di sini.")


def _cells(story: Story) -> list[Cell]:
    told: list[Any] = list(story.articles.all())
    inherited = any(article.inherited for article in told)
    day = day_text(story.event_date, get_language() or "id", weekday=False) if story.event_date else _("tidak disebut")
    state = STATES[Story.State(story.state)]
    sign = (
        ("attention", _("media berbeda"))
        if story.conflicts and story.state == Story.State.PROPOSED
        else (state[0], str(state[1]))
    )
    return [
        Cell(text=story.title, url=reverse("story", args=[story.pk])),
        Cell(text=type_word(story.event_type)),
        Cell(text="; ".join(dict.fromkeys(article.outlet or article.source for article in told)) or "–"),
        Cell(text=_("%(day)s (diwarisi)") % {"day": day} if inherited else day),
        Cell(text=story.region.name if story.region else "–"),
        Cell(text=sign[1], sentiment=sign[0]),
    ]
