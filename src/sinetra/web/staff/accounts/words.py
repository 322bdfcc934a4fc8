"""Roles, days and refusals of accounts in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.accounts.open_work import OpenWork
from sinetra.apps.base.actor import Role
from sinetra.core.errors import SinetraError
from sinetra.web.format import day_text

ROLES: dict[Role, str | Promise] = {
    Role.BAWASLU_STAFF: _lazy("Staf Bawaslu"),
    Role.BAWASLU_COMMISSIONER: _lazy("Anggota Bawaslu (pleno)"),
    Role.CUSTODIAN: _lazy("Kustodian identitas"),
    Role.BKN_OFFICER: _lazy("Petugas BKN"),
    Role.BKPSDM_OFFICER: _lazy("Petugas BKPSDM"),
    Role.NEUTRALITY_TEAM: _lazy("Tim Netralitas"),
    Role.INSPECTORATE: _lazy("Inspektorat"),
    Role.PPK: _lazy("PPK (kepegawaian)"),
    Role.PRESS_OFFICER: _lazy("Humas dan analis"),
    Role.ADMINISTRATOR: _lazy("Admin"),
    Role.AUDITOR: _lazy("Pemeriksa jejak audit"),
    Role.UNIT_ORGANISER: _lazy("Penyelenggara unit"),
}
_DAYS = ("starts_on", "ends_on", "first", "last")


def role_word(code: str) -> str:
    return str(ROLES[Role(code)])


def day_word(day: date) -> str:
    return day_text(day, get_language() or "id", weekday=False)


def place_of(grant: RoleGrant) -> str:
    """The unit of its organiser; else the region, or the whole office."""
    if grant.unit is not None:
        return f"{grant.unit.name} ({grant.unit.code})"
    return grant.region.name if grant.region else _("seluruh instansi")


def roles_line(grants: Sequence[RoleGrant]) -> str:
    """``Staf Bawaslu sampai 31 Desember 2024; …``, in the order given."""
    lines = [_("%(role)s sampai %(day)s") % {"role": role_word(g.role), "day": day_word(g.ends_on)} for g in grants]
    return "; ".join(lines)


def work_word(kind: OpenWork | str) -> str:
    """The label of open work in the language of the page."""
    return _(kind if isinstance(kind, str) else kind.label)


def refusal(error: SinetraError) -> str:
    """The message of a verb of accounts: roles by their names, days in words."""
    params = dict(error.params)
    if "role" in params:
        params["role"] = role_word(str(params["role"]))
    if error.code in ("successor_role", "successor_region", "successor_interest"):
        params["label"] = work_word(str(params["label"]))
    if error.code == "successor_role":
        params["roles"] = _words(str(params["roles"]))
    for name in _DAYS:
        if name in params:
            params[name] = day_word(date.fromisoformat(str(params[name])))
    text = _(error.message)
    return text % params if params else text


def _words(codes: str) -> str:
    return ", ".join(role_word(code) for code in codes.split(", "))
