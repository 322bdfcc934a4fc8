"""A new account: a name and a user name. It has no password; the next step is a role, then the printed slip."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.accounts.actions.create_user import create_user
from sinetra.apps.accounts.models import User
from sinetra.apps.base.policy import visible
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import Conflict
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link
from sinetra.web.staff.accounts.forms import NewAccountForm
from sinetra.web.staff.accounts.second import powerful_words
from sinetra.web.staff.accounts.words import refusal
from sinetra.web.staff.attempt import attempt, posted


@staff("accounts.read")
@require_http_methods(["GET", "POST"])
def new_account(request: StaffRequest) -> HttpResponse:
    form = NewAccountForm(posted(request))
    if form.is_valid():
        made = attempt(form, lambda: _create(request, form))
        if made is not None:
            return redirect("give_role", pk=made.pk)
    context = {
        "title": _("Buat akun"),
        "consequences": [
            _("Akun ini belum punya kata sandi dan belum punya peran."),
            _("Langkah berikut: beri peran, lalu cetak lembar aktivasi."),
            _("Karena Anda membuatnya, peran ini diberikan admin lain: %(roles)s.") % {"roles": powerful_words()},
            _("Tidak ada surel yang dikirim. Lembar diserahkan langsung kepada orangnya."),
        ],
        "form": form,
        "submit": _("Buat akun"),
        "back": Link(text=_("Batal"), url=reverse("accounts")),
    }
    return render(request, "parts/confirm.html", context)


def _create(request: StaffRequest, form: NewAccountForm) -> User | None:
    """None when the user name is taken; the form says so. Sent twice, the account of the first time is the answer."""
    given, actor = form.cleaned_data, request.actor
    office = visible(actor, Organisation).get(pk=actor.office)
    try:
        made = create_user(username=given["username"], name=given["name"], organisation=office, actor=actor)
    except Conflict as error:
        twin = visible(actor, User).filter(username=given["username"], name=given["name"].strip()).first()
        if twin is None or not twin.is_active:
            form.add_error("username", refusal(error))
            return None
        messages.info(request, _("Akun ini sudah ada; tidak dibuat lagi."))
        return twin
    messages.success(request, _("Akun %(name)s dibuat.") % {"name": made.name})
    return made
