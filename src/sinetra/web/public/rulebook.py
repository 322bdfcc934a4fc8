"""The rulebook: what is forbidden and what is allowed on a date, and one page a norm."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from io import StringIO

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook as load
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.law.model import Norm, Version
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.words import NormKind
from sinetra.ports.clock import legal_clock
from sinetra.web import law_view, law_words, parts
from sinetra.web.access import public
from sinetra.web.public import norm_view


class RulebookFilter(forms.Form):
    """Which rules to show. It travels in the address."""

    use_required_attribute = False

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["pada"] = forms.DateField(
            label=_("Berlaku pada tanggal"),
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            required=False,
        )
        every = ("", _("semua"))
        acts = [(group, [(code, law_words.ACTS[code]) for code in codes]) for group, codes in law_words.ACT_GROUPS]
        self.fields["perbuatan"] = forms.ChoiceField(label=_("Perbuatan"), choices=[every, *acts], required=False)
        self.fields["siapa"] = forms.ChoiceField(
            label=_("Siapa"), choices=[every, *law_words.STATUSES.items()], required=False
        )
        self.fields["jalur"] = forms.ChoiceField(
            label=_("Jalur"), choices=[every, *law_words.TRACKS.items()], required=False
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One norm in the list. ``heaviest``: the heaviest sanction it names, in words."""

    norm: Norm
    citations: list[parts.Citation]
    heaviest: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    track: str
    prohibitions: list[Line]
    permissions: list[Line]


def _line(book: Rulebook, norm: Norm, day: date) -> Line:
    classes = list(law_words.SANCTIONS)
    ranked = sorted((str(item.sanction_class) for item in norm.sanctions), key=classes.index)
    return Line(
        norm=norm,
        citations=law_view.citations(book.instruments, norm.citations, day),
        heaviest=law_words.word(law_words.SANCTIONS, ranked[-1]) if ranked else "",
        path=law_view.path(norm.routes, day),
    )


def _asks_about(version: Version, field: str, value: str) -> bool:
    """The version's condition can hold for the value: it does not ask, or it names it."""
    return not value or all(value in item.values for item in version.when if item.field == field)


def sections(book: Rulebook, day: date, *, act: str = "", who: str = "", track: str = "") -> list[Section]:
    """The norms in force on ``day`` by track. With ``act`` only those that name it or ask about no act."""
    found: dict[str, list[Norm]] = {}
    for item in book.norms_on(day):
        if track and item.norm.track != track:
            continue
        if _asks_about(item.version, "act.code", act) and _asks_about(item.version, "subject.status", who):
            found.setdefault(str(item.norm.track), []).append(item.norm)
    return [
        Section(
            track=law_words.word(law_words.TRACKS, name),
            prohibitions=[_line(book, norm, day) for norm in found[name] if norm.kind is NormKind.PROHIBITION],
            permissions=[_line(book, norm, day) for norm in found[name] if norm.kind is NormKind.PERMISSION],
        )
        for name in law_words.TRACKS
        if name in found
    ]


def not_in_force(book: Rulebook, day: date) -> list[Norm]:
    """Norms that the catalogue keeps but that do not govern an act on ``day``."""
    current = {item.norm.id for item in book.norms_on(day)}
    return sorted((norm for norm in book.norms if norm.id not in current), key=lambda norm: norm.id)


@public
def rulebook(request: HttpRequest) -> HttpResponse:
    book = load()
    today = legal_clock().today()
    form = RulebookFilter({"pada": today.isoformat(), **request.GET.dict()})
    form.is_valid()
    chosen = form.cleaned_data
    day = chosen.get("pada") or today
    found = sections(
        book, day, act=chosen.get("perbuatan", ""), who=chosen.get("siapa", ""), track=chosen.get("jalur", "")
    )
    count = sum(len(item.prohibitions) + len(item.permissions) for item in found)
    context = {"form": form, "day": day, "sections": found, "count": count, "outside": not_in_force(book, day)}
    return render(request, "public/rulebook.html", context)


@public
def norm(request: HttpRequest, rule: str) -> HttpResponse:
    book = load()
    try:
        found = book.norm(rule)
    except (KeyError, StopIteration):
        raise NotFound(gettext_noop("Aturan ini tidak ada dalam katalog."), code="norm") from None
    day = legal_clock().today()
    return render(request, "public/norm.html", norm_view.context(book, found, day))


@public
def rulebook_csv(request: HttpRequest) -> HttpResponse:
    """The same norms as a table for lawyers and researchers: one line a citation, both languages."""
    book = load()
    form = RulebookFilter(request.GET)
    form.is_valid()
    day = form.cleaned_data.get("pada") or legal_clock().today()
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ["rule", "kind", "track", "title_id", "title_en", "confidence", "source", "source_confidence", "on"]
    )
    for item in book.norms_on(day):
        head = [item.norm.id, item.norm.kind, item.norm.track, item.norm.title.id, item.norm.title.en]
        for cited in law_view.citations(book.instruments, item.norm.citations, day):
            writer.writerow([*head, item.norm.confidence, cited.text, cited.confidence, day.isoformat()])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="sinetra-aturan-{day.isoformat()}.csv"'
    return response
