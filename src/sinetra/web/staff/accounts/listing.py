"""The accounts of the organisation by name, with their roles; requests that wait for a second administrator."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sinetra.apps.accounts import selectors
from sinetra.apps.accounts.models import User
from sinetra.ports.clock import now, today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Cell, Column, Link
from sinetra.web.staff.accounts.forms import SearchForm
from sinetra.web.staff.accounts.waiting import waiting_resets
from sinetra.web.staff.accounts.words import roles_line
from sinetra.web.staff.lists import table


@staff("accounts.read")
def accounts(request: StaffRequest) -> HttpResponse:
    form = SearchForm(request.GET or None)
    text = form.cleaned_data["q"] if form.is_valid() else ""
    listed = table(
        request,
        selectors.account_list(request.actor, today(), text),
        caption=_("Akun, menurut nama"),
        columns=[
            Column(text=_("Nama")),
            Column(text=_("Nama pengguna")),
            Column(text=_("Keadaan")),
            Column(text=_("Peran dan hari terakhirnya")),
        ],
        cells=_cells,
        order=("name",),
        empty=(_("Tidak ada akun yang cocok"), _("Periksa ejaannya, atau buat akun baru.")),
        empty_link=Link(text=_("Buat akun"), url=reverse("new_account")),
    )
    waiting = waiting_resets(request.actor, now())
    return render(request, "staff/accounts/list.html", {"table": listed, "form": form, "waiting": waiting})


def _cells(user: User) -> list[Cell]:
    sentiment, word = state_of(user)
    return [
        Cell(text=user.name, url=reverse("account", args=[user.pk])),
        Cell(text=user.username),
        Cell(text=word, sentiment=sentiment),
        Cell(text=roles_line(user.current_roles) or _("tidak ada peran")),  # type: ignore[attr-defined]
    ]


def state_of(user: User) -> tuple[str, str]:
    """Sentiment and word of an account."""
    if not user.is_active:
        return "plain", _("ditutup")
    return ("good", _("terbuka")) if user.has_usable_password() else ("attention", _("belum dibuka"))
