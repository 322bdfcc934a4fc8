"""View 7, *Cakupan pencegahan*: who was reached this year, out of how many, and what the tests measured."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.insight.control_room.prevention import Reached, gains, reached
from sinetra.apps.prevention.models import TestResult
from sinetra.apps.prevention.selectors import coverage as numbers
from sinetra.web.access import StaffRequest, staff
from sinetra.web.law_words import POSITIONS, word
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.control_room.frame import Empty, Section, Source, View
from sinetra.web.staff.control_room.page import Desk, desk_of, view_page
from sinetra.web.staff.prevention.coverage.tables import unit_address
from sinetra.web.staff.prevention.coverage.words import GROUPS, MEASURES, as_of_word, is_shown, said
from sinetra.web.staff.prevention.gain_words import figure_of, result_cells, result_columns

CODE = "room_coverage"


@staff("coverage.read")
def coverage_page(request: StaffRequest) -> HttpResponse:
    desk = desk_of(request)
    return view_page(request, desk, coverage_view(request.actor, desk))


def coverage_view(actor: Actor, desk: Desk) -> View:
    found = reached(actor, desk.day)
    sections = [_not_counted()] if found is None else _sections(found)
    return View(
        code=CODE,
        title=_("Cakupan pencegahan"),
        lead=_("Berapa pegawai yang sudah hadir, dites dan menandatangani ikrar tahun ini, dan apa hasil tesnya."),
        sections=[*sections, _gains(gains(actor), desk)],
    )


def _not_counted() -> Section:
    return Section(
        anchor="cakupan",
        title=_("Cakupan belum dihitung"),
        empty=Empty(
            title=_("Cakupan belum dihitung"),
            text=_("Masukkan unit dan pegawai; beberapa menit kemudian cakupan dihitung sendiri."),
        ),
    )


def _sections(found: Reached) -> list[Section]:
    text = _("Sesi yang sudah ditutup; belum ada daftar pegawai bertanggal")
    if found.at.headcount:
        day = as_of_word(numbers.headcount_day(found.at))
        text = _("Sesi yang sudah ditutup, terhadap daftar pegawai per %(day)s") % {"day": day}
    source = Source(
        text=text,
        as_of=found.counted.day,
        at=found.counted.computed_at,
        # Of a group that is withheld its size, too, stays untold.
        n=sum(group.eligible for group in found.office.values() if is_shown(group)) or None,
    )
    words = _("Seluruh instansi, tahun ini")
    if found.at.headcount and is_shown(found.office[True]):
        told = said(found.office[True], "attended", found.at)
        words = _("Seluruh instansi: %(n)s pegawai ASN hadir tahun ini") % {"n": told}
    return [
        Section(
            anchor="cakupan",
            title=words,
            tables=[_office(found)],
            links=[Link(text=_("Cakupan selengkapnya"), url=reverse("coverage"))],
            notes=[
                _("Belum hadir atau belum menandatangani bukan fakta dalam perkara, keputusan atau indeks mana pun.")
            ],
            source=source,
        ),
        Section(anchor="unit", title=_("Unit, pos terpapar dahulu"), tables=[_units(found)], source=source),
        Section(anchor="jabatan", title=_("Menurut jabatan"), tables=[_by_position(found)], source=source),
    ]


def _columns(first: str) -> list[Column]:
    return [Column(text=first), *(Column(text=str(GROUPS[group]), number=True) for group in (True, False))]


def _office(found: Reached) -> Table:
    rows = []
    for measure, text in MEASURES.items():
        url = f"{reverse('coverage')}?ukuran={measure}"
        cells = [Cell(text=said(found.office[group], measure, found.at), url=url) for group in (True, False)]
        rows.append([Cell(text=str(text)), *cells])
    return Table(caption=_("Seluruh instansi, tahun ini"), columns=_columns(_("Yang dihitung")), rows=rows)


def _units(found: Reached) -> Table:
    return Table(
        caption=_("Hadir dalam kegiatan tahun ini, tiap unit bersama unit di bawahnya"),
        columns=_columns(_("Unit")),
        rows=[
            [
                Cell(text=row.unit.name, url=unit_address(row)),
                *(Cell(text=said(groups[group], "attended", found.at)) for group in (True, False)),
            ]
            for row, groups in found.units
        ],
        empty_title=_("Belum ada unit"),
        empty_text=_("Unit muncul di sini setelah dimasukkan dalam register."),
    )


def _by_position(found: Reached) -> Table:
    order = [code for code in POSITIONS if code in found.by_position]
    return Table(
        caption=_("Hadir dalam kegiatan tahun ini, menurut jabatan"),
        columns=_columns(_("Jabatan")),
        rows=[
            [
                Cell(text=word(POSITIONS, code), url=f"{reverse('coverage')}?jabatan={code}"),
                *(Cell(text=said(found.by_position[code][group], "attended", found.at)) for group in (True, False)),
            ]
            for code in order
        ],
        empty_title=_("Belum ada daftar pegawai"),
        empty_text=_("Tanpa daftar pegawai tidak ada penyebut."),
    )


def _gains(rows: list[TestResult], desk: Desk) -> Section:
    if not rows:
        return Section(
            anchor="hasil-tes",
            title=_("Hasil tes"),
            empty=Empty(
                title=_("Belum ada hasil tes"),
                text=_("Hasil muncul setelah sesi bertes ditutup dan paling sedikit lima orang mengerjakan keduanya."),
            ),
        )
    figure = figure_of(rows, desk.day)
    return Section(
        anchor="hasil-tes",
        title=figure["finding"],
        picture=figure["picture"],
        tables=[
            Table(
                caption=_("Tes sebelum dan sesudah, sesi terakhir di atas"),
                columns=[Column(text=_("Kegiatan")), *result_columns()],
                rows=[_gain_cells(row) for row in rows],
            )
        ],
        notes=[_("Angka kelompok saja; nilai perorangan dihapus ketika sesi ditutup. Kenaikan bukan bukti sebab.")],
        source=Source(text=figure["source"], as_of=desk.day, n=figure["n"]),
    )


def _gain_cells(row: TestResult) -> list[Cell]:
    activity = row.session.activity
    return [Cell(text=activity.title, url=reverse("activity_test", args=[activity.pk])), *result_cells(row)]
