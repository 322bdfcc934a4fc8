"""*Serah terima* and the end of an account."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sinetra.apps.accounts import selectors
from sinetra.apps.accounts.actions import close_user as closing
from sinetra.apps.accounts.actions import hand_over as handing
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.open_work import open_work
from sinetra.apps.base.policy import may
from sinetra.core.errors import BadInput, Conflict
from sinetra.ports.clock import today
from sinetra.web.access import StaffRequest, staff
from sinetra.web.parts import Link, Pair
from sinetra.web.staff.accounts.forms import HandOverForm, ReasonForm
from sinetra.web.staff.accounts.words import refusal, work_word
from sinetra.web.staff.attempt import attempt, posted


@staff("accounts.read")
@require_http_methods(["GET", "POST"])
def hand_over(request: StaffRequest, pk: UUID) -> HttpResponse:
    """An administrator moves the work of somebody who leaves."""
    return _hand_over_page(request, selectors.account(request.actor, pk), "account")


@staff("accounts.read_own")
@require_http_methods(["GET", "POST"])
def own_hand_over(request: StaffRequest) -> HttpResponse:
    """A person moves their own work."""
    return _hand_over_page(request, own_user(request), "own_account")


def own_user(request: StaffRequest) -> User:
    if request.actor.user_id is None:
        raise RuntimeError("a signed-in person has an account")
    return selectors.account(request.actor, request.actor.user_id)


def waiting_work(user: User) -> list[Pair]:
    """What waits for the person, by kind, with its number; kinds without any are left out."""
    counted = [(kind, kind.rows(user).count()) for kind in open_work()]
    return [Pair(term=work_word(kind), value=number) for kind, number in counted if number]


def _hand_over_page(request: StaffRequest, leaving: User, then: str) -> HttpResponse:
    day = today(leaving.organisation.region_id)
    successors = selectors.possible_successors(request.actor, leaving, day)
    form = HandOverForm(posted(request), successors, {"successor": request.GET.get("successor", "")})
    advice: dict[str, Any] = {}
    if form.is_valid():
        successor, reason = form.cleaned_data["successor"], form.cleaned_data["reason"]
        try:
            done = handing.hand_over(
                leaving=leaving, successor=successor, reason=reason, today=day, actor=request.actor
            )
        except BadInput as error:
            form.add_error(error.field, refusal(error))
        except Conflict as error:
            form.add_error(None, refusal(error))
            advice = _advice(request, error, successor)
        else:
            _say(request, done, successor)
            return redirect(then, *([leaving.pk] if then == "account" else []))
    waits = waiting_work(leaving)
    context = {
        "title": _("Serah terima pekerjaan %(name)s") % {"name": leaving.name},
        "leaving": leaving,
        "waits": waits,
        "consequences": [
            _("Semua pekerjaan terbuka pindah sekaligus, atau tidak satu pun."),
            _("Tenggat tetap berjalan dan tidak berubah."),
            _("Setiap perpindahan tercatat dalam jejak audit."),
        ],
        "form": form,
        "submit": _("Serahkan semuanya"),
        "back": Link(text=_("Batal"), url=reverse(then, args=[leaving.pk] if then == "account" else [])),
        **advice,
    }
    return render(request, "staff/accounts/hand_over.html", context)


def _say(request: StaffRequest, done: handing.HandOver, successor: User) -> None:
    if not done.moved:
        messages.info(request, _("Tidak ada pekerjaan terbuka; tidak ada yang berpindah."))
        return
    moved = ", ".join(f"{work_word(label)}: {number}" for label, number in done.moved)
    messages.success(
        request, _("Serah terima kepada %(name)s selesai. %(moved)s.") % {"name": successor.name, "moved": moved}
    )


def _advice(request: StaffRequest, error: Conflict, successor: User) -> dict[str, Any]:
    """What to do about a conflict: give the successor the role first, or look again at what has changed."""
    if error.code == "successor_region":
        return {"advice": _("Tidak ada yang pindah. Pilih penerus yang perannya mencakup wilayah itu.")}
    if error.code != "successor_role":
        return {"advice": _("Ada yang mengubah pekerjaan itu barusan. Tidak ada yang pindah; periksa, lalu coba lagi.")}
    if not may(request.actor, "accounts.grant_role", successor):
        return {"advice": _("Tidak ada yang pindah. Pilih penerus lain, atau minta admin memberi peran itu dahulu.")}
    first = str(error.params["roles"]).split(", ")[0]
    address = f"{reverse('give_role', args=[successor.pk])}?role={first}"
    return {
        "advice": _("Tidak ada yang pindah. Pilih penerus lain, atau beri peran itu dahulu."),
        "advice_link": Link(text=_("Beri peran kepada %(name)s") % {"name": successor.name}, url=address),
    }


@staff("accounts.read")
@require_http_methods(["GET", "POST"])
def close_account(request: StaffRequest, pk: UUID) -> HttpResponse:
    user = selectors.account(request.actor, pk)
    form = ReasonForm(posted(request))
    waits = waiting_work(user)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        closed = attempt(form, lambda: closing.close_user(user=user, reason=reason, actor=request.actor))
        if closed is not None:
            messages.success(request, _("Akun %(name)s ditutup.") % {"name": user.name})
            return redirect("account", pk=pk)
    context = {
        "title": _("Tutup akun %(name)s") % {"name": user.name},
        "waits": waits,
        "advice": _("Masih ada pekerjaan terbuka. Serahkan dahulu; sesudah itu akun dapat ditutup.") if waits else "",
        "advice_link": Link(text=_("Serah terima pekerjaan"), url=reverse("hand_over", args=[pk])) if waits else None,
        "consequences": [
            _("Orang ini tidak dapat masuk lagi. Langkah ini tidak dapat dibatalkan."),
            _("Namanya tetap terbaca pada langkah yang pernah dikerjakannya."),
        ],
        "form": form,
        "submit": _("Tutup akun"),
        "stop": True,
        "back": Link(text=_("Batal"), url=reverse("account", args=[pk])),
    }
    return render(request, "staff/accounts/hand_over.html", context)
