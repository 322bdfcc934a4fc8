"""The tables of heads, leave, days away and pairs of one regional government; each row leads to its correction."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.base.policy import may, visible
from sinetra.apps.base.row import Row
from sinetra.apps.registry.heads import pair_label
from sinetra.apps.registry.models import CampaignLeave, ElectionPair, HeldRole, Organisation
from sinetra.core.casework.away import Away, away
from sinetra.core.casework.heads import HeldKind, OfficeFacts
from sinetra.web.access import StaffRequest
from sinetra.web.law_words import BODIES, CONFIDENCE
from sinetra.web.parts import Cell, Column, Table
from sinetra.web.staff.lists import table
from sinetra.web.staff.registry_words import HELD_KINDS, HELD_ROLES, day_in_words
from sinetra.web.templatetags.words import election_name

SHORT = 20  # of what there is little; the offices themselves are a paged list


def offices(request: StaffRequest, office: Organisation) -> Table:
    heads = (_("Jabatan"), _("Pemegang"), _("Jenis"), _("Masa"), _("Sumber"), _("Langkah"))
    return table(
        request,
        visible(request.actor, HeldRole).filter(organisation=office),
        order=("-from_on", "-id"),
        caption=_("Jabatan, yang terbaru di atas"),
        columns=[Column(text=text) for text in heads],
        cells=lambda row: [
            Cell(text=str(HELD_ROLES[row.role])),
            Cell(text=row.holder_name),
            Cell(text=str(HELD_KINDS[row.kind])),
            Cell(text=_span(row)),
            Cell(text=f"{row.source} ({CONFIDENCE[row.confidence]})"),
            _correct(request, "registry.hold_role", "change_held_role", row),
        ],
        empty=(_("Belum ada jabatan"), _("Catat kepala daerah, wakil, dan sekretaris daerah dengan sumbernya.")),
    )


def _correct(request: StaffRequest, verb: str, address: str, row: Row) -> Cell:
    if not may(request.actor, verb, row):
        return Cell(text="–")
    return Cell(text=_("Betulkan"), url=reverse(address, args=[row.pk]))


def _span(row: HeldRole | CampaignLeave) -> str:
    first = day_in_words(row.from_on)
    return f"{first} – {day_in_words(row.until_on)}" if row.until_on else _("sejak %(first)s") % {"first": first}


def leaves(request: StaffRequest, office: Organisation) -> Table:
    rows = visible(request.actor, CampaignLeave).filter(organisation=office).select_related("organisation")
    heads = (_("Pemegang"), _("Masa"), _("Diberikan oleh"), _("KPU diberi tahu"), _("Sumber"), _("Langkah"))
    return Table(
        caption=_("Cuti kampanye"),
        columns=[Column(text=text) for text in heads],
        rows=[
            [
                Cell(text=row.holder_name),
                Cell(text=_span(row)),
                Cell(text=str(BODIES[row.given_by]) if row.given_by else _("belum diketahui")),
                Cell(text=day_in_words(row.told_kpu_on) if row.told_kpu_on else _("belum diketahui")),
                Cell(text=f"{row.source} ({CONFIDENCE[row.confidence]})"),
                _correct(request, "registry.record_leave", "change_leave", row),
            ]
            for row in rows.order_by("-from_on", "-id")[:SHORT]
        ],
        empty_title=_("Belum ada cuti kampanye"),
        empty_text=_("Petahana yang mencalonkan diri di daerahnya cuti selama seluruh masa kampanye."),
    )


def days_away(facts: OfficeFacts) -> Table | None:
    """None where no head was ever on leave."""
    found = away(facts)[-SHORT:]
    if not found:
        return None
    return Table(
        caption=_("Selama kepala daerah cuti"),
        columns=[Column(text=text) for text in (_("Masa"), _("Yang cuti"), _("Semestinya"), _("Tercatat"))],
        rows=[
            [
                Cell(text=f"{day_in_words(one.first)} – {day_in_words(one.last)}"),
                Cell(text=_("kepala daerah dan wakil") if one.deputy_away else _("kepala daerah saja")),
                Cell(text=str(HELD_KINDS[one.wanted]) if one.wanted else _("belum diketahui; wakil tidak tercatat")),
                _recorded(one),
            ]
            for one in reversed(found)
        ],
    )


def _recorded(one: Away) -> Cell:
    """A Pjs for both, a Plt for the head alone; another kind is pointed out, a missing one too."""
    said = ", ".join(f"{HELD_KINDS[HeldKind(term.kind)]}: {term.holder}" for term in one.recorded)
    return Cell(text=said or _("belum tercatat"), sentiment="attention" if one.as_wanted is False else "")


def pairs(request: StaffRequest, region: str) -> Table:
    rows = visible(request.actor, ElectionPair).filter(region_id=region).select_related("region")
    heads = (_("Pemilihan"), _("Pasangan"), _("Petahana"), _("Masa"), _("Langkah"))
    return Table(
        caption=_("Pasangan calon di daerah ini"),
        columns=[Column(text=text) for text in heads],
        rows=[
            [
                Cell(text=election_name(row.election)),
                Cell(text=_("Kolom kosong") if row.is_empty_column else pair_label(row)),
                Cell(text=_("ya") if row.has_incumbent else _("tidak")),
                Cell(text=_running(row)),
                Cell(text="–") if row.is_empty_column else _correct(request, "registry.store_pair", "change_pair", row),
            ]
            for row in rows.order_by("-election", "number", "id")[:SHORT]
        ],
        empty_title=_("Belum ada pasangan calon"),
        empty_text=_("Pasangan dicatat setelah KPU menetapkannya, dengan sumbernya."),
    )


def _running(row: ElectionPair) -> str:
    if row.withdrawn_on:
        return _("tidak lagi sejak %(day)s") % {"day": day_in_words(row.withdrawn_on)}
    if row.runs_from:
        return _("sejak %(first)s") % {"first": day_in_words(row.runs_from)}
    return _("hari pertama belum dicatat")
