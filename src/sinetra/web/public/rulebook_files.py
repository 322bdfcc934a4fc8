"""The rulebook as a table that leaves the page, CSV and XLSX: a line for each article, the rule beside it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import chain

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook as load
from sinetra.core.cells import as_text
from sinetra.core.law.rulebook import Rulebook
from sinetra.ports.clock import legal_clock
from sinetra.web.access import public
from sinetra.web.downloads import download
from sinetra.web.format import day_text
from sinetra.web.law_view import language
from sinetra.web.public import rulebook_filter
from sinetra.web.public.rulebook_filter import Wanted
from sinetra.web.public.rulebook_rows import rows
from sinetra.web.workbook import Sheet, about, workbook_response

COLUMNS = (
    "rule",
    "kind",
    "track",
    "title_id",
    "title_en",
    "confidence",
    "source",
    "source_confidence",
    "source_in_force",
    "on",
    "from",
    "opened_by",
    "to",
    "closed_by",
    "sanction",
    "options",
    "body",
    "page",
)
_WIDTHS = (22, 12, 16, 50, 50, 13, 36, 13, 9, 12, 12, 28, 12, 28, 30, 60, 30, 40)


def lines(book: Rulebook, wanted: Wanted, site: str) -> Iterator[list[str]]:
    """A line a citation; ``site`` is the address of this installation, without a slash at its end."""
    for item in rows(book, wanted.day, wanted.selection):
        norm = item.norm
        head = [norm.id, norm.kind, norm.track, norm.title.id, norm.title.en, norm.confidence]
        tail = [
            wanted.day.isoformat(),
            "" if item.since is None else item.since.isoformat(),
            item.opened,
            "" if item.until is None else item.until.isoformat(),
            item.closed,
            item.heaviest,
            " ".join(item.options),
            item.path,
            site + reverse("norm", args=[norm.id]),
        ]
        for cited in item.citations:
            in_force = {True: "yes", False: "no", None: ""}[cited.in_force]
            yield [as_text(str(value)) for value in (*head, cited.text, cited.confidence, in_force, *tail)]


def _name(wanted: Wanted, suffix: str) -> str:
    chosen = wanted.selection
    parts = [str(part) for part in (chosen.status, chosen.position, chosen.act, chosen.track) if part]
    return "-".join(["sinetra-aturan", wanted.day.isoformat(), *parts]) + f".{suffix}"


@public
def rulebook_csv(request: HttpRequest) -> HttpResponse:
    wanted = rulebook_filter.read(request.GET, legal_clock().today())
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(lines(load(), wanted, request.build_absolute_uri("/").rstrip("/")))
    return download(out.getvalue().encode(), "text/csv; charset=utf-8", _name(wanted, "csv"), is_public=True)


@public
def rulebook_xlsx(request: HttpRequest) -> HttpResponse:
    """The same table, and a sheet that says what it is."""
    wanted = rulebook_filter.read(request.GET, legal_clock().today())
    found = lines(load(), wanted, request.build_absolute_uri("/").rstrip("/"))
    title = "Aturan" if language() == "id" else "Rules"
    table = Sheet(title=title, rows=chain([COLUMNS], found), widths=_WIDTHS, freeze="B2")
    return workbook_response(_name(wanted, "xlsx"), table, about(_about(wanted, request)), is_public=True)


def _about(wanted: Wanted, request: HttpRequest) -> list[str]:
    return [
        _("Aturan bagi perbuatan pada %(day)s") % {"day": day_text(wanted.day, language())},
        *([_("Saringan: %(words)s") % {"words": "; ".join(wanted.words())}] if wanted.is_filtered else []),
        request.build_absolute_uri(f"{reverse('rulebook')}?{wanted.query()}"),
        _("terverifikasi: sudah dibaca pada sumber yang disebut."),
        _("pers: diketahui dari berita, belum dari naskahnya."),
        _("perlu-cek: belum dibaca pada naskah resmi. Periksa dulu sebelum dipakai untuk memutuskan."),
        _("Setiap orang dianggap tidak bersalah sampai ada putusan."),
    ]
