"""What the reporter does on the page of the code: writes, completes, takes back, answers about retaliation.

The secret that makes each sending happen once travels sealed in the form. Nothing is done without a view token.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from sinetra.apps.base.actor import Actor, reporter
from sinetra.apps.base.policy import visible
from sinetra.apps.reports.actions import answer_retaliation, ask_withdrawal, write_message
from sinetra.apps.reports.messages import LENGTHS
from sinetra.apps.reports.models import Report
from sinetra.core.errors import BadInput, SinetraError, gettext_noop
from sinetra.web.middleware.errors import in_words
from sinetra.web.once import key_after, key_of, sealed_key
from sinetra.web.parts import Fault

FORM = "follow_talk"
DEEDS = ("write", "complete", "withdraw", "retaliation")
MOST = LENGTHS[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What came of what was pressed. ``done``: the deed that went well. ``typed``: what to show again, in the field of
    ``deed``. ``form``: the sealed secret of the next sending."""

    deed: str
    form: str
    done: str = ""
    typed: str = ""
    happened: str = ""
    faults: tuple[Fault, ...] = ()


def turn(request: HttpRequest, report_id: UUID) -> Turn:
    deed = request.POST.get("do", "")
    text, happened = request.POST.get("text", ""), request.POST.get("happened", "")
    if deed not in DEEDS:
        # Typed on a page whose half hour was over: it waits in the field, unsent.
        return Turn(deed="write", form=sealed_key(FORM), typed=text[:MOST])
    key = ""
    try:
        key = key_of(FORM, request.POST.get("form", ""))
        _do(deed, report_id, key, text, happened)
    except SinetraError as error:
        return Turn(
            deed=deed,
            form=sealed_key(FORM, key_after(error, key)),
            typed=text,
            happened=happened,
            faults=(_fault(deed, error),),
        )
    return Turn(deed=deed, form=sealed_key(FORM), done=deed)


def _do(deed: str, report_id: UUID, key: str, text: str, happened: str) -> None:
    actor = reporter(report_id)
    report = _report(actor)
    match deed:
        case "write" | "complete":
            write_message(report=report, text=text, key=key, completes=deed == "complete", actor=actor)
        case "withdraw":
            ask_withdrawal(report=report, text=text, key=key, actor=actor)
        case "retaliation":
            if happened not in ("yes", "no"):
                raise BadInput(gettext_noop("Pilih ya atau tidak, atau abaikan pertanyaan ini."), field="happened")
            answer_retaliation(report=report, happened=happened == "yes", text=text, key=key, actor=actor)


def _report(actor: Actor) -> Report:
    return visible(actor, Report).select_related("matter__organisation", "organisation").get()


def _fault(deed: str, error: SinetraError) -> Fault:
    if not isinstance(error, BadInput) or error.field not in ("text", "happened"):
        return Fault(field="", message=in_words(error))
    return Fault(field=f"id_{deed}_0" if error.field == "happened" else f"id_{deed}_text", message=in_words(error))
