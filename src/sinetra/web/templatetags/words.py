"""Codes of the vocabulary as plain words. Settings load these tags as builtins."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.catalogue import clock
from sinetra.core.errors import BadInput
from sinetra.web import format as words
from sinetra.web.fact_words import FIELDS, MORE_FIELDS
from sinetra.web.law_words import POSITIONS, STATUSES
from sinetra.web.public.may_i_asked import ASK, DAY, Asked
from sinetra.web.templatetags.sinetra import tanggal
from sinetra.web.words import ACTS, QUESTIONS, REPORTED_ROLES

register = template.Library()
_FIELDS = dict(FIELDS)
# Fields of an activity that an article does not have by this name.
_MORE_FIELDS = {
    **dict(MORE_FIELDS),
    "title": _lazy("Nama kegiatan"),
    "starts_on": _lazy("Tanggal"),
    "organiser": _lazy("Penyelenggara"),
    "participants": _lazy("Peserta"),
    "participants_approximate": _lazy("Jumlahnya perkiraan"),
}
_ROLES = dict(REPORTED_ROLES)


def _language() -> str:
    return (get_language() or "id")[:2]


@register.simple_tag
def act(code: str) -> str:
    return str(ACTS.get(code, code))


@register.simple_tag
def reported_role(code: str) -> str:
    return str(_ROLES.get(code) or POSITIONS.get(code) or STATUSES.get(code) or code)


@register.filter
def tanggal_teks(text: str) -> str:
    """An ISO date that travelled as text."""
    return tanggal(date.fromisoformat(text)) if text else ""


@register.simple_tag
def in_indonesian() -> SafeString:
    """The language of what people and newspapers wrote, where the page speaks another one (WCAG 3.1.2)."""
    return mark_safe("" if _language() == "id" else ' lang="id"')  # noqa: S308 - a constant


@register.simple_tag
def election_name(code: str) -> str:
    """The name of an election in the language of the page; the id of one that no timetable has any more."""
    try:
        name = clock().timetables.get(code).name
    except BadInput:
        return code
    return name.en if _language() == "en" else name.id


@register.simple_tag
def outcome_word(outcome: str) -> str:
    """How a decision ends, without accusing anybody."""
    return {
        "violation": _("Memenuhi larangan"),
        "undetermined": _("Belum dapat dijawab"),
        "permitted": pgettext("hasil", "Boleh"),
        "no_violation": _("Tidak memenuhi larangan"),
    }[outcome]


@register.simple_tag
def question_word(name: str) -> str:
    """A fact that is still unknown, as a question."""
    return str(QUESTIONS.get(name, name))


@register.simple_tag
def printed_address(asked: Asked) -> str:
    """Where the same question is a poster, a card or a message; empty while who or when is not known."""
    if asked.day is None or asked.who not in STATUSES:
        return ""
    params = [(name, value) for name, value in asked.params() if name not in {DAY, ASK}]
    return f"{reverse('printed')}?{urlencode([*params, (DAY, asked.day.isoformat())])}"


@register.simple_tag
def fact_word(name: str) -> str:
    return str(_FIELDS.get(name) or _MORE_FIELDS.get(name, name))


@register.simple_tag
def fact_reading(value: Any) -> str:
    """What one outlet says; silence is said, not left empty."""
    if value is None:
        return _("tidak disebut")
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, list):
        return ", ".join(str(part) for part in value) or _("tidak disebut")
    return words.number_text(value, _language()) if isinstance(value, int | float) else str(value)


@register.simple_tag
def outlet_of(source: str, articles: Any) -> str:
    """The outlet that stands behind the name of a capture."""
    return next((article.outlet for article in articles if article.source == source and article.outlet), source)
