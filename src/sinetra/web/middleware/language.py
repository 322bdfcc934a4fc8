"""The language stands in the path (``/id/…``, ``/kerja/en/…``), never in a cookie: a page is the same for everybody.

Only addresses for programs have none in the path: they are answered in the language that ``Accept-Language`` asks for.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.response import SimpleTemplateResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

_PREFIX = re.compile(r"^/(?:kerja/)?(id|en)(?:/|$)")
_FOR_PROGRAMS = "/api/"
# Short addresses to print and to say aloud; Indonesian first.
_SHORT = {"/": "/id/", "/tur": "/id/tur/", "/dari-berita": "/id/dari-berita/", "/kerja": "/kerja/id/"}


def language_of(path: str) -> str:
    """
    >>> language_of("/en/aturan/"), language_of("/kerja/en/"), language_of("/healthz")
    ('en', 'en', 'id')
    """
    found = _PREFIX.match(path)
    return found[1] if found else "id"


def language_asked_for(header: str) -> str:
    """
    >>> language_asked_for("en-GB, id;q=0.5"), language_asked_for("fr, en;q=0"), language_asked_for("*")
    ('en', 'id', 'id')
    """
    asked = (name.partition("-")[0] for name, quality in parse_accept_lang_header(header) if quality > 0)
    return next((name for name in asked if name in {"id", "en"}), "id")


def in_language(path: str, language: str) -> str:
    """The same page in another language.

    >>> in_language("/kerja/id/laporan/", "en")
    '/kerja/en/laporan/'
    """
    found = _PREFIX.match(path)
    return f"{path[: found.start(1)]}{language}{path[found.end(1) :]}" if found else f"/{language}/"


class LanguageFromPath:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        short = _SHORT.get(request.path.rstrip("/") or "/")
        if short is not None:
            query = request.META.get("QUERY_STRING")
            return HttpResponsePermanentRedirect(f"{short}?{query}" if query else short)
        for_programs = request.path.startswith(_FOR_PROGRAMS)
        language = (
            language_asked_for(request.headers.get("Accept-Language", ""))
            if for_programs
            else language_of(request.path)
        )
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
            # A page must be rendered while its language is active.
            if isinstance(response, SimpleTemplateResponse):
                response.render()
        if for_programs:
            patch_vary_headers(response, ["Accept-Language"])
        response.headers.setdefault("Content-Language", language)
        return response
