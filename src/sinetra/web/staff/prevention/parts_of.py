"""Sessions, guests and commitments of an activity, each on a page that lists what is there and takes one more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.actions.add_part import (
    add_commitment,
    add_delegate,
    add_speaker,
    remove_part,
    settle_commitment,
)
from sinetra.apps.prevention.actions.store_session import SessionDraft, store_session
from sinetra.apps.prevention.models import (
    Activity,
    ActivitySession,
    ActivityUnit,
    Commitment,
    Delegate,
    Speaker,
)
from sinetra.apps.prevention.selectors import activities as rows_of
from sinetra.apps.registry.models import Unit
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.ports.clock import today, zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.accounts.attempt import attempt, posted
from sinetra.web.staff.prevention.activity_page import commitment_clock, hours_said
from sinetra.web.staff.prevention.forms import CommitmentForm, DelegateForm, SessionForm, SpeakerForm
from sinetra.web.staff.prevention.words import day_said

MODELS: dict[str, tuple[type[Any], str]] = {
    "sesi": (ActivitySession, "activity_sessions"),
    "rombongan": (Delegate, "activity_delegates"),
    "narasumber": (Speaker, "activity_speakers"),
    "komitmen": (Commitment, "activity_commitments"),
    "unit": (ActivityUnit, "activity_units"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """One part that is there. ``verbs``: word, address and whether it takes something away; each is a POST."""

    title: str
    text: str = ""
    change: str = ""
    clock: Any = None
    verbs: tuple[tuple[str, str], ...] = ()


def _removal(kind: str, pk: UUID) -> tuple[str, str]:
    return _("Hapus"), reverse("remove_part", args=[kind, pk])


def part_page(
    request: StaffRequest,
    row: Activity,
    *,
    title: str,
    lines: Sequence[PartLine],
    form: forms.Form,
    submit: str,
    empty: str,
    is_upload: bool = False,
) -> HttpResponse:
    context = {
        "activity": row,
        "title": title,
        "lines": lines,
        "form": form,
        "submit": submit,
        "empty": empty,
        "is_upload": is_upload,
        "back": Link(text=row.title, url=reverse("activity", args=[row.pk])),
    }
    return render(request, "staff/prevention/part.html", context)


def _added(request: StaffRequest, form: forms.Form, act: Callable[[], object]) -> bool:
    if not form.is_valid() or attempt(form, act) is None:
        return False
    messages.success(request, _("Disimpan."))
    return True


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def sessions(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    form = SessionForm(posted(request), units=_units(request, row, None), initial={"day": row.starts_on})
    if _added(
        request,
        form,
        lambda: store_session(activity=row, draft=SessionDraft(**form.cleaned_data), actor=request.actor),
    ):
        return redirect("activity_sessions", pk=pk)
    zone = zone_of(row.region_id).abbreviation
    lines = [
        PartLine(
            title=session.title or (session.unit.name if session.unit else session.unit_text) or session.venue,
            text=" · ".join(filter(None, (day_said(session.day), hours_said(session, zone), session.venue))),
            change=reverse("change_session", args=[session.pk]),
            verbs=(_removal("sesi", session.pk),),
        )
        for session in row.sessions.select_related("unit").order_by("day", "starts_at", "place")
    ]
    return part_page(
        request,
        row,
        title=_("Sesi dan perhentian"),
        lines=lines,
        form=form,
        submit=_("Tambah sesi"),
        empty=_("Belum ada sesi. Satu kunjungan dapat singgah di beberapa tempat pada satu hari."),
    )


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def change_session(request: StaffRequest, pk: UUID) -> HttpResponse:
    session = rows_of.session(request.actor, pk)
    row = session.activity
    names = ("title", "day", "starts_at", "ends_at", "venue", "unit")
    initial = {name: getattr(session, name) for name in names}
    form = SessionForm(posted(request), units=_units(request, row, session), initial=initial)
    if _added(
        request,
        form,
        lambda: store_session(
            activity=row, draft=SessionDraft(**form.cleaned_data), actor=request.actor, session=session
        ),
    ):
        return redirect("activity_sessions", pk=row.pk)
    context = {
        "form": form,
        "title": _("Ubah sesi"),
        "submit": _("Simpan sesi"),
        "back": Link(text=row.title, url=reverse("activity_sessions", args=[row.pk])),
    }
    return render(request, "staff/prevention/form.html", context)


def _units(request: StaffRequest, row: Activity, session: ActivitySession | None) -> QuerySet[Unit]:
    """Those on the list of the activity, and the one that the session has."""
    chosen = Q(pk__in=row.invited_units.values("unit"))
    own = Q(pk=session.unit_id) if session is not None else Q(pk=None)
    return visible(request.actor, Unit).filter(chosen | own).order_by("name", "id")


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def delegates(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    form = DelegateForm(posted(request))
    if _added(request, form, lambda: add_delegate(activity=row, actor=request.actor, **form.cleaned_data)):
        return redirect("activity_delegates", pk=pk)
    lines = [
        PartLine(title=item.role, text=item.name, verbs=(_removal("rombongan", item.pk),))
        for item in row.delegates.order_by("place", "id")
    ]
    return part_page(
        request,
        row,
        title=_("Rombongan"),
        lines=lines,
        form=form,
        submit=_("Tambah"),
        empty=_("Belum ada rombongan. Jabatan dahulu; nama boleh menyusul."),
    )


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def speakers(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    form = SpeakerForm(posted(request))
    if _added(request, form, lambda: add_speaker(activity=row, actor=request.actor, **form.cleaned_data)):
        return redirect("activity_speakers", pk=pk)
    lines = [
        PartLine(
            title=item.name or item.institution,
            text=" · ".join(filter(None, (item.institution if item.name else "", item.topic))),
            verbs=(_removal("narasumber", item.pk),),
        )
        for item in row.named_speakers.order_by("place", "id")
    ]
    return part_page(
        request,
        row,
        title=_("Narasumber"),
        lines=lines,
        form=form,
        submit=_("Tambah"),
        empty=_("Belum ada narasumber."),
    )


@staff("activity.plan")
@require_http_methods(["GET", "POST"])
def commitments(request: StaffRequest, pk: UUID) -> HttpResponse:
    row = rows_of.activity(request.actor, pk)
    form = CommitmentForm(posted(request))
    if _added(request, form, lambda: add_commitment(activity=row, actor=request.actor, **form.cleaned_data)):
        return redirect("activity_commitments", pk=pk)
    day = today(row.region_id)
    lines = [
        PartLine(
            title=item.text,
            text=item.owner,
            clock=commitment_clock(item, day),
            verbs=(
                (_("Buka lagi") if item.done_on else _("Selesai"), reverse("settle_commitment", args=[item.pk])),
                _removal("komitmen", item.pk),
            ),
        )
        for item in row.commitments.order_by("due_on", "id")
    ]
    return part_page(
        request,
        row,
        title=_("Komitmen"),
        lines=lines,
        form=form,
        submit=_("Tambah komitmen"),
        empty=_("Belum ada komitmen. Yang lewat tenggat tampil di Ruang kerja."),
    )


@staff("activity.plan")
@require_http_methods(["POST"])
def settle(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Done becomes open again, and the other way round."""
    row = visible(request.actor, Commitment).select_related("activity").filter(pk=pk).first()
    if row is None:
        raise NotFound(gettext_noop("Komitmen ini tidak ada."))
    done_on = None if row.done_on else today(row.activity.region_id)
    settle_commitment(commitment=row, done_on=done_on, actor=request.actor)
    messages.success(request, _("Komitmen selesai.") if done_on else _("Komitmen dibuka lagi."))
    return redirect("activity_commitments", pk=row.activity_id)


@staff("activity.plan")
@require_http_methods(["POST"])
def remove(request: StaffRequest, kind: str, pk: UUID) -> HttpResponse:
    if kind not in MODELS:
        raise NotFound(gettext_noop("Bagian ini tidak ada."))
    model, address = MODELS[kind]
    part = visible(request.actor, model).select_related("activity").filter(pk=pk).first()
    if part is None:
        raise NotFound(gettext_noop("Bagian ini tidak ada."))
    activity = part.activity_id
    remove_part(part=part, actor=request.actor)
    messages.success(request, _("Dihapus."))
    return redirect(address, pk=activity)
