"""One account: who, since when which role until when, and what an administrator may do next."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.accounts import selectors
from sinetra.apps.accounts.actions.print_slip import held_back, may_print, slip_works
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import may
from sinetra.ports.clock import now, today, zone_of
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import instant_text
from sinetra.web.parts import Cell, Column, Link, Pair, Table
from sinetra.web.staff.accounts.listing import state_of
from sinetra.web.staff.accounts.second import about_slip
from sinetra.web.staff.accounts.waiting import may_confirm
from sinetra.web.staff.accounts.words import day_word, place_of, role_word

# More roles than this a person collects in decades.
MOST = 100


@staff("accounts.read")
def account(request: StaffRequest, pk: UUID) -> HttpResponse:
    actor = request.actor
    user = selectors.account(actor, pk)
    day = today(user.organisation.region_id)
    reset = selectors.open_resets(actor, now()).filter(user=user).first()
    context = {
        "account": user,
        "state": state_of(user),
        "is_self": user.pk == actor.user_id,
        "reaches": may(actor, "accounts.close_user", user),
        "pairs": _pairs(actor, user),
        "roles": roles_table(list(selectors.roles_of(actor, user)[:MOST]), day, actor),
        "reset": reset,
        "second": " ".join(about_slip(user, actor)) if user.is_active else "",
        "may_confirm": reset is not None and may_confirm(reset, actor),
        "acts": _acts(actor, user),
        "back": Link(text=_("Semua akun"), url=reverse("accounts")),
    }
    return render(request, "staff/accounts/account.html", context)


def _acts(actor: Actor, user: User) -> list[Link]:
    """The steps that are possible now, the likeliest first."""
    if not user.is_active or not may(actor, "accounts.close_user", user):
        return []
    pages = [("give_role", _("Beri peran"))]
    if may_print(user, actor):
        pages.append(("print_slip", _("Cetak lembar aktivasi")))
    elif held_back(user, actor) is None:
        pages.append(("request_reset", _("Minta setel ulang sandi")))
    pages += [("hand_over", _("Serah terima pekerjaan")), ("close_account", _("Tutup akun"))]
    return [Link(text=text, url=reverse(name, args=[user.pk])) for name, text in pages]


def _pairs(actor: Actor, user: User) -> list[Pair]:
    pairs: list[Pair] = []
    if user.created_by is not None:
        pairs.append(Pair(term=_("Dibuat oleh"), value=user.created_by.name))
    if user.person is not None and user.person.position_title:
        pairs.append(Pair(term=_("Jabatan"), value=user.person.position_title))
    slip = selectors.last_slip(actor, user)
    if slip is not None:
        zone = zone_of(user.organisation.region_id)
        language = get_language() or "id"
        at = instant_text(slip.used_at or slip.expires_at, zone, language)
        told = _("dipakai %(at)s") if slip.used_at else _("berlaku sampai %(at)s")
        value = told % {"at": at} if slip.used_at or slip_works(slip) else _("sudah tidak berlaku")
        by = slip.issued_by.name if slip.issued_by else _("pemasangan")
        printed = instant_text(slip.created_at, zone, language)
        note = _("dicetak %(at)s oleh %(name)s") % {"at": printed, "name": by}
        pairs.append(Pair(term=_("Lembar aktivasi"), value=value, note=note))
    return pairs


def roles_table(grants: list[RoleGrant], day: date, actor: Actor) -> Table:
    """``actor`` gets a way to end a role where the policy lets them."""
    ends = any(may(actor, "accounts.end_role", grant) for grant in grants)
    columns = [_("Peran"), _("Wilayah atau unit"), _("Dari"), _("Hari terakhir"), _("Keadaan")]
    columns += [_("Langkah")] if ends else []
    return Table(
        caption=_("Peran, yang berakhir paling akhir di atas"),
        columns=[Column(text=text) for text in columns],
        rows=[_role_cells(grant, day, actor, ends=ends) for grant in grants],
        empty_title=_("Belum ada peran"),
        empty_text=_("Tanpa peran, akun ini tidak dapat membuka laporan, perkara, atau register."),
    )


def _role_cells(grant: RoleGrant, day: date, actor: Actor, *, ends: bool) -> list[Cell]:
    if day > grant.ends_on:
        state = ("plain", _("berakhir"))
    elif day < grant.starts_on:
        state = ("info", _("akan mulai"))
    else:
        state = ("good", _("berlaku"))
    cells = [
        Cell(text=role_word(grant.role)),
        Cell(text=place_of(grant)),
        Cell(text=day_word(grant.starts_on)),
        Cell(text=day_word(grant.ends_on)),
        Cell(text=state[1], sentiment=state[0]),
    ]
    if not ends:
        return cells
    possible = day < grant.ends_on and may(actor, "accounts.end_role", grant)
    step = Cell(text=_("Akhiri"), url=reverse("end_role", args=[grant.pk])) if possible else Cell(text="–")
    return [*cells, step]
