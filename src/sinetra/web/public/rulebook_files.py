"""The rulebook as a table that leaves the page, CSV and XLSX: a line for each article, the rule beside it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.catalogue import rulebook as load
from sinetra.core.law.rulebook import Rulebook
from sinetra.ports.clock import legal_clock
from sinetra.web.access import public
from sinetra.web.format import day_text
from sinetra.web.law_view import language
from sinetra.web.public import rulebook_filter
from sinetra.web.public.rulebook_filter import Wanted
from sinetra.web.public.rulebook_rows import rows

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
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A cell that begins like this is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_text(value: str) -> str:
    """The value as a cell that no spreadsheet computes.

    >>> as_text("=HYPERLINK(1)"), as_text("Pasal 5")
    ("'=HYPERLINK(1)", 'Pasal 5')
    """
    return f"'{value}" if value.startswith(_FORMULA) else value


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
    return _attached(out.getvalue(), "text/csv; charset=utf-8", _name(wanted, "csv"))


@public
def rulebook_xlsx(request: HttpRequest) -> HttpResponse:
    """The same table, and a sheet that says what it is, so that a copy in a mail still tells its date."""
    from openpyxl import Workbook

    wanted = rulebook_filter.read(request.GET, legal_clock().today())
    book = Workbook(write_only=True)
    table = book.create_sheet("Aturan" if language() == "id" else "Rules")
    table.freeze_panes = "B2"
    for number, width in enumerate((22, 12, 16, 50, 50, 13, 36, 13, 9, 12, 12, 28, 12, 28, 30, 60, 30, 40)):
        table.column_dimensions[chr(ord("A") + number)].width = width
    table.append(COLUMNS)
    for line in lines(load(), wanted, request.build_absolute_uri("/").rstrip("/")):
        table.append(line)
    about = book.create_sheet(_("Keterangan"))
    about.column_dimensions["A"].width = 110
    for text in _about(wanted, request):
        about.append([as_text(text)])
    out = BytesIO()
    book.save(out)
    return _attached(out.getvalue(), XLSX, _name(wanted, "xlsx"))


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


def _attached(body: str | bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(body, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
