"""Whoever must step aside reads why, and to whom the matter goes, whatever staff page they asked for."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from sinetra.apps.cases.conflicts import StepAside
from sinetra.web.staff.step_aside import step_aside_page


class StepAsideAsPage:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return step_aside_page(request, exception) if isinstance(exception, StepAside) else None  # type: ignore[arg-type]
