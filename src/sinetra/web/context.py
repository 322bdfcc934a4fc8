"""What every page knows: profile, legal date, language and the same page in the other one, menu, side of the house."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from sinetra.web import menu
from sinetra.web.middleware.language import in_language
from sinetra.web.middleware.staff_session import STAFF_PATH


def page(request: HttpRequest) -> dict[str, Any]:
    """The context processor. ``legal_date`` and ``menu`` are made only when a template prints them.

    A staff view sets ``request.menu`` (a list of ``menu.Entry``) to have its own entries.
    """
    language = get_language() or settings.LANGUAGE_CODE
    other = "en" if language == "id" else "id"
    query = request.META.get("QUERY_STRING", "") if request.method == "GET" else ""
    address = in_language(request.path, other)
    return {
        "profile": settings.SINETRA_PROFILE,
        "is_demo": settings.SINETRA_PROFILE == "demo",
        "legal_date": SimpleLazyObject(_legal_date),
        "language": language,
        "other_language": other,
        "other_language_url": f"{address}?{query}" if query else address,
        "menu": getattr(request, "menu", None) or SimpleLazyObject(lambda: menu.entries(request.path)),
        "is_staff_page": request.path.startswith(STAFF_PATH),
        "bawaslu_url": settings.SINETRA_BAWASLU_URL,
    }


def _legal_date() -> Any:
    from sinetra.ports.clock import legal_clock

    return legal_clock().today()
