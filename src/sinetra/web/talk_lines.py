"""Messages as both sides read them (templates/parts/talk.html)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sinetra.apps.reports.messages import Said
from sinetra.apps.reports.vocabulary import Mark

#: What a message is, beside who wrote it; nothing for a plain one.
MARKS: Mapping[str, str | Promise] = {
    Mark.MESSAGE: "",
    Mark.COMPLETION: _("jawaban atas permintaan kelengkapan"),
    Mark.WITHDRAWAL: _("meminta pencabutan"),
    Mark.RETALIATION: _("mengalami tindakan balasan"),
    Mark.NO_RETALIATION: _("tidak mengalami tindakan balasan"),
    Mark.EVIDENCE: _("menambahkan bukti"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkItem:
    """``by``: *Anda*, the office or the reporter; never a person. ``is_own``: whoever reads has written it."""

    by: str
    on: date
    text: str
    mark: str
    is_new: bool
    is_own: bool


def talk_items(messages: Iterable[Said], *, office: str, reporter: str, reader_is_office: bool) -> list[TalkItem]:
    return [
        TalkItem(
            by=office if one.by_office else reporter,
            on=one.on,
            text=one.text,
            mark=str(MARKS[one.mark]),
            is_new=one.is_new,
            is_own=one.by_office == reader_is_office,
        )
        for one in messages
    ]
