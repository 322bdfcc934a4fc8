"""What the views of the index share: where a unit opens, how it is told, and what stands there before any run."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.index.models import IndexRun
from sinetra.apps.insight.control_room.units import MOST, Units
from sinetra.core.index.result import Placed, Zone
from sinetra.web.index_view import between, percent, points, rank_words, zone_cell
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.control_room.frame import Empty, Section, Source


def no_run(actor: Actor) -> Section:
    may_compute = may(actor, "index.compute")
    return Section(
        anchor="indeks",
        title=_("Indeks belum dihitung"),
        empty=Empty(
            title=_("Indeks kerawanan belum pernah dihitung di sini"),
            text=_("Impor daftar pegawai dan wilayah dahulu. Sesudah itu indeks dihitung setiap malam, atau sekarang."),
            link=Link(text=_("Hitung indeks sekarang"), url=reverse("compute_index")) if may_compute else None,
        ),
    )


def no_unit() -> Section:
    return Section(
        anchor="indeks",
        title=_("Belum ada wilayah atau unit Anda dalam indeks"),
        empty=Empty(
            title=_("Belum ada wilayah atau unit Anda dalam indeks"),
            text=_("Unit di bawah 20 ASN dihitung di dalam induknya. Impor daftar pegawai untuk menambah unit."),
        ),
    )


def source_of(run: IndexRun, *, n: int | None = None) -> Source:
    text = _("Indeks kerawanan %(method)s, wilayah dan unit saja") % {"method": run.configuration}
    return Source(text=text, as_of=run.day, at=run.computed_at, n=n)


def list_address(found: Units) -> str:
    """Every unit that the office sees, a page at a time."""
    return reverse("index" if found.everywhere else "own_index")


def rest(found: Units) -> list[Link]:
    """To the units that a table of the first ``MOST`` leaves out."""
    return [Link(text=_("Lihat seluruh daftar"), url=list_address(found))] if found.number > MOST else []


def why(code: str) -> str:
    """View 4 of one unit."""
    return f"{reverse('room_why')}?unit={code}"


def sure_words(unit: Placed) -> str:
    """How many recomputations agree; a dash where too little is known to name a zone."""
    if unit.zone is Zone.GREY:
        return "–"
    sure = percent(unit.p_zone.get(unit.zone))
    return sure if unit.stable else _("%(share)s, belum stabil") % {"share": sure}


def unit_columns() -> list[Column]:
    return [
        Column(text=_("Wilayah atau unit")),
        Column(text=_("Zona")),
        Column(text=_("Kepastian zona"), number=True),
        Column(text=_("Skor, 0 sampai 100"), number=True),
        Column(text=_("Bila yang belum diketahui terisi"), number=True),
        Column(text=_("Peringkat"), number=True),
        Column(text=_("Data lengkap"), number=True),
    ]


def unit_cells(unit: Placed, run: IndexRun) -> list[Cell]:
    return [
        Cell(text=unit.name, url=why(unit.code)),
        Cell(text=zone_cell(unit)),
        Cell(text=sure_words(unit)),
        Cell(text=points(unit.score)),
        Cell(text=between(unit)),
        Cell(text=rank_words(unit, run)),
        Cell(text=percent(unit.completeness)),
    ]
