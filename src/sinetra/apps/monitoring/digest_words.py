"""The digest in words, in the language that is active: what the page, the paper and the mail say alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from sinetra.apps.monitoring.digest import Cases, Digest
from sinetra.apps.monitoring.event_words import type_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """``list`` names the list behind the number (web), ``query`` narrows it."""

    text: str
    number: int
    list: str
    query: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    title: str
    lines: tuple[Line, ...]
    empty: str


def sections(told: Digest) -> tuple[Section, ...]:
    return (
        Section(
            title=_("Peristiwa baru, menurut jenis dan daerah"),
            lines=tuple(
                Line(
                    text=f"{type_word(row.event_type)}, {row.region_name or _('daerah tidak disebut')}",
                    number=row.number,
                    list="events",
                    query={"jenis": row.event_type, "daerah": row.region or "-"},
                )
                for row in told.events
            ),
            empty=_("Tidak ada peristiwa baru."),
        ),
        Section(
            title=_("Temuan daftar pantau"),
            lines=tuple(
                Line(text=row.name, number=row.number, list="hits", query={"daftar": str(row.watch_list)})
                for row in told.hits
            ),
            empty=_("Tidak ada temuan."),
        ),
        _section(_("Di mana media berbeda"), _("Peristiwa"), told.differing, "differing"),
        Section(
            title=_("Dikenal dari berita saja"),
            lines=tuple(
                Line(text=text, number=number, list=name)
                for text, number, name in (
                    (_("Surat edaran"), told.circulars, "circulars"),
                    (_("Kesepakatan"), told.agreements, "agreements"),
                )
                if number
            ),
            empty=_("Tidak ada surat edaran atau kesepakatan baru."),
        ),
        Section(
            title=_("Jumlah kasus yang disebut media"),
            lines=tuple(
                Line(text=_cases(row), number=row.value, list="cases", query=_place(row)) for row in told.cases
            ),
            empty=_("Tidak ada jumlah yang disebut."),
        ),
    )


def _section(title: str, text: str, number: int, name: str) -> Section:
    lines = (Line(text=text, number=number, list=name),) if number else ()
    return Section(title=title, lines=lines, empty=_("Tidak ada perbedaan."))


def _cases(row: Cases) -> str:
    return ", ".join(filter(None, (row.outlet, row.region_name)))


def _place(row: Cases) -> dict[str, str]:
    span = {"kutip": f"{row.span[0]}-{row.span[1]}"} if row.span else {}
    return {"artikel": str(row.article), **span}
