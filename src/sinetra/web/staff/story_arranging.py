"""Which articles tell of one event: move, split, join, each with a reason, before the decision."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.actor import Actor
from sinetra.apps.monitoring import selectors
from sinetra.apps.monitoring.actions.arrange_stories import move_articles, split_story
from sinetra.apps.monitoring.models import Story
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text
from sinetra.web.parts import Link
from sinetra.web.public.report.forms import PlainText
from sinetra.web.staff.attempt import attempt, posted

NEW = "baru"
# Open events that are offered, those of the same region first.
MOST = 50


class ArrangeForm(forms.Form):
    articles = forms.MultipleChoiceField(
        label=_lazy("Artikel"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _lazy("Pilih paling sedikit satu artikel.")},
    )
    to = forms.ChoiceField(label=_lazy("Menceritakan peristiwa"))
    reason = PlainText(label=_lazy("Alasan"), max_length=500, error_messages={"required": _lazy("Tulis alasannya.")})

    def __init__(self, data: Any, told: list[Any], others: list[Story]) -> None:
        super().__init__(data)
        choices = [(str(one.pk), f"{one.outlet or one.source}: {one.title or one.source}") for one in told]
        self.fields["articles"].choices = choices  # type: ignore[attr-defined]
        events = [(str(one.pk), _event(one)) for one in others]
        if len(told) > 1:
            events.insert(0, (NEW, _("peristiwa baru, terpisah dari yang ini")))
        self.fields["to"].choices = events  # type: ignore[attr-defined]


def _event(story: Story) -> str:
    day = (
        day_text(story.event_date, get_language() or "id", weekday=False)
        if story.event_date
        else _("tanggal tidak disebut")
    )
    return f"{story.title} ({story.region.name if story.region else '–'}, {day})"


@staff("story.arrange")
@require_http_methods(["GET", "POST"])
def arrange(request: StaffRequest, pk: UUID) -> HttpResponse:
    story = selectors.story(request.actor, pk)
    told = list(selectors.articles(request.actor).filter(story=story).order_by("id"))
    form = ArrangeForm(posted(request), told, _others(request.actor, story))
    if form.is_valid():
        chosen = [row for row in told if str(row.pk) in form.cleaned_data["articles"]]
        to, reason = form.cleaned_data["to"], form.cleaned_data["reason"]
        made = attempt(form, lambda: _arranged(request.actor, story, chosen, to, reason))
        if made is not None:
            messages.success(request, _("Artikel dipindahkan. Periksa lagi tanggal dan tempatnya."))
            return redirect("story", pk=made.pk)
    context = {
        "form": form,
        "title": _("Atur artikel peristiwa ini"),
        "lead": story.title,
        "notes": [
            _("Untuk memisahkan: pilih artikelnya dan peristiwa baru."),
            _("Untuk menggabungkan: pilih semua artikel dan peristiwa yang lain."),
        ],
        "submit": _("Pindahkan"),
        "back": Link(text=_("Peristiwa"), url=reverse("story", args=[pk])),
    }
    return render(request, "staff/prevention/form.html", context)


def _others(actor: Actor, story: Story) -> list[Story]:
    rows = selectors.stories(actor).filter(state=Story.State.PROPOSED).exclude(pk=story.pk).order_by("-id")
    near = list(rows.filter(region_id=story.region_id)[:MOST])
    return [*near, *rows.exclude(pk__in=[row.pk for row in near])[: MOST - len(near)]]


def _arranged(actor: Actor, story: Story, chosen: list[Any], to: str, reason: str) -> Story:
    if to == NEW:
        return split_story(story=story, articles=chosen, reason=reason, actor=actor)
    target = selectors.story(actor, UUID(to))
    return move_articles(story=story, articles=chosen, to=target, reason=reason, actor=actor)
