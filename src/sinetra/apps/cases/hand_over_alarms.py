"""Once a day a letter to who answers for a hand-over that waits too long: how many, and no name of anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.conf import settings

from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.base.actor import Role
from sinetra.apps.cases.models import Clock, HandOver
from sinetra.apps.cases.overdue import open_of, ran_out
from sinetra.apps.cases.sending import ANSWER
from sinetra.apps.cases.vocabulary import Direction
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import today
from sinetra.ports.mail import Letter, mailer

# Who leads, where a matter has nobody yet.
LEADING = (Role.BAWASLU_COMMISSIONER, Role.BKN_OFFICER)
BLOCK = 500


def send_alarms() -> int:
    """How many letters. The same day again sends none: a letter of one key is one letter."""
    offices = Clock.objects.filter(rule=ANSWER, done_at=None).values("organisation")
    return sum(_alarm(office) for office in Organisation.objects.filter(pk__in=offices).order_by("pk"))


def _alarm(office: Organisation) -> int:
    day = today(office.region_id)
    counted = _counted(office, day)
    for user, numbers in counted.items():
        mailer(settings.SINETRA_DATA).send(_letter(user, office, numbers, day))
    return len(counted)


def _counted(office: Organisation, day: date) -> dict[str, Counter[str]]:
    """User name to how many came in and went out."""
    found: dict[str, Counter[str]] = {}
    leading = tuple(_leading(office, day))
    rows = ran_out(Clock.objects.filter(organisation=office), day).order_by("due_on", "id")
    for clocks in _blocks(rows.iterator(chunk_size=BLOCK)):
        waiting = open_of(HandOver.objects.filter(organisation=office), clocks)
        for row in clocks:
            if row.pk in waiting:
                handler = row.matter.handler
                people = (handler,) if handler is not None and handler.is_active else leading
                for user in people:
                    found.setdefault(user.username, Counter())[waiting[row.pk].direction] += 1
    return found


def _blocks(rows: Iterable[Clock]) -> Iterable[list[Clock]]:
    block: list[Clock] = []
    for row in rows:
        block.append(row)
        if len(block) == BLOCK:
            yield block
            block = []
    yield block


def _leading(office: Organisation, day: date) -> Iterable[User]:
    grants = RoleGrant.objects.filter(
        role__in=LEADING,
        starts_on__lte=day,
        ends_on__gte=day,
        user__organisation=office,
        user__is_active=True,
    )
    return User.objects.filter(pk__in=grants.values("user_id")).order_by("pk")


def _letter(user: str, office: Organisation, numbers: Counter[str], day: date) -> Letter:
    """Accounts have no address of their own: the relay of the office knows the one of a user name."""
    lines = []
    if sent := numbers[Direction.OUTGOING]:
        lines.append(f"{sent} serah terima yang dikirim belum dijawab penerima sampai batas waktu.")
    if came := numbers[Direction.INCOMING]:
        lines.append(f"{came} serah terima yang masuk belum dijawab kantor Anda sampai batas waktu.")
    lines.append("Buka Ruang kerja di Sinetra, lalu lihat Serah terima yang lewat waktu.")
    return Letter(
        to=user,
        subject="Serah terima lewat waktu",
        text="\n".join(lines) + "\n",
        key=f"hand_over.alarm:{office.pk}:{day}:{user}",
    )
