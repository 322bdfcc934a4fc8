"""One file: what it is, what it tells besides its content, its copies, what it looks like elsewhere."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from csp.decorators import csp_update
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sinetra.apps.base.policy import may
from sinetra.apps.evidence.alike import Alike, AlikeView, alike_to
from sinetra.apps.evidence.file_reads import FileView, file_view, metadata_of
from sinetra.apps.evidence.models import Evidence
from sinetra.core.evidence.metadata import PLACE, UNREAD, Item
from sinetra.ports.clock import zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.evidence_words import kind_text
from sinetra.web.format import instant_text, size_text
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.evidence.states import states
from sinetra.web.staff.evidence.words import HIDDEN, METADATA

_IDENTICAL = 4


@staff("evidence.read")
@require_safe
@csp_update({"media-src": ["'self'"]})  # type: ignore[arg-type]
def evidence_file(request: StaffRequest, pk: UUID) -> HttpResponse:
    view = file_view(request.actor, pk)
    alike = alike_to(request.actor, view.evidence)
    read = metadata_of(view)
    told = read or ()
    shown = view.to_show
    context = {
        "view": view,
        "title": view.name or _("berkas tanpa nama"),
        "states": states(view),
        "facts": _facts(view),
        "shown": shown,
        "shows_picture": shown is not None and shown.media_type.startswith("image/"),
        "sounds": view.evidence.media_type.startswith("audio/"),
        "place": next((item.value for item in told if item.name == PLACE), ""),
        "metadata": [_told(item) for item in told if not item.name.startswith("hidden.") and item.name != UNREAD],
        "hidden": [str(HIDDEN.get(item.name, item.name)) for item in told if item.name.startswith("hidden.")],
        "is_read": read is not None,
        "is_partly_read": any(item.name == UNREAD for item in told),
        "may_mask": bool(view.cleaned and view.cleaned.width) and may(request.actor, "evidence.mask", view.evidence),
        "masked": [_masked(copy, view) for copy in view.masked],
        **_elsewhere(alike),
        "back": back_to(view.evidence),
    }
    return render(request, "staff/evidence/one.html", context)


def back_to(evidence: Evidence) -> Link:
    matter = evidence.report.in_matter
    if matter is not None:
        return Link(text=_("Kembali ke perkara %(number)s") % {"number": matter.number}, url=_address(matter.pk))
    return Link(text=_("Kembali ke laporan"), url=reverse("received_report", args=[evidence.report_id]))


def _address(matter: UUID) -> str:
    return reverse("matter", args=[matter])


def _facts(view: FileView) -> list[Pair]:
    row, language = view.evidence, get_language() or "id"
    zone = zone_of(row.report.region_id)
    return [
        Pair(term=_("Jenis menurut isi"), value=kind_text(row.media_type)),
        Pair(term=_("Ukuran"), value=size_text(row.size, language)),
        Pair(term=_("Diterima"), value=instant_text(row.received_at, zone, language)),
        Pair(term=_("SHA-256 berkas asli"), value=_digest(row.sha256)),
        *([Pair(term=_("SHA-256 salinan bersih"), value=_digest(view.cleaned.sha256))] if view.cleaned else []),
    ]


def _digest(sha256: str) -> SafeString:
    return format_html('<code class="digest">{}</code>', sha256)


def _told(item: Item) -> Pair:
    known = METADATA.get(item.name)
    return Pair(term=str(known) if known else item.name.partition(".")[2], value=item.value)


def _masked(copy: Any, view: FileView) -> tuple[str, str]:
    zone = zone_of(view.evidence.report.region_id)
    made = instant_text(copy.made_at, zone, get_language() or "id")
    return made, reverse("evidence_copy", args=[copy.pk])


def _elsewhere(alike: Alike) -> dict[str, Any]:
    return {"alike": [_alike(one) for one in alike.known], "elsewhere": alike.elsewhere}


def _alike(one: AlikeView) -> tuple[str, Link, Link]:
    """How near, the file, and the matter or report that it belongs to."""
    near = _("hampir sama persis") if one.distance <= _IDENTICAL else _("mirip, mungkin dipotong atau tangkapan layar")
    if one.matter_id is not None:
        place = Link(text=_("perkara %(number)s") % {"number": one.number}, url=_address(one.matter_id))
    else:
        place = Link(text=_("laporan yang belum dibuka"), url=reverse("received_report", args=[one.report_id]))
    return near, Link(text=_("Bandingkan"), url=reverse("evidence_file", args=[one.evidence_id])), place
