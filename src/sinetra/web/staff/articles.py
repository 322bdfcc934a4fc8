"""The press register: list, an article beside its facts, an event and its decision."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import may
from sinetra.apps.monitoring import selectors
from sinetra.apps.monitoring.actions.decide_story import confirm_story, reject_story
from sinetra.apps.monitoring.corrected import facts_of
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.prevention.models import Programme
from sinetra.apps.prevention.selectors.programmes import programme as programme_of
from sinetra.apps.prevention.selectors.programmes import programmes
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.article_view import article_view
from sinetra.web.format import day_text, instant_text
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.judged import judged
from sinetra.web.staff.lists import table
from sinetra.web.staff.press.tabs import tabs
from sinetra.web.staff.story_words import STATES, made_of, onward, would_make

WAYS = {
    Article.Way.FILE: gettext_lazy("berkas"),
    Article.Way.PASTED: gettext_lazy("teks tempelan"),
    Article.Way.ADDRESS: gettext_lazy("diambil dari alamatnya"),
    Article.Way.FEED: gettext_lazy("dari umpan berita"),
}


@staff("article.read")
def articles(request: StaffRequest) -> HttpResponse:
    rows = selectors.articles(request.actor)
    may_add = may(request.actor, "article.ingest")
    listed = table(
        request,
        rows,
        caption=_("Artikel, yang terbaru masuk di atas"),
        columns=[
            Column(text=_("Artikel")),
            Column(text=_("Media")),
            Column(text=_("Peristiwa")),
            Column(text=_("Keadaan")),
        ],
        cells=_cells,
        empty=(_("Belum ada artikel"), _("Masukkan berita sebagai berkas atau teks; faktanya dibaca dan ditandai.")),
        empty_link=Link(text=_("Masukkan artikel"), url=reverse("add_articles")) if may_add else None,
    )
    return render(
        request,
        "staff/articles/list.html",
        {
            "table": listed,
            "may_add": may_add,
            "has_internet": settings.SINETRA_INTERNET,
            "tabs": tabs(request.actor, "articles"),
        },
    )


def _cells(article: Article) -> list[Cell]:
    story = article.story
    when = day_text(story.event_date, "id", weekday=False) if story and story.event_date else _("tanggal tidak disebut")
    state = STATES[Story.State(story.state)] if story else ("plain", "")
    return [
        Cell(text=article.title or article.source, url=reverse("article", args=[article.pk])),
        Cell(text=article.outlet or "–"),
        Cell(
            text=f"{story.region.name if story.region else '–'}, {when}" if story else "–",
            url=reverse("story", args=[story.pk]) if story else "",
        ),
        Cell(text=str(state[1]), sentiment=state[0]),
    ]


@staff("article.read")
def article(request: StaffRequest, pk: UUID) -> HttpResponse:
    """``?kutip=12-40`` marks these letters of the text besides the facts."""
    found = selectors.article(request.actor, pk)
    facts = facts_of(found)
    quoted = _quoted(request.GET.get("kutip", ""), len(found.text))
    is_open = found.story is not None and found.story.state == Story.State.PROPOSED
    context = {
        "article": found,
        "title": found.title or found.source,
        "view": article_view(facts, quoted, read=found.facts),
        "may_correct": is_open and may(request.actor, "article.correct", found),
        "corrections": [judged(row) for row in selectors.corrections_of(request.actor, found)],
        "onward": onward(request.actor, found),
        "way": WAYS[Article.Way(found.came_by)],
        "captured": instant_text(found.captured_at, zone_of(None), get_language() or "id"),
        "pages": selectors.pages(request.actor, found),
        "apart": selectors.pages_apart(request.actor, found)[:20],
        "may_take": may(request.actor, "article.capture", found),
    }
    return render(request, "staff/articles/article.html", context)


def _quoted(text: str, length: int) -> tuple[int, int] | None:
    start, _dash, end = text.partition("-")
    if not (text.isascii() and start.isdigit() and end.isdigit() and len(text) < 20):
        return None
    return (int(start), int(end)) if int(start) < int(end) <= length else None


@staff("article.read")
def story(request: StaffRequest, pk: UUID) -> HttpResponse:
    found = selectors.story(request.actor, pk)
    told = list(selectors.articles(request.actor).filter(story=found).prefetch_related("corrections").order_by("id"))
    state = STATES[Story.State(found.state)]
    is_open = found.state == Story.State.PROPOSED and may(request.actor, "story.decide", found)
    context = {
        "story": found,
        "articles": told,
        "state": state,
        "is_open": is_open,
        "would_make": would_make(found, told) if is_open else (),
        "onward": [(one, links) for one in told if (links := onward(request.actor, one))],
        "corrections": [judged(row) for one in told for row in selectors.corrections_of(request.actor, one)],
        "made": made_of(request.actor, found),
        "steps": selectors.other_steps(request.actor, found)[:20],
        "programmes": programmes(request.actor).order_by("-starts_on", "-id")[:50] if is_open else (),
    }
    return render(request, "staff/articles/story.html", context)


@staff("story.decide")
@require_http_methods(["POST"])
def decide(request: StaffRequest, pk: UUID) -> HttpResponse:
    found = selectors.story(request.actor, pk)
    match request.POST.get("verb"):
        case "reject":
            reject_story(story=found, actor=request.actor, reason=request.POST.get("reason", "").strip()[:500])
            messages.success(request, _("Peristiwa ditolak; artikelnya tetap tersimpan."))
        case "confirm":
            programme = _programme(request)
            made = confirm_story(story=found, actor=request.actor, programme=programme)
            text = ngettext("%(n)s catatan register dibuat.", "%(n)s catatan register dibuat.", len(made))
            messages.success(request, text % {"n": len(made)})
        case _:
            raise NotFound(gettext_noop("Pilih: kukuhkan atau tolak."))
    return redirect("story", pk=pk)


def _programme(request: StaffRequest) -> Programme | None:
    wanted = request.POST.get("programme", "")
    try:
        return programme_of(request.actor, UUID(wanted)) if wanted else None
    except ValueError:
        raise NotFound(gettext_noop("Program ini tidak ada.")) from None
