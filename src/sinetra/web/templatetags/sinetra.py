"""Filters and tags that every template has: dates, numbers, icons, badges, fields. Settings load them as builtins."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.web import format as words
from sinetra.web.law_words import CONFIDENCE
from sinetra.web.parts import SENTIMENT_ICONS, Cell, Table

register = template.Library()
_SYMBOL = re.compile(r'<symbol id="([a-z]+)" viewBox="([^"]+)">(.*?)</symbol>', re.DOTALL)
_CONFIDENCE = {
    "terverifikasi": ("good", "check"),
    "pers": ("info", "news"),
    "perlu-cek": ("attention", "question"),
}


def _language() -> str:
    return get_language() or "id"


@register.filter
def tanggal(day: date | None) -> str:
    """``Jumat, 22 November 2024``; nothing for nothing. An instant needs ``waktu`` with its zone."""
    return "" if day is None else words.day_text(day, _language())


@register.filter
def tanggal_saja(day: date | None) -> str:
    """``22 November 2024``, for places where the weekday is noise (a law's date)."""
    return "" if day is None else words.day_text(day, _language(), weekday=False)


@register.filter
def waktu(instant: datetime | None, zone: str | ZoneInfo = "WIB") -> str:
    """``22 November 2024, 23.30 WITA``."""
    return "" if instant is None else words.instant_text(instant, zone, _language())


@register.simple_tag
def saat(instant: datetime, on: date, zone: str = "WIB") -> str:
    """When something happened, by the legal date of the office: ``{% saat row.filed_at row.filed_on zone %}``."""
    return words.moment_text(instant, on, zone, _language())


@register.filter
def angka(number: float | Decimal | None) -> str:
    """``1.234,5``; an unknown number is a dash, never a zero."""
    return "–" if number is None else words.number_text(number, _language())


@register.filter
def ukuran(octets: int) -> str:
    """``1,2 MB``."""
    return words.size_text(octets, _language())


@register.filter
def bahasa(text: Any) -> str:
    """A catalogue text (attributes ``id`` and ``en``) in the language of the page."""
    if text is None or isinstance(text, str):
        return text or ""
    return str(getattr(text, _language()[:2]))


@cache
def _symbols() -> dict[str, tuple[str, str]]:
    """Symbols of icons.svg by name: view box and drawing."""
    source = (Path(__file__).parent.parent / "static" / "sinetra" / "icons.svg").read_text(encoding="utf-8")
    return {name: (box, drawing) for name, box, drawing in _SYMBOL.findall(source)}


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """A symbol of icons.svg, drawn in the page: Firefox before 132 blocks a reference into another file under a policy
    of ``default-src 'none'``. Decoration: the word beside it says the same. Errors: ``KeyError``.
    """
    box, drawing = _symbols()[name]
    return format_html(
        '<svg class="{}" viewBox="{}" aria-hidden="true" focusable="false">{}</svg>',
        f"icon {css}" if css else "icon",
        box,
        mark_safe(drawing),  # noqa: S308 - our own file
    )


@register.simple_tag
def badge(sentiment: str, word: str, name: str = "") -> SafeString:
    """A state in a word and an icon. ``sentiment``: info, good, attention, stop, plain."""
    symbol = icon(name or SENTIMENT_ICONS[sentiment])
    return format_html('<span class="badge is-{}">{}{}</span>', sentiment, symbol, word)


@register.filter
def confidence_word(value: str) -> str:
    """How far a legal fact was checked, for a running text."""
    return str(CONFIDENCE[str(value)])


@register.simple_tag
def confidence(value: str) -> SafeString:
    """How far a legal fact was checked; ``perlu-cek`` is said to every reader."""
    sentiment, symbol = _CONFIDENCE[str(value)]
    return badge(sentiment, confidence_word(value), symbol)


@register.simple_tag
def zone(colour: str, word: str = "") -> SafeString:
    """A vulnerability zone: pattern and word. ``colour``: green, yellow, red, grey; ``word`` if not its own name."""
    text = {"green": _("hijau"), "yellow": _("kuning"), "red": _("merah"), "grey": _("abu-abu")}
    return format_html('<span class="zone zone-{}"><i></i>{}</span>', colour, word or text[colour])


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField, css: str = "") -> dict[str, Any]:
    """A form field with label, hint, error and control (parts/field.html). ``css="question"``: alone on a page."""
    kind = getattr(bound.field.widget, "input_type", "")
    return {"field": bound, "css": css, "is_choices": bound.use_fieldset, "kind": kind}


@register.simple_tag
def table_rows(table: Table) -> SafeString:
    """The rows of parts/table.html: on a phone each cell says its column. Written here because a page has hundreds of
    cells, and a template takes ten times as long for each."""
    lines = []
    for row in table.cells:
        cells = []
        for place, (column, cell) in enumerate(row):
            head = 'th scope="row"' if place == 0 else "td"
            number = ' class="number"' if column.number else ""
            opening = f'<{head} data-label="{escape(column.text)}"{number}>'
            cells.append(f"{opening}{_cell(cell)}</{head[:2]}>")
        lines.append(f"<tr>{''.join(cells)}</tr>\n")
    return mark_safe("".join(lines))  # noqa: S308 - every text was escaped


def _cell(cell: Cell) -> str:
    if cell.clock:
        return f"<span>{render_to_string('parts/clock.html', {'clock': cell.clock})}</span>"
    text = badge(cell.sentiment, cell.text) if cell.sentiment else conditional_escape(cell.text)
    if cell.pick:
        return f'{_box(cell)}<a href="{escape(cell.url)}">{text}</a>'
    return f'<a href="{escape(cell.url)}">{text}</a>' if cell.url else f"<span>{text}</span>"


def _box(cell: Cell) -> str:
    checked = " checked" if cell.picked else ""
    name = escape(_("Pilih %(what)s") % {"what": cell.text})
    box = f'<input type="checkbox" name="pick" value="{escape(cell.pick)}" aria-label="{name}"{checked}>'
    return f'<label class="pick">{box}</label>'


@register.simple_tag
def marked(segments: Any, back: Any = ()) -> SafeString:
    """An article: facts as ``<mark id=fakta-…>``, removed text as ``<del>``. One line, so that no space is added.

    ``back``: ids of facts of the list beside; their marks lead to them.
    """
    pieces = []
    for part in segments:
        if part.kind == "fact" and part.id in back:
            mark = '<mark id="fakta-{}" title="{}"><a href="#daftar-{}">{}</a></mark>'
            pieces.append(format_html(mark, part.id, part.label, part.id, part.text))
        elif part.kind == "fact":
            pieces.append(format_html('<mark id="fakta-{}" title="{}">{}</mark>', part.id, part.label, part.text))
        elif part.kind == "removed":
            pieces.append(format_html("<del>{}</del>", part.text))
        else:
            pieces.append(format_html("{}", part.text))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece was escaped above
