"""View 6, *Pola*: what matters are about, by which channel they came, in which stage, and which posts they name."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpResponse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.control_room.parts import UNNAMED, Part
from sinetra.apps.insight.control_room.counts import Counts, counts
from sinetra.apps.insight.control_room.patterns import ENOUGH, LEAST, Pattern, PatternRow, patterns
from sinetra.core.charts import Chart, Kind, Patterns, draw_patterns
from sinetra.web import chart_words
from sinetra.web.access import StaffRequest, staff
from sinetra.web.charts import marks
from sinetra.web.law_words import ACTS, POSITIONS, STAGES, Words, word
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.control_room.counted import not_counted, source_of
from sinetra.web.staff.control_room.frame import Section, View
from sinetra.web.staff.control_room.funnel import behind_url
from sinetra.web.staff.control_room.page import Desk, desk_of, view_page
from sinetra.web.staff.control_room.words import number, share, times
from sinetra.web.staff.words import KINDS

CODE = "room_patterns"
#: Rows of a drawing; the table has all. Below so many no row is called the most frequent.
MOST, FEW = 10, 10
_WORDS: Mapping[Part, Words] = {Part.ACT: ACTS, Part.KIND: KINDS, Part.STAGE: STAGES, Part.POSITION: POSITIONS}
#: How the address of the list behind names what is asked for; a position is sealed in its matter and has no list.
_ASKED = {Part.ACT: "tindakan", Part.KIND: "jalur", Part.STAGE: "tahapan"}


@staff("matter.read")
def patterns_page(request: StaffRequest) -> HttpResponse:
    desk = desk_of(request)
    return view_page(request, desk, patterns_view(request.actor, desk))


def patterns_view(actor: Actor, desk: Desk) -> View:
    found = counts(actor)
    del desk
    sections = [not_counted()] if found is None else [_section(item, found) for item in patterns(actor, found)]
    return View(
        code=CODE,
        title=_("Pola"),
        lead=_("Apa yang dipersoalkan, lewat jalur mana, pada tahapan mana, dan jabatan apa yang disebut."),
        sections=sections,
    )


def _titles() -> Mapping[Part, str]:
    return {
        Part.ACT: _("Menurut perbuatan"),
        Part.KIND: _("Menurut jalur masuk"),
        Part.STAGE: _("Menurut tahapan"),
        Part.POSITION: _("Menurut jabatan, dibanding susunan pegawai"),
    }


def _section(found: Pattern, counted: Counts) -> Section:
    is_position = found.part is Part.POSITION
    titles = _titles()
    text = (
        _("Orang dalam perkara kantor ini, tanpa yang tidak terbukti")
        if is_position
        else _("Perkara kantor ini, tanpa yang tidak terbukti")
    )
    return Section(
        anchor=found.part.value,
        title=_finding(found, titles[found.part]),
        picture=_chart(found).svg,
        tables=[_positions(found) if is_position else _plain(found, titles[found.part])],
        notes=_notes(found),
        source=source_of(counted, text, n=found.total),
    )


def _chart(found: Pattern) -> Chart:
    """The table below says the same; a relative risk only where enough people have a known post."""
    return draw_patterns(
        Patterns(
            name=f"pola-{found.part.value}",
            title=_finding(found, _titles()[found.part]),
            kinds=[_kind(found, row) for row in found.rows if row.code != UNNAMED][:MOST],
            words=chart_words.patterns(),
            marks=marks(),
        )
    )


def _kind(found: Pattern, row: PatternRow) -> Kind:
    name = _name(found.part, row.code)
    if found.part is not Part.POSITION:
        return Kind(name=name, matters=row.number.matters, share=100 * row.share)
    if row.ratio is None or row.staff is None:
        staff = None if row.staff is None else 100 * row.staff
        return Kind(name=name, matters=row.number.persons, share=100 * row.share, staff_share=staff)
    return Kind(
        name=name,
        matters=row.number.persons,
        share=100 * row.share,
        staff_share=100 * row.staff,
        risk=row.ratio,
        low=row.low,
        high=row.high,
    )


def _finding(found: Pattern, otherwise: str) -> str:
    """The most frequent, with its share."""
    rows = [row for row in found.rows if row.code != UNNAMED]
    top = max(rows, key=lambda row: row.share, default=None)
    # Of a handful, or where two lead, nothing leads.
    if top is None or found.total < FEW or sum(row.share == top.share for row in rows) > 1:
        return otherwise
    return _("%(what)s: terbanyak %(name)s (%(share)s)") % {
        "what": otherwise,
        "name": _name(found.part, top.code).lower(),
        "share": share(top.share),
    }


def _name(part: Part, code: str) -> str:
    return _("tidak disebut atau lainnya") if code == UNNAMED else word(_WORDS[part], code)


def _plain(found: Pattern, caption: str) -> Table:
    return Table(
        caption=caption,
        columns=[
            Column(text=_("Yang dihitung")),
            Column(text=_("Perkara"), number=True),
            Column(text=_("Orang"), number=True),
            Column(text=_("Bagian perkara"), number=True),
        ],
        rows=[
            [
                Cell(text=_name(found.part, row.code)),
                Cell(text=number(row.number.matters), url=behind_url(**{_ASKED[found.part]: row.code})),
                Cell(text=number(row.number.persons)),
                Cell(text=share(row.share)),
            ]
            for row in found.rows
        ],
        empty_title=_("Belum ada perkara"),
        empty_text=_("Perkara yang dibuka atau masuk akan terhitung di sini."),
    )


def _positions(found: Pattern) -> Table:
    return Table(
        caption=_("Menurut jabatan"),
        columns=[
            Column(text=_("Jabatan")),
            Column(text=_("Orang"), number=True),
            Column(text=_("Bagian dari yang jabatannya disebut"), number=True),
            Column(text=_("Bagian pegawai"), number=True),
            Column(text=_("Perbandingan"), number=True),
        ],
        rows=[_position_cells(row) for row in found.rows],
        empty_title=_("Belum ada orang yang jabatannya disebut"),
        empty_text=_("Jabatan terhitung setelah perkara menyebutnya."),
    )


def _position_cells(row: PatternRow) -> list[Cell]:
    unnamed = row.code == UNNAMED
    return [
        Cell(text=_name(Part.POSITION, row.code)),
        Cell(text=number(row.number.persons)),
        Cell(text="–" if unnamed else share(row.share)),
        Cell(text="–" if unnamed else share(row.staff)),
        Cell(text=times(row.ratio, row.low, row.high)),
    ]


def _notes(found: Pattern) -> list[str]:
    if found.part is Part.ACT:
        return [_("Satu perkara dapat memuat beberapa perbuatan; jumlahnya melebihi jumlah perkara.")]
    if found.part is not Part.POSITION:
        return []
    notes = [
        _("Jabatan tersegel dalam tiap perkara. Karena itu angka ini tidak punya daftar."),
        _("Perbandingan: 2 kali berarti dua kali bagiannya di antara pegawai. Bukan nilai orang mana pun."),
        _("Perbandingan baru ditulis bila jabatan %(n)s orang atau lebih disebut, %(least)s di antaranya jabatan itu.")
        % {"n": ENOUGH, "least": LEAST},
        _("Dalam kurung: selang 95 persen. Bila memuat 1, tidak ada beda yang dapat dikatakan."),
    ]
    if all(row.staff is None for row in found.rows):
        notes.append(
            _("Belum ada pembanding: susunan pegawai tidak ada di sini, atau kelompoknya terlalu kecil untuk ditulis.")
        )
    return notes
