"""One's own account: roles and their end, a new password, what waits for oneself. Somebody without any role too."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.accounts import selectors
from sinetra.apps.accounts.actions import change_password as changing
from sinetra.apps.base.policy import may
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.accounts.account import MOST, roles_table
from sinetra.web.staff.accounts.forms import PasswordForm
from sinetra.web.staff.accounts.leaving import own_user, waiting_work
from sinetra.web.staff.attempt import attempt, posted

NAMED = 5


@staff("accounts.read_own")
def own_account(request: StaffRequest) -> HttpResponse:
    user = own_user(request)
    day = today(user.organisation.region_id)
    context = {
        "account": user,
        "roles": roles_table(list(selectors.roles_of(request.actor, user)[:MOST]), day, request.actor),
        "has_role": bool(request.actor.roles),
        "administrators": selectors.administrators(request.actor, day).exclude(pk=user.pk)[:NAMED],
        "waits": waiting_work(user),
        "has_password": user.has_usable_password(),
        "has_record": user.person_id is not None,
        "has_calendar": may(request.actor, "calendar_link.issue"),
    }
    return render(request, "staff/accounts/own.html", context)


@staff("accounts.read_own")
@require_http_methods(["GET", "POST"])
def change_password(request: StaffRequest) -> HttpResponse:
    user = own_user(request)
    form = PasswordForm(posted(request))
    if form.is_valid():
        given = form.cleaned_data
        changed = attempt(
            form,
            lambda: changing.change_password(user=user, old=given["old"], new=given["password"], actor=request.actor),
        )
        if changed is not None:
            # This session goes on; all others end with the old password.
            update_session_auth_hash(request, changed)
            messages.success(request, _("Kata sandi diganti. Semua sesi Anda yang lain sudah berakhir."))
            return redirect("own_account")
    context = {
        "title": _("Ganti kata sandi"),
        "consequences": [_("Sesi Anda di perangkat lain berakhir."), _("Kata sandi lama tidak berlaku lagi.")],
        "form": form,
        "submit": _("Ganti kata sandi"),
        "back": Link(text=_("Batal"), url=reverse("own_account")),
    }
    return render(request, "parts/confirm.html", context)
