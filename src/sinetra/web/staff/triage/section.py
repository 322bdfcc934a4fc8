"""Parts of other pages: what may become of a report, what may be the same event, which reports a matter holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.apps.cases.joined import Sources, is_joinable, sources_of
from sinetra.apps.cases.models import Matter
from sinetra.apps.cases.partners import offices_for_transfer
from sinetra.apps.cases.related import Related, related
from sinetra.apps.cases.triage import is_information
from sinetra.apps.reports.models import Report
from sinetra.apps.reports.selectors import ReportView
from sinetra.apps.reports.vocabulary import OPENABLE, ReportState
from sinetra.ports.clock import zone_of
from sinetra.web.format import moment_text
from sinetra.web.parts import Link
from sinetra.web.staff.ticked import pick_of
from sinetra.web.words import ACTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One report that may tell of the same event: ``why`` in facts, ``join`` the way to put both together."""

    link: Link
    why: str
    join: Link | None
    apart: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    link: Link
    note: str
    separate: str


def ways(actor: Actor, row: Report) -> list[Link]:
    """Verbs besides opening it as a matter."""
    found = []
    if row.state in OPENABLE and may(actor, "report.join", row):
        found.append(Link(text=_("Gabungkan pada perkara"), url=reverse("join_report", args=[row.pk])))
    if row.state == ReportState.NEW and is_information(row) and may(actor, "report.keep", row):
        found.append(Link(text=_("Simpan sebagai informasi awal"), url=reverse("keep_report", args=[row.pk])))
    if row.state in (ReportState.NEW, ReportState.KEPT) and is_information(row) and may(actor, "report.set_aside", row):
        found.append(Link(text=_("Tidak ditangani"), url=reverse("set_aside_report", args=[row.pk])))
    if row.state == ReportState.JOINED and may(actor, "report.separate", row):
        found.append(Link(text=_("Pisahkan dari perkara"), url=reverse("separate_report", args=[row.pk])))
    return found


def may_send_on(actor: Actor, row: Report) -> bool:
    """Only a report: information of another place is answered with the office to tell it to."""
    if row.state != ReportState.NEW or is_information(row) or not may(actor, "matter.transfer", row):
        return False
    return offices_for_transfer(Matter(organisation=row.organisation)).exists()


def proposals(actor: Actor, view: ReportView) -> list[Proposal]:
    if not may(actor, "report.join", view.report):
        return []
    return [_proposal(view.report, found) for found in related(actor, view)]


def _proposal(own: Report, found: Related) -> Proposal:
    return Proposal(
        link=_link(found.report),
        why=_why(found),
        join=_join(own, found),
        apart=reverse("tell_apart", args=[own.pk, found.report.pk]),
    )


def _why(found: Related) -> str:
    """Facts that both share, and no measure of how much."""
    days = found.days_apart
    said = [
        _("tempat sama") if found.same_place else _("kecamatan sama"),
        _("hari sama") if not days else ngettext("selisih %(n)s hari", "selisih %(n)s hari", days) % {"n": days},
        _("perbuatan sama: %(acts)s") % {"acts": "; ".join(str(ACTS.get(code, code)) for code in found.same_acts)},
    ]
    if found.same_role:
        said.append(_("jabatan sama"))
    if found.same_words:
        said.append(_("kata-katanya hampir sama, mungkin salinan"))
    return ", ".join(said)


def _join(own: Report, found: Related) -> Link | None:
    """To the matter of the other, or to one page that opens a matter of both."""
    if own.state in OPENABLE and found.matter is not None:
        query = urlencode({"perkara": found.matter.number})
        address = f"{reverse('join_report', args=[own.pk])}?{query}"
        return Link(text=_("Gabungkan pada %(number)s") % {"number": found.matter.number}, url=address)
    if own.state in OPENABLE and found.report.state in OPENABLE:
        query = urlencode([("pick", pick_of(own)), ("pick", pick_of(found.report))])
        return Link(text=_("Gabungkan keduanya"), url=f"{reverse('group_chosen')}?{query}")
    matter = own.in_matter
    if found.report.state in OPENABLE and matter is not None and is_joinable(matter):
        query = urlencode({"perkara": matter.number})
        address = f"{reverse('join_report', args=[found.report.pk])}?{query}"
        return Link(text=_("Gabungkan pada %(number)s") % {"number": matter.number}, url=address)
    return None


def _link(row: Report) -> Link:
    zone = zone_of(row.region_id).abbreviation
    at = moment_text(row.filed_at, row.filed_on, zone, get_language() or "id")
    return Link(text=f"{row.region.name}, {at}", url=reverse("received_report", args=[row.pk]))


def source_lines(actor: Actor, matter: Matter) -> tuple[str, Sequence[SourceLine]]:
    """How many reports a matter has, and the way to those that were joined; nothing for one report alone."""
    found = sources_of(actor, matter)
    if not found.joined:
        return "", ()
    return _counted(found), [_line(actor, row) for row in found.joined]


def _counted(found: Sources) -> str:
    """How many, never how good."""
    n = found.independent
    said = ngettext("%(n)s laporan", "%(n)s laporan", n) % {"n": n}
    if not found.copies:
        return said
    copies = ngettext("ditambah %(n)s salinan", "ditambah %(n)s salinan", found.copies) % {"n": found.copies}
    return f"{said}, {copies}"


def _line(actor: Actor, row: Report) -> SourceLine:
    may_separate = row.state == ReportState.JOINED and may(actor, "report.separate", row)
    return SourceLine(
        link=_link(row),
        note=_("salinan") if row.is_copy else "",
        separate=reverse("separate_report", args=[row.pk]) if may_separate else "",
    )
