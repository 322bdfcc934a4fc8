"""The states of an event in words, and what confirming it would put into the registers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.agreements.models import Agreement
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may, visible
from sinetra.apps.monitoring.actions.decide_story import ACTIVITIES
from sinetra.apps.monitoring.corrected import facts_of
from sinetra.apps.monitoring.models import Article, PressLead, PublishedFigure, Story
from sinetra.apps.prevention.models import Activity, Circular
from sinetra.core.press.corrections import items
from sinetra.web.parts import Link

STATES: dict[Story.State, tuple[str, str | Promise]] = {
    Story.State.PROPOSED: ("attention", _lazy("menunggu keputusan")),
    Story.State.CONFIRMED: ("good", _lazy("dikukuhkan")),
    Story.State.REJECTED: ("plain", _lazy("ditolak")),
    Story.State.JOINED: ("plain", _lazy("digabungkan")),
}


def would_make(story: Story, articles: Sequence[Article]) -> list[str]:
    """What enters a register when the event is confirmed: only what its articles tell."""
    facts = [facts_of(article) for article in articles]
    found = [_("Kegiatan: %(title)s") % {"title": story.title}] if story.event_type in ACTIVITIES else []
    numbers = [
        str(item.get("number") or item["as_printed"])
        for each in facts
        for item in items(each, "legal")
        if item.get("instrument") is None
    ]
    found += [_("Surat edaran: %(number)s") % {"number": number} for number in dict.fromkeys(numbers)]
    agreement: Any = next((each["agreement"] for each in facts if each.get("agreement")), None)
    if agreement:
        found.append(_("Kesepakatan: %(parties)s") % {"parties": " – ".join(agreement.get("parties") or [])})
    return found


def onward(actor: Actor, article: Article) -> list[Link]:
    """One step on from an article, each only where it fits: initial information, a published figure."""
    facts = facts_of(article)
    found: list[Link] = []
    alleged = facts.get("event_type") in {"alleged_violation", "decision/sanction"} or items(facts, "prohibited_acts")
    has_place = article.story is not None and article.story.region_id is not None
    fits = alleged and has_place and may(actor, "article.take_lead", article)
    if fits and not PressLead.objects.filter(article=article).exists():
        found.append(Link(text=_("Jadikan informasi awal"), url=reverse("take_lead", args=[article.pk])))
    counts = facts.get("event_type") == "statistics" or items(facts, "cases_so_far")
    if may(actor, "figure.take", article) and counts:
        found.append(Link(text=_("Catat angka yang diumumkan"), url=reverse("take_figure", args=[article.pk])))
    return found


def made_of(actor: Actor, story: Story) -> list[Link]:
    """What came of the event: rows of the registers and reports, for who may open them."""
    found: list[Link] = []
    if may(actor, "activity.read"):
        rows = visible(actor, Activity).filter(story=story).order_by("id")[:20]
        found += [
            Link(text=_("Kegiatan: %(title)s") % {"title": r.title}, url=reverse("activity", args=[r.pk])) for r in rows
        ]
        circulars = visible(actor, Circular).filter(story=story).order_by("id")[:20]
        word = _("Surat edaran: %(number)s")
        found += [Link(text=word % {"number": row.number}, url=reverse("circular", args=[row.pk])) for row in circulars]
        agreements = visible(actor, Agreement).filter(story=story).order_by("id")[:20]
        found += [
            Link(text=_("Kesepakatan: %(parties)s") % {"parties": r.title}, url=reverse("agreement", args=[r.pk]))
            for r in agreements
        ]
    leads = visible(actor, PressLead).filter(article__story=story).order_by("id")[:20]
    found += [Link(text=_("Informasi awal"), url=reverse("received_report", args=[row.report_id])) for row in leads]
    figures = visible(actor, PublishedFigure).filter(article__story=story).order_by("id")[:20]
    found += [Link(text=f"{row.body}: {row.value} {row.unit}", url=reverse("figures")) for row in figures]
    return found
