"""Filing and following for machines (contract 10). The code goes in a header, never in an address."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import cache_control, never_cache
from ninja import Body, Header, Router, Schema, Status
from ninja.decorators import decorate_view

from sinetra.api.problems import Problem
from sinetra.apps.base.actor import reporter
from sinetra.apps.reports.actions import write_message
from sinetra.apps.reports.actions.file_report import Filed, file_report
from sinetra.apps.reports.actions.make_proof import Proof, make_proof_by_code
from sinetra.apps.reports.codes import find_by_code, words
from sinetra.apps.reports.follow_talk import seen
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.law_clock import Due
from sinetra.apps.reports.messages import said
from sinetra.apps.reports.news import current_news
from sinetra.apps.reports.selectors import follow as follow_code
from sinetra.ports.limits import Kind, admit, wrong_codes_counted

router = Router(tags=["reports"])


class DueOut(Schema):
    rule: str
    due: str
    explanation: list[str]


class FiledOut(Schema):
    """``code`` is shown here and nowhere else; whoever holds it can follow the report. ``proof`` is the address of
    the signed proof of filing, the same for every report: it wants the code in the header ``X-Report-Code``."""

    code: str
    filed_at: str
    channel: str
    kept_as: str
    due: list[DueOut]
    proof: str


def _due(due: Due) -> DueOut:
    return DueOut(rule=due.rule, due=due.due.isoformat(), explanation=list(due.explanation(gettext)))


def _answer(filed: Filed) -> FiledOut:
    return FiledOut(
        code=filed.code,
        filed_at=filed.filed_at.isoformat(timespec="seconds"),
        channel=filed.channel.value,
        kept_as=filed.kept_as.value,
        due=[_due(due) for due in filed.due],
        proof="/api/v1/follow/proof",
    )


@router.post(
    "/reports",
    response={
        201: FiledOut,
        200: FiledOut,
        409: Problem,
        413: Problem,
        421: Problem,
        422: Problem,
        429: Problem,
        507: Problem,
    },
    summary="File a report or give initial information",
)
@decorate_view(never_cache)
def file(request: HttpRequest, report: Annotated[dict[str, Any], Body()]) -> Any:
    """Fields: channel, what, happened_on, known_on, region, where, reported, acts, reporter, idempotency_key,
    evidence (keys of whole uploads).

    A repeat with the same key and content answers 200 with the same body; with other content 409.
    In a flood 429 says in ``Retry-After`` when to send the same again.
    """
    admit(Kind.FILING, request.META)
    filed = file_report(report=read_report(report))
    return Status(200 if filed.repeated else 201, _answer(filed))


@router.get(
    "/follow",
    response={200: Any, 404: Problem, 422: Problem, 429: Problem},
    summary="Steps, clocks, tracks and messages of one report, by its code",
)
@decorate_view(never_cache)
def follow(request: HttpRequest, x_report_code: Annotated[str, Header()]) -> Any:
    with wrong_codes_counted(request.META):
        view = follow_code(x_report_code)
    seen(view.report_id, view.talk.newest)
    return view.to_json(gettext, "en" if get_language() == "en" else "id")


@router.get(
    "/follow/proof",
    response={200: Any, 404: Problem, 410: Problem, 422: Problem},
    summary="Signed proof of filing (PDF), made when first asked for",
)
@decorate_view(never_cache)
def proof(request: HttpRequest, x_report_code: Annotated[str, Header()]) -> Any:
    """The same bytes each time. ``sinetra verify-document`` and the page /id/bukti/ check it."""
    return HttpResponse(_proof(request, x_report_code).pdf, content_type="application/pdf")


@router.get(
    "/follow/proof/content",
    response={200: Any, 404: Problem, 410: Problem, 422: Problem},
    summary="The file whose SHA-256 the proof states: what was written, with a random salt",
)
@decorate_view(never_cache)
def proof_content(request: HttpRequest, x_report_code: Annotated[str, Header()]) -> Any:
    return HttpResponse(_proof(request, x_report_code).content, content_type="application/json")


def _proof(request: HttpRequest, code: str) -> Proof:
    with wrong_codes_counted(request.META):
        return make_proof_by_code(code=code, address=request.build_absolute_uri(reverse("check_proof")))


class MessageIn(Schema):
    """``completes``: it answers what the office asked to complete. The key makes a repeat harmless."""

    text: str
    idempotency_key: str
    completes: bool = False


class MessageOut(Schema):
    kind: str
    on: str
    text: str


@router.post(
    "/follow/messages",
    response={201: MessageOut, 200: MessageOut, 404: Problem, 409: Problem, 410: Problem, 422: Problem},
    summary="Write to the office that handles the report, by its code",
)
@decorate_view(never_cache)
def write(request: HttpRequest, given: MessageIn, x_report_code: Annotated[str, Header()]) -> Any:
    """A repeat with the same key and text answers 200 with the same body; with another text 409."""
    with wrong_codes_counted(request.META):
        report = find_by_code(x_report_code)
    sent = write_message(
        report=report,
        text=given.text,
        key=given.idempotency_key,
        completes=given.completes,
        actor=reporter(report.pk),
    )
    row = said(sent.message, is_new=False)
    return Status(200 if sent.repeated else 201, MessageOut(kind=row.mark, on=row.on.isoformat(), text=row.text))


class NewsOut(Schema):
    """``tokens``: 32 hex digits each, most of them random. ``words``: those of codes, in their order (ADR 0019)."""

    day: date | None
    tokens: list[str]
    words: list[str]


@router.get(
    "/follow/news",
    response={200: NewsOut},
    url_name="news",
    summary="The public list of a day: who knows a code computes its token and looks whether it is here",
)
@decorate_view(cache_control(public=True, max_age=600))
def news(request: HttpRequest) -> Any:
    found = current_news()
    return NewsOut(
        day=found.day if found else None, tokens=list(found.tokens) if found else [], words=list(words().words)
    )
