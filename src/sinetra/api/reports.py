"""Filing and following for machines (contract 10). The code goes in a header, never in an address."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from ninja import Body, Header, Router, Schema, Status
from ninja.decorators import decorate_view

from sinetra.api.problems import Problem
from sinetra.apps.reports.actions.file_report import Filed, file_report
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.law_clock import Due
from sinetra.apps.reports.selectors import follow as follow_code
from sinetra.ports.limits import Kind, admit, wrong_codes_counted

router = Router(tags=["reports"])


class DueOut(Schema):
    rule: str
    due: str
    explanation: list[str]


class FiledOut(Schema):
    """``code`` is shown here and nowhere else; whoever holds it can follow the report."""

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
        proof="/api/v1/follow",
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
    return view.to_json(gettext, "en" if get_language() == "en" else "id")
