"""Keeps what a page has opened, before its answer leaves. What cannot be kept is not shown (ADR 0017)."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import DatabaseError, transaction
from django.db.models import F

from sinetra.apps.audit.access_models import AccessEntry
from sinetra.apps.audit.access_subjects import Subject, subjects
from sinetra.apps.base.gate import GateUnusable, write_gate
from sinetra.apps.base.viewing import Shown, Viewing
from sinetra.core.errors import SinetraError, gettext_noop

#: Looking again within this time is one entry.
ONE_LOOK = timedelta(minutes=10)
_QUESTION = "advice.question"
_AS_QUESTIONS = ("advice.", "invitations.")
#: What the page of a question opens: its text, and the facts that go with it.
_OF_A_QUESTION = frozenset({Shown.NOTES, Shown.REPORTED})
_PURPOSE = AccessEntry._meta.get_field("purpose").max_length or 0


class NotKept(SinetraError):
    """The access could not be written down, so nothing is shown."""

    code = "access_not_kept"
    status = 503


def keep(opened: Viewing, *, at: datetime) -> int:
    """How many entries were written or counted up. One short transaction a page; none when nothing was opened.

    Errors: ``NotKept`` when the database takes no writing now.
    """
    user = opened.actor.user_id
    if opened.is_empty or user is None:
        return 0
    try:
        found = subjects(opened)
        with write_gate(), transaction.atomic():
            for subject in sorted(found):
                _count(opened, user, subject, found[subject], at)
    except (DatabaseError, GateUnusable) as error:
        message = gettext_noop(
            "Halaman ini memuat data pribadi, dan catatan aksesnya tidak dapat ditulis sekarang. Karena itu isinya "
            "tidak ditampilkan. Coba lagi; bila tetap begini, beri tahu pengelola."
        )
        raise NotKept(message) from error
    return len(found)


def told_as(label: str, page: str) -> tuple[str, str]:
    """Subject and page as they are written. A mediation and an invitation read as a question, as in the trace: who
    watches the log must not learn that two colleagues talk with a mediator, or that somebody was invited (principle 8).
    """
    return (_QUESTION, "question") if label.startswith(_AS_QUESTIONS) else (label, page)


def told_kinds(label: str, shown: frozenset[Shown]) -> frozenset[Shown]:
    """Kinds of data as they are written: those of a question, where the subject reads as one."""
    return _OF_A_QUESTION if label.startswith(_AS_QUESTIONS) else shown


def _count(opened: Viewing, user: UUID, subject: Subject, shown: frozenset[Shown], at: datetime) -> None:
    label, page = told_as(subject[0], opened.page)
    key = subject[1]
    kinds = ",".join(sorted(told_kinds(subject[0], shown)))
    same = AccessEntry.objects.filter(
        subject_id=key,
        first_at__gt=at - ONE_LOOK,
        first_at__lte=at,
        subject_type=label,
        user_id=user,
        page=page,
        kinds=kinds,
        purpose=opened.purpose[:_PURPOSE],
    )
    last = same.order_by("-first_at").values_list("pk", flat=True).first()
    if last is not None:
        AccessEntry.objects.filter(pk=last).update(times=F("times") + 1, last_at=at)
        return
    AccessEntry.objects.create(
        organisation_id=opened.actor.office,
        user_id=user,
        page=page,
        subject_type=label,
        subject_id=key,
        kinds=kinds,
        purpose=opened.purpose[:_PURPOSE],
        first_at=at,
        last_at=at,
    )
