"""The office adds a short text for messages to reporters, or its own words in place of a default."""

from __future__ import annotations

from django.db import IntegrityError

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.registry.models import Organisation
from sinetra.apps.reports.models import ReplyText
from sinetra.apps.reports.replies import MOST, default
from sinetra.core.casework.replies import LONGEST_TEXT, LONGEST_TITLE, check
from sinetra.core.errors import BadInput, Conflict, gettext_noop


def add_reply_text(
    *, organisation: Organisation, title: str, text: str, actor: Actor, stands_for: str = ""
) -> ReplyText:
    """Errors: ``Forbidden``; ``BadInput`` naming ``title``, ``text`` or ``stands_for``; ``Conflict`` when the office
    has changed that default already, or has too many texts."""
    row = ReplyText(organisation=organisation, stands_for=stands_for)
    require(actor, "reply_text.write", row)
    row.title, row.text = checked(title, text)
    if stands_for and default(stands_for) is None:
        raise BadInput(gettext_noop("Teks bawaan ini tidak dikenal."), field="stands_for")
    try:
        with unit_of_work(actor) as work:
            if ReplyText.objects.filter(organisation=organisation, retired_at=None).count() >= MOST:
                raise Conflict(gettext_noop("Sudah ada %(most)s teks. Hentikan yang tidak dipakai dahulu."), most=MOST)
            work.create(row)
            work.record("reply_text.add", row, data={"title": row.title, "stands_for": stands_for})
    except IntegrityError as error:
        raise Conflict(gettext_noop("Teks bawaan ini baru saja diubah rekan Anda.")) from error
    return row


def checked(title: str, text: str) -> tuple[str, str]:
    """Errors: ``BadInput`` naming the field."""
    title, text = title.strip(), text.strip()
    for name, value, longest in (("title", title, LONGEST_TITLE), ("text", text, LONGEST_TEXT)):
        if not 0 < len(value) <= longest:
            raise BadInput(gettext_noop("Isi 1 sampai %(accepted)s karakter."), field=name, accepted=(str(longest),))
    check(text)
    return title, text
