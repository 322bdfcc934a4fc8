"""What changed in the law between two days, in words: by day, the norms with the same change together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook as load
from sinetra.core.law.changes import ONE_DAY, Change, ChangeKind, Line, Part, changes
from sinetra.core.law.model import Citation, Condition, Exemption, Route
from sinetra.core.law.rulebook import Rulebook
from sinetra.ports.clock import legal_clock
from sinetra.web import field_words, law_view, law_words, parts
from sinetra.web.access import public

SINCE, UNTIL, TRACK = "dari", "sampai", "jalur"


class ChangesForm(forms.Form):
    """Two days and a track. They travel in the address."""

    use_required_attribute = False

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name, label in ((SINCE, _("Sesudah tanggal")), (UNTIL, _("Sampai dengan tanggal"))):
            widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            self.fields[name] = forms.DateField(label=label, widget=widget, required=False)
        tracks = [("", _("semua")), *law_words.TRACKS.items()]
        self.fields[TRACK] = forms.ChoiceField(label=_("Jalur"), choices=tracks, required=False)

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        since, until = found.get(SINCE), found.get(UNTIL)
        if since and until and until < since:
            self.add_error(UNTIL, _("Tanggal ini mendahului tanggal pertama. Pilih hari yang sama atau sesudahnya."))
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """``before`` and ``after`` in words; one of them is empty where something is new or gone."""

    part: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The norms that changed in the same way on the same day, by the same event."""

    kind: str
    word: str
    event: str
    lines: list[LineView]
    norms: list[parts.Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    day: date
    groups: list[Group]


@public
def rulebook_changes(request: HttpRequest) -> HttpResponse:
    """Without an answer in the address: the year up to the legal date. A wrong one has no answer, not another one."""
    today = legal_clock().today()
    form = ChangesForm({SINCE: _a_year_before(today).isoformat(), UNTIL: today.isoformat(), **request.GET.dict()})
    is_valid = form.is_valid()
    since = form.cleaned_data.get(SINCE) or _a_year_before(today)
    until = form.cleaned_data.get(UNTIL) or max(today, since)
    book, track = load(), form.cleaned_data.get(TRACK, "")
    every = changes(book, since, until) if is_valid else []
    found = [item for item in every if not track or item.norm.track == track]
    context = {"form": form, "since": since, "until": until, "days": days(book, found), "counts": _counts(found)}
    return render(request, "public/rulebook_changes.html", context)


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28)) if day.year > 1 else day


def days(book: Rulebook, found: list[Change]) -> list[Day]:
    """``found`` is in order of days."""
    return [
        Day(day=day, groups=_groups(book, list(items))) for day, items in groupby(found, key=lambda change: change.day)
    ]


def _groups(book: Rulebook, found: list[Change]) -> list[Group]:
    together: dict[tuple[Any, ...], list[Change]] = {}
    for item in found:
        lines = tuple((line.part, *_both(book, line, item.day)) for line in item.lines)
        together.setdefault((item.kind, item.event or "", lines), []).append(item)
    order = list(ChangeKind)
    return [
        Group(
            kind=str(kind),
            word=_kind(kind),
            event=event,
            lines=[LineView(part=_part(part), before=before, after=after) for part, before, after in lines],
            norms=[
                parts.Link(
                    text=law_view.in_words(item.norm.title),
                    url=f"{reverse('norm', args=[item.norm.id])}?pada={item.day.isoformat()}",
                )
                for item in items
            ],
        )
        for (kind, event, lines), items in sorted(together.items(), key=lambda pair: order.index(pair[0][0]))
    ]


def _counts(found: list[Change]) -> list[tuple[str, int]]:
    return [(_kind(kind), sum(item.kind is kind for item in found)) for kind in ChangeKind]


def _kind(kind: ChangeKind) -> str:
    return {
        ChangeKind.BEGAN: _("mulai berlaku"),
        ChangeKind.ENDED: _("berakhir"),
        ChangeKind.CHANGED: _("berubah"),
    }[kind]


def _part(part: Part) -> str:
    return {
        Part.CONDITION: _("Syarat"),
        Part.EXCEPTION: _("Pengecualian"),
        Part.CITATION: _("Pasal"),
        Part.ROUTE: _("Lembaga"),
    }[part]


def _both(book: Rulebook, line: Line, day: date) -> tuple[str, str]:
    """Before and after in words. An exception that keeps its name is told by its conditions and articles."""
    before, after = line.before, line.after
    if isinstance(before, Exemption) and isinstance(after, Exemption):
        return _inside(book, before, day - ONE_DAY), _inside(book, after, day)
    return _words(book, before), _words(book, after)


def _inside(book: Rulebook, item: Exemption, day: date) -> str:
    asked = [_words(book, condition) for condition in item.when]
    cited = [_words(book, source) for source in item.citations if source.period.holds(day)]
    inner = [_inside(book, other, day) for other in item.unless if other.period.holds(day)]
    return f"{law_view.in_words(item.title)} ({'; '.join([*asked, *cited, *inner])})"


def _words(book: Rulebook, item: Condition | Exemption | Citation | Route | None) -> str:
    match item:
        case Condition():
            return f"{field_words.label(item.field)}: {field_words.values(item.field, sorted(item.values))}"
        case Exemption():
            return law_view.in_words(item.title)
        case Citation():
            return law_view.cite(book.instruments, item.instrument, item.article)
        case Route():
            return law_view.path_of(item.receives, item.forwards_to, item.decides)
        case _:
            return ""
