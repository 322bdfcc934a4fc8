"""Codes of clarifications in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.cases.clarification.reads import ClarificationView
from sinetra.apps.cases.letters.house import letters
from sinetra.apps.cases.models import Clarification
from sinetra.web.staff.letters.forms import said
from sinetra.web.templatetags.words import reported_role

WHOM: dict[str, str | Promise] = {
    "reported": _lazy("Yang dilaporkan"),
    "witness": _lazy("Saksi"),
    "expert": _lazy("Ahli"),
    "reporter": _lazy("Pelapor (tanpa nama)"),
    "other_body": _lazy("Instansi atau pihak lain"),
}
INVITED_BY: dict[str, str | Promise] = {
    "hand": _lazy("diantar langsung"),
    "post": _lazy("pos atau kurir"),
    "email": _lazy("surel"),
    "message": _lazy("pesan singkat"),
    "phone": _lazy("telepon"),
    "office": _lazy("lewat kantor atau atasannya"),
}
ATTENDANCES: dict[str, tuple[str, str | Promise]] = {
    "": ("info", _lazy("diundang, belum dicatat")),
    "came": ("good", _lazy("datang, keterangan dicatat")),
    "absent": ("attention", _lazy("tidak datang")),
    "called_off": ("plain", _lazy("dibatalkan kantor")),
}


def reported_words(person: Mapping[str, Any]) -> str:
    """Role, name and unit, as far as they are known."""
    parts = (reported_role(person["role"]), person["name"], person["unit"])
    return ", ".join(str(part) for part in parts if part)


def who_words(view: ClarificationView) -> str:
    """The person who is asked; empty for a reporter, whose name is in the vault."""
    if view.reported is not None:
        return reported_words(view.reported)
    return ", ".join(part for part in (view.invited.name, view.invited.position) if part)


def title_of(row: Clarification) -> str:
    """``Saksi, undangan ke-2``: no name."""
    return _("%(whom)s, undangan ke-%(call)s") % {"whom": WHOM[row.whom], "call": row.call}


def oath_words() -> dict[str, str]:
    """The wordings of the oath as the letter of the minutes has them."""
    field = next(field for field in letters().get("clarification_minutes").fields if field.name == "oath")
    return {name: said(word) for name, word in field.choices.items()}
