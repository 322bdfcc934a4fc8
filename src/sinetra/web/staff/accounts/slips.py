"""Printed slips: the first one of an account, and the one after a reset that two administrators agreed to."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.accounts import selectors
from sinetra.apps.accounts.actions import confirm_reset as confirming
from sinetra.apps.accounts.actions import print_slip as printing
from sinetra.apps.accounts.actions import request_reset as requesting
from sinetra.apps.accounts.actions.print_slip import PrintedSlip
from sinetra.apps.accounts.models import PasswordReset, User
from sinetra.apps.base.actor import Actor
from sinetra.ports.clock import now, today, zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.accounts.forms import NothingForm, ReasonForm
from sinetra.web.staff.accounts.second import about_slip, after_printing
from sinetra.web.staff.accounts.waiting import may_confirm
from sinetra.web.staff.attempt import attempt, posted


@staff("accounts.read")
@require_http_methods(["GET", "POST"])
def print_slip(request: StaffRequest, pk: UUID) -> HttpResponse:
    """Sent twice, the sheet shown last is the one that works: a newer slip cancels the older."""
    user = selectors.account(request.actor, pk)
    form = NothingForm(posted(request))
    if form.is_valid():
        slip = attempt(form, lambda: printing.print_slip(user=user, actor=request.actor))
        if slip is not None:
            return _sheet(request, user, slip)
    context = {
        "title": _("Cetak lembar aktivasi untuk %(name)s") % {"name": user.name},
        "consequences": [
            _("Kode muncul satu kali di layar. Siapkan pencetak."),
            _("Lembar yang lebih lama tidak berlaku lagi."),
            _("Serahkan lembar itu sendiri kepada orangnya. Jangan memotret atau mengirimnya."),
            *(about_slip(user, request.actor) or after_printing(user, request.actor)),
        ],
        "form": form,
        "submit": _("Tampilkan dan cetak"),
        "back": _back(user),
    }
    return render(request, "parts/confirm.html", context)


@staff("accounts.read")
@require_http_methods(["GET", "POST"])
def request_reset(request: StaffRequest, pk: UUID) -> HttpResponse:
    user = selectors.account(request.actor, pk)
    form = ReasonForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        asked = attempt(form, lambda: requesting.request_reset(user=user, reason=reason, actor=request.actor))
        if asked is not None:
            messages.success(request, _("Permintaan tercatat. Admin lain mengukuhkannya dalam tiga hari."))
            return redirect("account", pk=pk)
    consequences = [
        _("Belum ada yang berubah sampai admin lain mengukuhkan."),
        _("Permintaan terbuka tiga hari. Permintaan baru menggantikan yang lama."),
    ]
    others = selectors.second_persons(request.actor, user, today(user.organisation.region_id), now())
    if others.prints:
        names = ", ".join(other.name for other in others.prints)
        consequences.append(_("Yang dapat mengukuhkan: %(names)s.") % {"names": names})
    else:
        consequences.append(_("Belum ada admin lain yang dapat mengukuhkan. Jadikan seorang rekan admin dahulu."))
        consequences.append(_("Pemberi perannya tidak mengukuhkan: biarkan ia yang meminta, lalu Anda mengukuhkan."))
    context = {
        "title": _("Minta setel ulang sandi %(name)s") % {"name": user.name},
        "consequences": consequences,
        "form": form,
        "submit": _("Minta setel ulang"),
        "back": _back(user),
    }
    return render(request, "parts/confirm.html", context)


@staff("accounts.read")
@require_http_methods(["GET", "POST"])
def confirm_reset(request: StaffRequest, pk: UUID) -> HttpResponse:
    reset = selectors.reset_request(request.actor, pk)
    user = reset.user
    form = NothingForm(posted(request))
    if form.is_valid():
        slip = attempt(form, lambda: confirming.confirm_reset(reset=reset, actor=request.actor))
        if slip is not None:
            return _sheet(request, user, slip)
        if printing.may_print(user, request.actor):
            # Sent twice: the sheet of the first answer was never seen; the one who confirmed prints another.
            return redirect("print_slip", pk=user.pk)
    context = {
        "title": _("Kukuhkan setel ulang sandi %(name)s") % {"name": user.name},
        "consequences": [
            _("Kata sandi lama berhenti berlaku dan semua sesinya berakhir."),
            _("Lembar aktivasi baru muncul satu kali di layar. Siapkan pencetak."),
            _("Pastikan dahulu bahwa orangnya sendiri yang meminta."),
            *_not_by_you(reset, request.actor),
        ],
        "pairs": [Pair(term=_("Diminta oleh"), value=reset.requested_by.name)],
        "form": form,
        "submit": _("Kukuhkan dan cetak"),
        "stop": True,
        "back": _back(user),
    }
    return render(request, "parts/confirm.html", context)


def _not_by_you(reset: PasswordReset, actor: Actor) -> list[str]:
    if may_confirm(reset, actor):
        return []
    return [_("Bukan Anda yang mengukuhkan ini: admin lain, yang tidak meminta dan tidak memberi perannya.")]


def _back(user: User) -> Link:
    return Link(text=_("Batal"), url=reverse("account", args=[user.pk]))


def _sheet(request: StaffRequest, user: User, slip: PrintedSlip) -> HttpResponse:
    """The only time that the code is seen: never stored, not in a session, a message or an address."""
    context = {
        "slip": slip,
        "groups": slip.code.split("-"),
        "zone": zone_of(user.organisation.region_id).abbreviation,
        "office": user.organisation.name,
        "address": request.build_absolute_uri(reverse("open_account")),
        "back": Link(text=_("Kembali ke akun"), url=reverse("account", args=[user.pk])),
    }
    answer = render(request, "staff/accounts/slip.html", context)
    answer.headers["Cache-Control"] = "no-store"
    return answer
