"""One watch list: what it holds, the articles it found, the words with their place in the text, who has seen them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.paging import page
from sinetra.apps.base.policy import may
from sinetra.apps.monitoring import watch_selectors as selectors
from sinetra.apps.monitoring.actions.see_hit import see_hit
from sinetra.apps.monitoring.event_words import safe_title, type_word
from sinetra.apps.monitoring.models import Article, WatchHit, WatchList
from sinetra.apps.monitoring.week import Week
from sinetra.apps.registry.models import Region
from sinetra.ports.clock import zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.article_view import QUOTED, mark_at, marks
from sinetra.web.format import day_text
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.lists import SIZE, page_address
from sinetra.web.staff.press.tabs import tabs
from sinetra.web.staff.press.watch_lists import state
from sinetra.web.staff.press.weeks import asked_week
from sinetra.web.staff.prevention.words import language


@dataclass(frozen=True, slots=True, kw_only=True)
class HitLine:
    """``seen`` says who and is empty while nobody has; ``places`` lead into the text."""

    pk: UUID
    title: str
    outlet: str
    url: str
    day: str
    places: tuple[Link, ...]
    seen: str
    unseen: str


@staff("watch_list.read")
def watch_list(request: StaffRequest, pk: UUID) -> HttpResponse:
    """``?minggu=2026-11-23`` shows what was found in that week."""
    row = selectors.watch_list(request.actor, pk)
    week = asked_week(request)
    found = page(_rows(request, row, week), order=("-id",), after=request.GET.get("after"), size=SIZE)
    running = row.stopped_at is None
    add = Link(text=_("Masukkan artikel"), url=reverse("add_articles"))
    context = {
        "row": row,
        "badge": state(row),
        "pairs": _pairs(row),
        "hits": [_line(hit) for hit in found],
        "newer": page_address(request, None) if request.GET.get("after") else "",
        "older": page_address(request, found.next_token) if found.next_token else "",
        "may_write": running and may(request.actor, "watch_list.write", row),
        "may_see": may(request.actor, "watch_hit.see", row),
        "week": week,
        "back": Link(text=_("Daftar pantau"), url=reverse("watch_lists")),
        "tabs": tabs(request.actor, "watch_lists"),
        "empty_title": _("Belum ada temuan"),
        "empty_text": _("Artikel yang masuk setelah daftar dibuat dibandingkan dengan isinya."),
        "empty_link": add if running and may(request.actor, "article.ingest") else None,
    }
    return render(request, "staff/press/watch_list.html", context)


@staff("watch_hit.see")
@require_http_methods(["POST"])
def see(request: StaffRequest, pk: UUID) -> HttpResponse:
    hit = selectors.hit(request.actor, pk)
    see_hit(hit=hit, actor=request.actor)
    return redirect("watch_list", pk=hit.watch_list_id)


def _rows(request: StaffRequest, row: WatchList, week: Week | None) -> QuerySet[WatchHit]:
    rows = selectors.hits(request.actor, row)
    return rows.filter(created_at__gte=week.starts, created_at__lt=week.ends) if week else rows


def _pairs(row: WatchList) -> list[Pair]:
    regions = Region.objects.filter(pk__in=row.regions).order_by("pk").values_list("name", flat=True)
    held = (
        (_("Kata atau frasa"), ", ".join(row.words)),
        (_("Kantor atau unit"), ", ".join(row.offices)),
        (_("Hanya jenis peristiwa"), ", ".join(map(type_word, row.event_types))),
        (_("Hanya daerah"), ", ".join(regions)),
    )
    return [Pair(term=term, value=value) for term, value in held if value]


def _line(hit: WatchHit) -> HitLine:
    article = hit.article
    zone = zone_of(hit.organisation.region_id).info
    return HitLine(
        pk=hit.pk,
        title=safe_title(article.story) if article.story else article.source,
        outlet=article.outlet,
        url=reverse("article", args=[article.pk]),
        day=day_text(article.captured_at.astimezone(zone).date(), language(), weekday=False),
        places=tuple(_places(hit, article)),
        seen=(_("oleh %(name)s") % {"name": hit.seen_by.name}) if hit.seen_by else "",
        unseen=_("belum dilihat"),
    )


def _places(hit: WatchHit, article: Article) -> Iterator[Link]:
    """Each place by its word; a fact that covers it is where the link leads."""
    cut = marks(article.facts)
    base = reverse("article", args=[article.pk])
    for match in hit.matches:
        text = type_word(match["term"]) if match["kind"] == "event" else match["term"]
        if match["span"] is None:
            yield Link(text=text, url=base)
            continue
        start, end = match["span"]
        mark = mark_at(cut, start, end)
        yield Link(text=text, url=f"{base}?kutip={start}-{end}#fakta-{mark or QUOTED}")
