"""How long what is kept, what falls due soon, what was erased with which certificate."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.base.retention import periods
from sinetra.apps.cases.erasure.reads import Coming, certificate_file, coming, runs
from sinetra.apps.cases.models import ErasureRun
from sinetra.core.clock.bilingual import Bilingual
from sinetra.core.retention import Keeping
from sinetra.ports.clock import now
from sinetra.web.access import StaffRequest, staff
from sinetra.web.downloads import download
from sinetra.web.format import day_text
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.lists import table
from sinetra.web.staff.oversight.tabs import tabs

MOST = 50
Say = Callable[[Bilingual], str]


@staff("retention.read")
def retention(request: StaffRequest) -> HttpResponse:
    language = "en" if get_language() == "en" else "id"
    context = {
        "tabs": tabs(request.actor, "retention"),
        "coming": _coming(coming(request.actor, now(), most=MOST), language),
        "most": MOST,
        "runs": table(
            request,
            runs(request.actor),
            caption=_("Penghapusan, yang terbaru di atas"),
            columns=[
                Column(text=_("Sertifikat")),
                Column(text=_("Tanggal")),
                Column(text=_("Jumlah catatan"), number=True),
                Column(text=_("Jumlah berkas"), number=True),
            ],
            cells=partial(_run_cells, language=language),
            order=("-started_at", "-id"),
            empty=(_("Belum ada penghapusan"), _("Sertifikat terbit setiap kali ada yang terhapus.")),
        ),
        "rules": _rules(language),
    }
    return render(request, "staff/oversight/retention.html", context)


@staff("retention.read")
def erasure_certificate(request: StaffRequest, pk: UUID) -> HttpResponse:
    run, content = certificate_file(request.actor, pk)
    return download(content, "application/pdf", f"sertifikat-{run.number.replace('/', '-').lower()}.pdf")


def _coming(found: list[Coming], language: str) -> Table:
    return Table(
        caption=_("Jatuh tempo dalam 90 hari, yang terlama di atas"),
        columns=[Column(text=head) for head in (_("Perkara"), _("Ditutup"), _("Aturan"), _("Lama"))],
        rows=[
            [
                Cell(text=item.matter.number),
                Cell(text=day_text(item.matter.closed_at.date(), language) if item.matter.closed_at else "–"),
                Cell(text=_say(item.rule.what, language)),
                Cell(text=item.rule.length(language)),
            ]
            for item in found
        ],
        empty_title=_("Tidak ada yang jatuh tempo dalam 90 hari"),
        empty_text=_("Yang ditahan tidak ikut dihitung."),
    )


def _run_cells(run: ErasureRun, language: str) -> list[Cell]:
    url = reverse("erasure_certificate", args=[run.pk]) if run.blob else ""
    records = sum(counts.get("records", 0) for counts in run.counts.values())
    removed = sum(counts.get("files", 0) for counts in run.counts.values())
    return [
        Cell(text=run.number or _("berjalan"), url=url),
        Cell(text=day_text(run.ran_on, language)),
        Cell(text=records),
        Cell(text=removed),
    ]


def _rules(language: str) -> Table:
    return Table(
        caption=_("Masa simpan tiap jenis catatan"),
        columns=[
            Column(text=_("Jenis")),
            Column(text=_("Lama")),
            Column(text=_("Sejak")),
            Column(text=_("Tetap ada")),
            Column(text=_("Dasar")),
        ],
        rows=[_rule_cells(rule, language) for rule in periods()],
    )


def _rule_cells(rule: Keeping, language: str) -> list[Cell]:
    after, length = _("bersama perkaranya"), "–"
    if rule.after is not None:
        after, length = _say(rule.after, language), rule.length(language)
    return [
        Cell(text=_say(rule.what, language)),
        Cell(text=length),
        Cell(text=after),
        Cell(text=_say(rule.stays, language)),
        Cell(text=f"{rule.source} ({rule.confidence.value})"),
    ]


def _say(words: Bilingual, language: str) -> str:
    return words.en if language == "en" else words.id
