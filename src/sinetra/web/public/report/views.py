"""``/lapor/``: each POST answers 200 with the next page; nothing is stored before the last one."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sinetra.apps.evidence.limits import NoSpace
from sinetra.apps.registry.models import Region
from sinetra.apps.reports.actions.file_report import file_report
from sinetra.apps.reports.intake import read_report
from sinetra.apps.reports.offices import competent_office
from sinetra.core.errors import BadInput, Conflict
from sinetra.ports.clock import legal_clock, zone_of
from sinetra.ports.limits import Kind, TooMany, admit
from sinetra.web import sealed
from sinetra.web.access import public_form
from sinetra.web.clocks import due_clock
from sinetra.web.evidence_list import asked
from sinetra.web.middleware.errors import in_words, to_wait
from sinetra.web.parts import Fault
from sinetra.web.public.follow import FORM as FOLLOW
from sinetra.web.public.report import draft, pages
from sinetra.web.public.report.acts import act_choices
from sinetra.web.public.report.form_file import to_complete
from sinetra.web.public.report.forms import ANONYMOUS, CONFIDENTIAL, FORMAL
from sinetra.web.public.report.lost_files import without_lost
from sinetra.web.public.report.region_picker import picker
from sinetra.web.public.report.topics import TOPIC, TOPICS, with_topic

FORM = "report"


@public_form
@never_cache
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    if settings.SINETRA_PROFILE == "pemda":
        address = with_topic(settings.SINETRA_BAWASLU_URL, request.GET.get(TOPIC, ""))
        return render(request, "public/report/elsewhere.html", {"address": address})
    if request.method != "POST":
        return _show(request, pages.PAGES[0], _begun(request.GET.get(TOPIC, "")))
    page = pages.BY_NAME.get(request.POST.get("page", ""), pages.PAGES[0])
    again = request.POST.get("go") == "restore"
    try:
        state = draft.restored(request.POST.get("draft", "")) if again else _state(request)
    except BadInput as error:
        # What came before cannot be read; what was typed just now can.
        fresh = _keep(request, page, {"key": secrets.token_urlsafe(24)})
        return _show(request, pages.PAGES[0], fresh, problem=in_words(error))
    if page not in pages.path_for(state):
        page = pages.first_unanswered(state)
    match request.POST.get("go"):
        case "back":
            return _show(request, pages.before(page.name, state), _keep(request, page, state))
        case "restore":
            state, faults = without_lost(state, page, request.POST.getlist("upload"))
            return _show(request, page, state, typed=_typed(request), faults=faults)
        case "draft":
            return _show(request, page, draft.asked_for(state), typed=_typed(request))
        case "no_draft":
            return _show(request, page, draft.declined(state), typed=_typed(request))
        case "find" | "step" | "up" if page.name == "where":
            return _show(request, page, state, typed=_typed(request))
        case "send" if page.name == "summary":
            return _send(request, state)
        case name if name in pages.BY_NAME:
            return _show(request, pages.BY_NAME[str(name)], state)
        case _:
            return _next(request, page, state)


def _begun(topic: str) -> dict[str, Any]:
    """A report that nobody has answered anything of; ``topic`` is that of the tile that leads here."""
    return {"key": secrets.token_urlsafe(24)} | ({"topic": topic} if topic in TOPICS else {})


def _state(request: HttpRequest) -> dict[str, Any]:
    """Errors: ``BadInput``."""
    return sealed.unseal(FORM, request.POST.get("sealed", ""))


def _typed(request: HttpRequest) -> dict[str, Any] | None:
    """What stands in the fields, right or wrong; None when the page was not filled in at all."""
    typed: dict[str, Any] = request.POST.dict()
    if "acts" in typed:
        typed["acts"] = request.POST.getlist("acts")
    return typed if typed.keys() - {"sealed", "draft", "page", "go"} else None


def _keep(request: HttpRequest, page: pages.Page, state: dict[str, Any]) -> dict[str, Any]:
    """``state`` with what was typed on ``page``, if it is an answer: going back is no reason to type anew."""
    form = _form(page, request.POST, state=state) if page.form else None
    if form is not None and form.is_valid():
        return pages.with_answer(state, page, form.cleaned_data)
    return state


def _next(request: HttpRequest, page: pages.Page, state: dict[str, Any]) -> HttpResponse:
    if page.form is None:
        return _show(request, page, state)
    form = _form(page, request.POST, state=state)
    if not form.is_valid():
        return _show(request, page, state, bound=form)
    state = pages.with_answer(state, page, form.cleaned_data)
    return _show(request, pages.after(page.name, state), state)


def _form(
    page: pages.Page, data: Any = None, initial: dict[str, Any] | None = None, *, state: dict[str, Any]
) -> forms.Form:
    assert page.form is not None  # noqa: S101 - callers ask for pages with a form
    more: dict[str, Any] = {"today": legal_clock().today()} if page.name == "when" else {}
    if page.name == "reporter":
        more = {"formal": state.get("channel", {}).get("channel") != CONFIDENTIAL}
    return page.form(data, initial=initial, **more)


def _show(
    request: HttpRequest,
    page: pages.Page,
    state: dict[str, Any],
    *,
    bound: forms.Form | None = None,
    typed: dict[str, Any] | None = None,
    problem: str = "",
    faults: Sequence[Fault] = (),
) -> HttpResponse:
    """``bound`` tells what is wrong with it; ``typed`` only stands in the fields again."""
    page = pages.on_path(page, state)
    path = pages.path_for(state)
    topic = TOPICS.get(state.get("topic", ""))
    proposed = {"acts": list(topic.acts)} if topic and page.name == "what" else None
    form = (bound or _form(page, initial=typed or state.get(page.name) or proposed, state=state)) if page.form else None
    context: dict[str, Any] = {
        "page_name": page.name,
        # Not the address of the page before: files come to one of their own.
        "action": reverse("report_evidence" if page.name == "evidence" else "report"),
        "form": form,
        "sealed": sealed.seal(FORM, state),
        "draft": draft.draft_of(state),
        "answers": state,
        "topic": topic.title if topic else "",
        "faults": [Fault(field="", message=problem)] if problem else list(faults),
        "step": path.index(page) + 1,
        "steps": len(path),
    }
    match page.name:
        case "what":
            context |= act_choices(form)
        case "where":
            context["picker"] = picker(request.POST, state.get("where", {}).get("region", ""))
        case "evidence":
            context |= asked(state.get("evidence", {}).get("files", ()))
        case "summary":
            context |= asked(state.get("evidence", {}).get("files", ()))
            context["region"] = Region.objects.select_related("parent").get(pk=state["where"]["region"])
    # A wrong answer is told with 200, too: old browsers keep what was typed.
    return render(request, f"public/report/{page.name}.html", context)


def show_page(
    request: HttpRequest, page: pages.Page, state: dict[str, Any], faults: Sequence[Fault] = ()
) -> HttpResponse:
    """For the page whose files come to an address of their own."""
    return _show(request, page, state, faults=faults)


def _send(request: HttpRequest, state: dict[str, Any]) -> HttpResponse:
    if pages.first_unanswered(state).name != "summary":
        return _show(request, pages.PAGES[-1], state)
    try:
        admit(Kind.FILING, request.META)
        filed = file_report(report=read_report(_filing(state)))
    except TooMany as error:
        return to_wait(_show(request, pages.PAGES[-1], state, problem=in_words(error)), error)
    except Conflict as error:
        if error.code != "other_content":
            return _show(request, pages.PAGES[-1], state, problem=in_words(error))
        return _show(request, pages.PAGES[-1], pages.as_another(state))
    except (BadInput, NoSpace) as error:
        state, faults = without_lost(state, pages.PAGES[-1])
        return _show(request, pages.PAGES[-1], state, faults=faults or [Fault(field="", message=in_words(error))])
    region = state["where"]["region"]
    context = {
        "filed": filed,
        "office": competent_office(region).name,
        "zone": zone_of(region).abbreviation,
        "clocks": [due_clock(due, legal_clock().today(region)) for due in filed.due],
        "late": filed.kept_as != filed.channel,
        "token": sealed.seal(FOLLOW, {"report": str(filed.report_id)}),
    } | to_complete(filed.report_id, {"key": state["key"], "reporter": state.get("reporter")})
    return render(request, "public/report/filed.html", context)


def _filing(state: dict[str, Any]) -> dict[str, Any]:
    """The answers in the shape of contract 10."""
    who = state["who"]
    channel = state["channel"]["channel"]
    return {
        "channel": "report" if channel == FORMAL else "initial_information",
        "what": state["what"]["what"],
        "acts": state["what"]["acts"],
        "happened_on": state["when"]["happened_on"],
        "known_on": state["when"]["known_on"],
        "region": state["where"]["region"],
        "where": state["where"]["where"],
        "reported": [{"role": who["role"], "name": who["name"] or None, "unit": who["unit"] or None}],
        "reporter": None if channel == ANONYMOUS else state["reporter"],
        "idempotency_key": state["key"],
        "evidence": [file["key"] for file in state["evidence"].get("files", ())],
    }
