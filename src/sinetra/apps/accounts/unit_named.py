"""The one unit of an office that somebody means, by its code or its name."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from sinetra.apps.registry.models import Unit
from sinetra.core.errors import BadInput, gettext_noop

SHOWN = 6


def unit_named(text: str, *, organisation_id: UUID, field: str = "unit") -> Unit:
    """``text`` is a code (DPUTR), a name, or the beginning of either, where only one unit has it.

    Errors: ``BadInput`` naming ``field`` with the units that ``text`` may mean, or with a few codes of the office.
    """
    wanted = " ".join(text.split())
    rows = Unit.objects.filter(organisation_id=organisation_id).order_by("code")
    same = list(rows.filter(Q(code__iexact=wanted) | Q(name__iexact=wanted))[: SHOWN + 1])
    found = same or list(rows.filter(Q(code__istartswith=wanted) | Q(name__icontains=wanted))[: SHOWN + 1])
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadInput(
            gettext_noop("Unit %(value)s tidak ada di instansi ini; tulis kode atau namanya, contoh: %(accepted)s"),
            field=field,
            accepted=tuple(rows.values_list("code", flat=True)[:3]) or ("-",),
            value=repr(wanted),
        )
    raise BadInput(
        gettext_noop("Ada beberapa unit %(value)s; tulis kodenya: %(accepted)s"),
        field=field,
        accepted=(*(f"{row.code} {row.name}" for row in found[:SHOWN]), *(["…"] if len(found) > SHOWN else [])),
        value=repr(wanted),
    )
