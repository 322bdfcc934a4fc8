"""The button *Hitung sekarang*: the figures of the office are counted again, and one is back where one was."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sinetra.apps.control_room.actions.ask_recount import ask_recount
from sinetra.web.access import StaffRequest, staff
from sinetra.web.staff.control_room.tabs import TABS


@staff("control_room.recount")
@require_POST
def recount_now(request: StaffRequest) -> HttpResponse:
    ask_recount(actor=request.actor)
    messages.success(request, _("Angka sedang dihitung ulang. Tekan Perbarui sebentar lagi."))
    back = request.POST.get("kembali", "")
    return redirect(reverse(back if back in {name for name, _word, _action in TABS} else "control_room"))
