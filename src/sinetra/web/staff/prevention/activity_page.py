"""One activity: what it is, when and where, who comes, what was promised, and what the press says of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from sinetra.apps.agreements.models import Agreement
from sinetra.apps.base.policy import may, visible
from sinetra.apps.prevention.models import Activity, ActivityFile, ActivitySession, Circular, Commitment
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import size_text
from sinetra.web.parts import Cell, Clock, Column, Link, Pair, Table
from sinetra.web.public.participation.session_facts import hours_said, session_title
from sinetra.web.staff.prevention.activity_links import activity_links
from sinetra.web.staff.prevention.attendance.words import STATES
from sinetra.web.staff.prevention.press_facts import press_facts
from sinetra.web.staff.prevention.words import (
    FILES,
    KINDS,
    day_said,
    group_word,
    language,
    mark,
    participants,
)

MOST = 60


@staff("activity.read")
def activity(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    may_plan = may(request.actor, "activity.plan", row)
    context: dict[str, Any] = {
        "activity": row,
        "mark": mark(row),
        "pairs": _pairs(row),
        "sessions": sessions_table(row, with_attendance=may(request.actor, "attendance.read", row)),
        "links": activity_links(request.actor, row),
        "delegates": row.delegates.order_by("place", "id")[:MOST],
        "speakers": row.named_speakers.order_by("place", "id")[:MOST],
        "agenda": [line for line in row.agenda.splitlines() if line.strip()],
        "units": row.invited_units.select_related("unit", "letter").order_by("unit__name", "id")[:MOST],
        "commitments": commitments_table(row, today(row.region_id)),
        "files": files_table(request, row),
        "facts": press_facts(request.actor, row),
        "agreements": visible(request.actor, Agreement).filter(story=row.story) if row.story else (),
        "circulars": visible(request.actor, Circular).filter(story=row.story) if row.story else (),
        "may_change": may_plan and row.state != Activity.State.CANCELLED and not row.known_from_press_only,
        "may_confirm": row.known_from_press_only and may(request.actor, "activity.confirm", row),
        "is_planned": row.state == Activity.State.PLANNED,
        "has_begun": row.starts_on is not None and row.starts_on <= today(row.region_id),
        "back": Link(text=_("Semua kegiatan"), url=reverse("activities")),
    }
    return render(request, "staff/prevention/activity.html", context)


def _pairs(row: Activity) -> list[Pair]:
    said = [
        (_("Jenis"), KINDS[row.kind]),
        (_("Tanggal"), day_said(row.starts_on)),
        (_("Lama"), _length(row.duration_days)),
        (_("Tempat"), str(row.region) if row.region else ""),
        (_("Lokasi"), "; ".join(row.venues)),
        (_("Penyelenggara"), row.organiser),
        (_("Dibuka atau dipimpin oleh"), row.opened_by),
        (_("Tema"), row.theme),
        (_("Unit"), "; ".join(row.units)),
        (_("Sasaran"), "; ".join([*row.audience, *map(group_word, row.groups)])),
        (_("Peserta"), participants(row)),
        (_("Mencakup non-ASN"), {True: _("ya"), False: _("tidak"), None: ""}[row.covers_non_asn]),
        (_("Alasan dibatalkan"), row.cancel_reason),
    ]
    pairs = [Pair(term=term, value=str(value)) for term, value in said if str(value) not in {"", "–"}]
    if row.programme is not None:
        url = reverse("programme", args=[row.programme.pk])
        pairs.append(Pair(term=pgettext("kegiatan", "Program"), value=row.programme.title, url=url))
    if row.story is not None:
        url = reverse("story", args=[row.story.pk])
        pairs.append(Pair(term=_("Sumber"), value=_("peristiwa dari berita"), url=url))
    if row.meeting_link.startswith("https://"):
        pairs.append(Pair(term=_("Tautan rapat"), value=row.meeting_link, url=row.meeting_link))
    return pairs


def _length(days: int | None) -> str:
    return ngettext("%(n)s hari", "%(n)s hari", days) % {"n": days} if days else ""


def sessions_table(row: Activity, *, with_attendance: bool = False) -> Table:
    """``with_attendance``: each session leads to who came to it."""
    heads = [_("Sesi"), pgettext("sesi", "Hari"), _("Waktu"), _("Tempat"), _("Unit")]
    heads += [_("Keadaan")] if with_attendance else []
    return Table(
        caption=_("Sesi, menurut hari dan jam"),
        columns=[Column(text=text) for text in heads],
        rows=[
            [
                Cell(
                    text=session_title(session),
                    url=reverse("session", args=[session.pk]) if with_attendance else "",
                ),
                Cell(text=day_said(session.day)),
                Cell(text=hours_said(session)),
                Cell(text=session.venue or "–"),
                Cell(text=session.unit.name if session.unit else session.unit_text or "–"),
                *([_state(session)] if with_attendance else []),
            ]
            for session in row.sessions.select_related("unit").order_by("day", "starts_at", "place")[:MOST]
        ],
        empty_title=_("Belum ada sesi"),
        empty_text=_("Tambahkan perhentian kunjungan atau hari rapat, dengan jam dan tempatnya."),
    )


def _state(session: ActivitySession) -> Cell:
    """An open session leads straight to its code on the wall."""
    if session.state == ActivitySession.State.OPEN:
        return Cell(text=_("dibuka: tampilkan kode"), url=reverse("session_screen", args=[session.pk]))
    sentiment, word = STATES[ActivitySession.State(session.state)]
    return Cell(text=str(word), sentiment=sentiment)


def commitments_table(row: Activity, day: Any) -> Table:
    return Table(
        caption=_("Komitmen, yang paling dekat tenggatnya di atas"),
        columns=[Column(text=text) for text in (pgettext("kolom", "Komitmen"), _("Penanggung jawab"), _("Tenggat"))],
        rows=[
            [Cell(text=item.text), Cell(text=item.owner), Cell(clock=commitment_clock(item, day))]
            for item in row.commitments.order_by("due_on", "id")[:MOST]
        ],
    )


def commitment_clock(item: Commitment, day: Any) -> Clock:
    return Clock(label=item.text, due=item.due_on, today=day, done=item.done_on is not None)


def files_table(request: StaffRequest, row: Activity) -> Table | None:
    """None for who may not see files: then the page says nothing of them."""
    if not may(request.actor, "activity.plan", row):
        return None
    found = visible(request.actor, ActivityFile).filter(activity=row).order_by("-id")[:MOST]
    return Table(
        caption=_("Berkas, yang terakhir di atas"),
        columns=[Column(text=_("Berkas")), Column(text=_("Jenis")), Column(text=_("Ukuran"), number=True)],
        rows=[
            [
                Cell(text=item.name, url=reverse("activity_file", args=[item.pk])),
                Cell(text=str(FILES[item.kind])),
                Cell(text=size_text(item.octets, language())),
            ]
            for item in found
        ],
    )
