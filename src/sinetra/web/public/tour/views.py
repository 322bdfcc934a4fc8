"""The five stops and the trace of the articles. They exist in the demo only; elsewhere the address is unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import PUBLIC
from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.monitoring import selectors
from sinetra.apps.monitoring.corrected import facts_of
from sinetra.apps.monitoring.models import Article, Story
from sinetra.apps.monitoring.outside import MASK, accused_in, outside_title
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.law import decide, parse_facts
from sinetra.core.press.accused import masked
from sinetra.web import parts
from sinetra.web.access import public
from sinetra.web.article_view import article_view
from sinetra.web.maps import events as event_map
from sinetra.web.stated import beside
from sinetra.web.trace import traced


@dataclass(frozen=True, slots=True)
class Stop:
    number: int
    title: str | Promise
    text: str | Promise


STOPS = (
    Stop(
        1,
        _lazy("Sebuah berita dan faktanya"),
        _lazy("Skrip dan perabot halaman dicoret; setiap fakta menunjuk tempatnya."),
    ),
    Stop(
        2,
        _lazy("Lima artikel, empat peristiwa"),
        _lazy("Dua media menulis peristiwa yang sama. Di mana mereka berbeda?"),
    ),
    Stop(
        3,
        _lazy("Bolehkah saya menyukai akun calon?"),
        _lazy("Bertanya sebelum berbuat: jawaban, alasan, lalu pasalnya."),
    ),
    Stop(
        4,
        _lazy("Laporkan, lalu lihat tiba"),
        _lazy("Dari telepon warga ke meja Bawaslu, dengan tenggat yang dijelaskan."),
    ),
    Stop(
        5,
        _lazy("Undangan bagi penjabat wali kota"),
        _lazy("Boleh datang? Apa yang masih perlu diketahui sebelum memutuskan?"),
    ),
)


def in_demo() -> None:
    if settings.SINETRA_PROFILE != "demo":
        raise NotFound(gettext_noop("Halaman ini hanya ada di pemasangan contoh."))


@public
def tour(request: HttpRequest) -> HttpResponse:
    in_demo()
    return render(request, "public/tour/index.html", {"stops": STOPS})


@public
def stop(request: HttpRequest, number: int) -> HttpResponse:
    in_demo()
    if not 1 <= number <= len(STOPS):
        raise NotFound(gettext_noop("Tur ini punya lima perhentian."))
    context: dict[str, Any] = {
        "stop": STOPS[number - 1],
        "total": len(STOPS),
        "following": STOPS[number] if number < len(STOPS) else None,
    }
    context |= {1: _article, 2: _events, 5: _invitation}.get(number, dict)()
    return render(request, f"public/tour/stop{number}.html", context)


def _article() -> dict[str, Any]:
    """The sample with the injected script, if it is there."""
    samples = selectors.samples(PUBLIC)
    dirty = next((a for a in samples if any(p["kind"] == "script" for p in a.facts["removed"])), None)
    chosen = dirty or (samples[0] if samples else None)
    if chosen is None:
        return {"article": None}
    names = accused_in([chosen])
    view = article_view(facts_of(chosen), masked=lambda text: masked(text, names, MASK))
    return {"article": chosen, "view": view, "title": outside_title(chosen)}


@dataclass(frozen=True, slots=True)
class Event:
    story: Story
    articles: list[Article]
    number: int
    title: str


def _events() -> dict[str, Any]:
    samples = selectors.samples(PUBLIC)
    grouped: dict[Story, list[Article]] = {}
    for article in samples:
        if article.story is not None:
            grouped.setdefault(article.story, []).append(article)
    told = sorted(grouped.items(), key=lambda item: str(item[0].event_date or "~"))
    events = [
        Event(story, rows, number, masked(story.title, accused_in(rows), MASK))
        for number, (story, rows) in enumerate(told, start=1)
    ]
    places = [(event.story.region_id or "", str(event.story.region or "")) for event in events]
    return {
        "events": events,
        "article_count": len(samples),
        "points": event_map.points(places),
        "shapes": event_map.provinces(),
        "map_size": (event_map.WIDTH, event_map.HEIGHT),
        "map_sources": event_map.sources(),
    }


# The acting mayor of the Banjarbaru articles says what he does when a pair invites him; the law engine reads the act.
INVITATION = {
    "act_date": "2024-10-03",
    "region": "63.72",
    "election": "pilkada_2024",
    "subject": {"status": "acting_regional_head", "acting_kind": "pjs", "is_official": True, "is_candidate": False},
    "act": {"code": "attend_campaign", "target": "candidate"},
}


def _invitation() -> dict[str, Any]:
    decision = decide(rulebook(), parse_facts(INVITATION))
    return {"decision": decision.to_json()}


@public
def news(request: HttpRequest) -> HttpResponse:
    """``/dari-berita/``: every sentence of the five articles, retold, and the page that serves it."""
    in_demo()
    articles = traced()
    sentences = [sentence for article in articles for sentence in article.sentences]
    missing = [s for s in sentences if s.pages and not any(page.url for page in s.pages)]
    context = {"articles": articles, "total": len(sentences), "waiting": len(missing)}
    return render(request, "public/tour/news.html", context)


@public
def statement(request: HttpRequest, article: str, number: int) -> HttpResponse:
    """``/dari-berita/000/8/``: a statement with what the law engine says about the same act on that day beside it."""
    in_demo()
    found = next((item for item in traced() if item.id == article), None)
    sentence = next((item for item in found.sentences if item.number == number), None) if found else None
    law = (
        sentence.law and beside(rulebook(), sentence.law.act, sentence.law.day, sentence.law.region)
        if sentence
        else None
    )
    if law is None:
        raise NotFound(gettext_noop("Kalimat ini tidak menyebut perbuatan yang dijawab hukum di sampingnya."))
    back = parts.Link(text=_("Dari berita ke halaman"), url=reverse("news"))
    context = {"article": found, "sentence": sentence, "law": law, "back": back}
    return render(request, "public/tour/statement.html", context)
