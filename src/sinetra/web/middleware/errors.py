"""Every error of the tree becomes a page here, once; the API maps the same tree to problem JSON (api/problems.py)."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sinetra.core.errors import SinetraError
from sinetra.ports.limits import TooMany


def in_words(error: SinetraError) -> str:
    """The message in the language of the page."""
    text = _(error.message)
    return text % error.params if error.params else text


class ErrorsAsPages:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, RequestDataTooBig):
            return too_large(request)
        if not isinstance(exception, SinetraError):
            return None
        page = error_page(request, exception.status, in_words(exception))
        return to_wait(page, exception) if isinstance(exception, TooMany) else page


def error_page(request: HttpRequest, status: int, message: str) -> HttpResponse:
    return render(request, "public/error.html", {"status": status, "message": message}, status=status)


def too_large(request: HttpRequest) -> HttpResponse:
    return error_page(request, 413, _("terlalu besar").capitalize())


def to_wait(page: HttpResponse, error: TooMany) -> HttpResponse:
    """``page``, which holds what was typed, says to programs too when to come again."""
    page.status_code = error.status
    page.headers["Retry-After"] = str(error.retry_after)
    return page
