"""A page of one kind of parts of an activity: lists what is there, takes one more, takes one away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.base.policy import visible
from sinetra.apps.prevention.actions.add_part import (
    remove_part,
)
from sinetra.apps.prevention.models import (
    Activity,
    ActivitySession,
    ActivityUnit,
    Commitment,
    Delegate,
    Speaker,
)
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.attempt import attempt

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


def removal(kind: str, pk: UUID) -> tuple[str, str]:
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


def added(request: StaffRequest, form: forms.Form, act: Callable[[], object]) -> bool:
    if not form.is_valid() or attempt(form, act) is None:
        return False
    messages.success(request, _("Disimpan."))
    return True


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
