"""*Ikrar*: the versions of an office, and how many of each unit have signed. No name of anybody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import chain
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.paging import page
from sinetra.apps.base.policy import may, visible
from sinetra.apps.prevention.models import PledgeText
from sinetra.apps.prevention.selectors import pledge_counts, unit_pledges
from sinetra.apps.prevention.selectors import pledges as texts_of
from sinetra.apps.prevention.selectors.pledge_counts import UnitCount
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.prevention.small_units import SMALLEST
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import day_text, number_text
from sinetra.web.parts import Cell, Column, Link, Table
from sinetra.web.staff.prevention.tabs import tabs
from sinetra.web.workbook import Sheet, Value, about, workbook_response

KINDS: dict[str, str | Promise] = {
    PledgeText.Kind.OATH: pgettext_lazy("jenis teks", "Ikrar"),
    PledgeText.Kind.PLEDGE: _lazy("Pakta integritas"),
}
_MOST_VERSIONS = 100


def office_day(actor: Actor) -> date:
    return today(visible(actor, Organisation).get(pk=actor.office).region_id)


def version_said(text: PledgeText) -> str:
    return _("%(title)s, versi %(number)s") % {"title": text.title, "number": text.number}


@staff("pledge.read")
def pledges(request: StaffRequest) -> HttpResponse:
    actor, day = request.actor, office_day(request.actor)
    versions = list(texts_of.texts(actor).order_by("-number", "kind")[:_MOST_VERSIONS])
    current = {row.pk for row in texts_of.in_force(actor.office, day)}
    counted = _counted(request, versions, day)
    context = {
        "title": _("Ikrar dan pakta integritas"),
        "tabs": tabs(actor, "pledges"),
        "versions": _versions([row for row in versions if may(actor, "pledge.write") or row.published_at], current),
        "own_units": unit_pledges.own_units(actor),
        "new": _new(actor),
        "counted": counted,
        "choices": [row for row in versions if row.published_at],
        "table": _units(request, counted) if counted else None,
        "smallest": SMALLEST,
    }
    return render(request, "staff/pledge/pledges.html", context)


def _counted(request: HttpRequest, versions: Sequence[PledgeText], day: date) -> PledgeText | None:
    """The version that ``?teks=`` names; else the one in force, or the last that was published."""
    published = [row for row in versions if row.published_at]
    wanted = request.GET.get("teks")
    if wanted:
        found = next((row for row in published if str(row.pk) == wanted), None)
        if found is None:
            raise NotFound(gettext_noop("Teks ikrar ini tidak ada."))
        return found
    begun = [row for row in published if row.in_force_from is not None and row.in_force_from <= day]
    return next(iter(begun or published), None)


def _new(actor: Actor) -> list[Link]:
    if not may(actor, "pledge.write"):
        return []
    words = {PledgeText.Kind.OATH: _("Tulis ikrar"), PledgeText.Kind.PLEDGE: _("Tulis pakta integritas")}
    return [Link(text=word, url=f"{reverse('new_pledge_text')}?jenis={kind}") for kind, word in words.items()]


def _versions(rows: Iterable[PledgeText], current: Collection[UUID]) -> Table:
    def state(row: PledgeText) -> Cell:
        if row.published_at is None:
            return Cell(text=_("konsep"), sentiment="attention")
        if row.pk in current:
            return Cell(text=_("berlaku"), sentiment="good")
        return Cell(text=_("terbit"), sentiment="plain")

    language = get_language() or "id"
    return Table(
        caption=_("Versi teks"),
        columns=[Column(text=text) for text in (_("Teks"), _("Jenis"), _("Keadaan"), _("Berlaku sejak"))],
        rows=[
            [
                Cell(text=version_said(row), url=reverse("pledge_text", args=[row.pk])),
                Cell(text=str(KINDS[row.kind])),
                state(row),
                Cell(text=day_text(row.in_force_from, language, weekday=False) if row.in_force_from else "–"),
            ]
            for row in rows
        ],
        empty_title=_("Belum ada teks"),
        empty_text=_("Satu orang menulis konsep dari contoh, orang lain memeriksa dan menerbitkannya."),
    )


def _units(request: StaffRequest, text: PledgeText) -> Table:
    """A page of units by code; two queries count for all of them."""
    found = page(pledge_counts.units(request.actor), order=("code",), after=request.GET.get("after"))
    counts = pledge_counts.of_units(request.actor, text, found)
    chosen = {"teks": str(text.pk)}
    return Table(
        caption=_("Yang sudah menandatangani, per unit"),
        columns=[
            Column(text=_("Unit")),
            Column(text=_("Tanda tangan"), number=True),
            Column(text=_("Pimpinan")),
        ],
        rows=[_unit_cells(row) for row in counts],
        newer=f"?{urlencode(chosen)}" if request.GET.get("after") else "",
        older=f"?{urlencode(chosen | {'after': found.next_token})}" if found.next_token else "",
        empty_title=_("Belum ada unit"),
        empty_text=_("Unit masuk bersama daftar pegawai, di Register."),
    )


def _unit_cells(row: UnitCount) -> list[Cell]:
    language = get_language() or "id"
    number = _("belum lengkap")
    if row.signed is not None and row.eligible is not None:
        parts = {"signed": number_text(row.signed, language), "all": number_text(row.eligible, language)}
        number = _("%(signed)s dari %(all)s") % parts
    return [Cell(text=row.unit.name), Cell(text=number), Cell(text=_leader_said(row) or "–")]


def _leader_said(row: UnitCount) -> str:
    """Never that somebody has not: an empty place has several reasons."""
    return _("pimpinan sudah menandatangani") if row.leader_signed else ""


@staff("pledge.read")
def pledges_xlsx(request: StaffRequest) -> HttpResponse:
    """The same rows as the page, all of them, with the same words for small units."""
    day = office_day(request.actor)
    text = _counted(request, list(texts_of.texts(request.actor).order_by("-number", "kind")[:_MOST_VERSIONS]), day)
    if text is None:
        raise NotFound(gettext_noop("Teks ikrar ini tidak ada."))
    head: list[Value] = [_("Kode"), _("Unit"), _("Sudah menandatangani"), _("Dari"), _("Pimpinan")]
    rows = chain([head], map(_line, pledge_counts.of_all_units(request.actor, text)))
    table = Sheet(title=_("Ikrar"), rows=rows, widths=(18, 50, 22, 14, 34), freeze="A2")
    lines = (
        version_said(text),
        day_text(day, get_language() or "id"),
        _("Unit di bawah %(n)s orang selalu bertulisan “belum lengkap”, juga bila semua sudah.") % {"n": SMALLEST},
        _("Sudah atau belum menandatangani bukan fakta dalam perkara, keputusan, atau indeks mana pun."),
    )
    return workbook_response(f"sinetra-ikrar-{day.isoformat()}.xlsx", table, about(lines))


def _line(row: UnitCount) -> list[Value]:
    numbers: list[Value] = [_("belum lengkap"), ""] if row.signed is None else [row.signed, row.eligible]
    return [row.unit.code, row.unit.name, *numbers, _leader_said(row)]
