"""A circular as pages show it: its text with the norms linked, its state in a word, what became of its law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.catalogue import rulebook
from sinetra.apps.base.exercise import exercise_word
from sinetra.apps.prevention import kept_files
from sinetra.apps.prevention.circular_law import LawNews, law_news
from sinetra.apps.prevention.circular_letter import letter_of
from sinetra.apps.prevention.models import Circular, CircularAnnex
from sinetra.apps.prevention.uploads import ENDINGS
from sinetra.core.documents.circular import Letter, Section, pdf, plain
from sinetra.core.prevention.circular_points import Point, Source
from sinetra.web import law_view, parts
from sinetra.web.downloads import download
from sinetra.web.format import day_text

STATES: dict[str, tuple[str | Promise, str]] = {
    Circular.State.PRESS: (_lazy("dari berita, belum dikonfirmasi"), "attention"),
    Circular.State.DRAFT: (_lazy("konsep"), "attention"),
    Circular.State.PUBLISHED: (_lazy("berlaku"), "good"),
    Circular.State.SUPERSEDED: (_lazy("sudah diganti"), "stop"),
    Circular.State.WITHDRAWN: (_lazy("dicabut"), "stop"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPoint:
    point: Point
    url: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSection:
    section: Section
    number: int
    points: tuple[ShownPoint, ...]


def letter_context(letter: Letter) -> dict[str, Any]:
    """What parts/circular_letter.html takes. The words of the letter are Indonesian, whatever the page speaks."""
    head = (
        ("Nomor", letter.number or "(belum bernomor)"),
        ("Sifat", letter.nature),
        ("Lampiran", letter.annexes),
        ("Hal", letter.subject),
    )
    lists = {"to": ("Kepada Yth.", letter.addressees), "copies": ("Tembusan:", letter.copies)}
    return {"letter": letter, "sections": shown(letter), "head": head, "lists": lists}


def state_of(row: Circular) -> tuple[str, str]:
    """Word and sentiment. One that somebody confirmed is no longer only from the press."""
    if row.state == Circular.State.PRESS and row.confirmed_at is not None:
        return _("dari berita, dikonfirmasi"), "info"
    word, sentiment = STATES[row.state]
    return str(word), sentiment


def shown(letter: Letter) -> list[ShownSection]:
    """Sections with the number that the printed letter gives them; the opening has none (0)."""
    found, number = [], 0
    for section in letter.sections:
        number += bool(section.heading)
        points = tuple(
            ShownPoint(point=point, url=_norm_url(point.norm, letter.issued_on), sources=point.sources)
            for point in section.points
        )
        found.append(ShownSection(section=section, number=number if section.heading else 0, points=points))
    return found


def _norm_url(norm: str, day: str) -> str:
    """The page of the norm as it stood on the day; nothing for an instrument, or a norm that the catalogue lost."""
    return f"{reverse('norm', args=[norm])}?pada={day}" if norm and norm in rulebook().place else ""


def law_lines(row: Circular, day: date) -> list[str]:
    """What changed, one sentence a norm; empty while the law stands."""
    return [_news(item) for item in law_news(row, day)] if row.state != Circular.State.PRESS else []


def _news(item: LawNews) -> str:
    book = rulebook()
    if item.since is None:
        return _("Katalog tidak lagi memuat aturan %(norm)s.") % {"norm": item.norm}
    words = {"norm": law_view.in_words(book.norm(item.norm).title), "day": day_text(item.since, law_view.language())}
    if item.kind == "ended":
        return _("“%(norm)s” tidak berlaku lagi sejak %(day)s.") % words
    return _("“%(norm)s” berubah sejak %(day)s.") % words


def changes_url(row: Circular, day: date) -> str:
    """What changed in all the law between the letter and ``day``."""
    since = row.issued_on or day
    return f"{reverse('rulebook_changes')}?{urlencode({'dari': since.isoformat(), 'sampai': day.isoformat()})}"


def accept_url(request: HttpRequest, row: Circular) -> str:
    """What the printed code leads to, in Indonesian like the letter."""
    path = reverse("accept_circular", args=[row.pk]).replace("/en/", "/id/", 1)
    return request.build_absolute_uri(path)


def pdf_response(request: HttpRequest, row: Circular) -> HttpResponse:
    body = pdf(letter_of(row), url=accept_url(request, row), exercise=exercise_word())
    return _file(body, "application/pdf", f"edaran-{row.pk}.pdf")


def message_response(request: HttpRequest, row: Circular) -> HttpResponse:
    body = plain(letter_of(row), url=accept_url(request, row), exercise=exercise_word())
    return _file(body, "text/plain; charset=utf-8", f"edaran-{row.pk}.txt")


def annex_response(annex: CircularAnnex) -> HttpResponse:
    """As a download under the type that its content showed; the name is ours."""
    name = f"lampiran-{annex.place}.{ENDINGS[annex.media_type][0]}"
    return download(kept_files.store().get(annex.sha256), annex.media_type, name, is_public=True)


def _file(body: bytes | str, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(body, content_type=media_type)
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def links(before: Circular | None, after: Circular | None, name: str) -> list[parts.Pair]:
    """Supersession both ways, as lines of a key-value list. ``name``: the page of a circular."""
    found: Sequence[tuple[str, Circular | None]] = ((_("Menggantikan"), before), (_("Digantikan oleh"), after))
    return [
        parts.Pair(term=term, value=row.number or row.title, url=reverse(name, args=[row.pk]))
        for term, row in found
        if row is not None
    ]
