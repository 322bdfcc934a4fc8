"""Letters of the day: obligations that are near or late, requests that wait, notices of a breach.

Each goes out once for its key (apps/base/letters_out.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from sinetra.apps.accounts.models import RoleGrant
from sinetra.apps.agreements.catalogue import data_rules
from sinetra.apps.agreements.models import Breach, DataRequest, Obligation
from sinetra.apps.agreements.policies import BREACH_KEEPERS, KEEPERS, OWNERS
from sinetra.apps.agreements.vocabulary import AgreementState, RequestState
from sinetra.apps.base.actor import Role
from sinetra.apps.base.letters_out import send_once
from sinetra.apps.base.tasks import periodic
from sinetra.core.disclosure.breach import hours_left
from sinetra.ports.clock import now, today
from sinetra.ports.mail import Letter

AHEAD = timedelta(days=7)
#: The queue forgets a done task after thirty days; what is late for longer has had its letter.
BEHIND = timedelta(days=28)


@periodic("agreements.remind", every=timedelta(days=1))
def remind(payload: Mapping[str, Any]) -> None:
    del payload
    remind_owners()
    remind_deciders()


@periodic("agreements.breach", every=timedelta(hours=6))
def warn(payload: Mapping[str, Any]) -> None:
    del payload
    warn_of_breaches()


def remind_owners() -> int:
    """One letter a week before, and one a day after; how many accounts were written to."""
    due = Q(due_on__lte=today() + AHEAD, due_on__gte=today() - BEHIND, agreement__state=AgreementState.IN_FORCE)
    rows = Obligation.objects.filter(due, done_on__isnull=True).select_related("agreement")
    sent = 0
    for row in rows.order_by("due_on", "pk").iterator():
        office = row.owner_organisation_id or row.organisation_id
        late = row.due_on is not None and row.due_on < today(row.agreement.region_id)
        word = "lewat" if late else "dekat"
        text = (
            f"Kewajiban menurut kesepakatan {row.agreement.title}:\n{row.text}\nTenggat: {row.due_on}.\n"
            "Buka Ruang kerja di Sinetra.\n"
        )
        sent += _send(f"Tenggat kesepakatan {word}", text, f"obligation:{row.pk}:{word}", office, KEEPERS)
    return sent


def remind_deciders() -> int:
    """A request that has a promised day. What it asks for is not in the letter."""
    due = Q(due_on__lte=today() + timedelta(days=2), due_on__gte=today() - BEHIND)
    rows = DataRequest.objects.filter(due, state=RequestState.ASKED)
    text = "Sebuah permintaan data menunggu keputusan Anda. Buka Ruang kerja di Sinetra.\n"
    return sum(
        _send("Permintaan data menunggu keputusan", text, f"data_request:{row.pk}", row.organisation_id, OWNERS)
        for row in rows.order_by("pk").iterator()
    )


def warn_of_breaches() -> int:
    """While a notice has not gone out: at once, in the last day, and once it is overdue, each month again."""
    rows = Breach.objects.filter(Q(persons_told_at__isnull=True) | Q(authority_told_at__isnull=True))
    sent = 0
    for row in rows.order_by("pk").iterator():
        left = hours_left(row.known_at, now(), data_rules().breach)
        step = "lewat" if left < 0 else "24" if left < 24 else "mulai"
        told = f"lewat {-left} jam" if left < 0 else f"sisa {left} jam"
        text = f"Pemberitahuan kebocoran data: {told}. Buka Ruang kerja di Sinetra.\n"
        sent += _send(
            "Pemberitahuan kebocoran data", text, f"breach:{row.pk}:{step}", row.organisation_id, BREACH_KEEPERS
        )
    return sent


def _send(subject: str, text: str, key: str, office: UUID, roles: tuple[Role, ...]) -> int:
    """To each account once for a key: the relay of the office knows the address of a user name."""
    sent = 0
    for username in _holders(office, roles, today()):
        sent += send_once(Letter(to=username, subject=subject, text=text, key=f"agreements:{key}:{username}"))
    return sent


def _holders(office: UUID, roles: tuple[Role, ...], day: date) -> Iterator[str]:
    grants = RoleGrant.objects.filter(
        user__organisation_id=office, role__in=roles, starts_on__lte=day, ends_on__gte=day, user__is_active=True
    )
    yield from sorted(set(grants.values_list("user__username", flat=True)))
