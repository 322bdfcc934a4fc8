"""Every view says who may reach it. A test walks all URLs and fails on one that does not.

``@public``: anybody, nothing about the caller is known. ``@public_form``: the same, and it takes POST without a cookie.
``@staff("matter.read")``: a signed-in person whose role allows the action.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt

from sinetra.apps.audit.access_log import keep
from sinetra.apps.base import policy
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.viewing import viewing
from sinetra.core.errors import Forbidden, gettext_noop
from sinetra.ports.clock import now
from sinetra.web.menu import Entry
from sinetra.web.staff import menu

View = Callable[..., HttpResponseBase]


class StaffRequest(HttpRequest):
    """What a view behind ``@staff`` gets: ``actor`` by middleware/staff_session.py, ``menu`` for the page."""

    actor: Actor
    menu: list[Entry]


def public(view: View) -> View:
    view.access = "public"  # type: ignore[attr-defined]
    return view


def public_form(view: View) -> View:
    """Public forms carry no ambient authority, so they need no token; they refuse to be posted from elsewhere."""

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and not same_site(request):
            raise Forbidden(gettext_noop("Formulir ini hanya dapat dikirim dari situs ini sendiri."), code="cross_site")
        return view(request, *args, **kwargs)

    guarded.access = "public"  # type: ignore[attr-defined]
    return guarded


def same_site(request: HttpRequest) -> bool:
    """False for a cross-site ``Sec-Fetch-Site``, a foreign ``Origin`` or one that is no address. Old browsers send
    neither. A browser leaves the default port out of ``Origin``; some proxies write it into ``Host``.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("Origin")
    if origin in {None, "", "null"}:
        return True
    try:
        place = urlsplit(str(origin)).netloc
    except ValueError:
        return False
    return _without_default_port(place) == _without_default_port(request.get_host())


def _without_default_port(place: str) -> str:
    return place.lower().removesuffix(":443").removesuffix(":80")


def _page_name(request: HttpRequest) -> str:
    match = request.resolver_match
    return (match.url_name or "") if match else ""


def _target(kwargs: dict[str, Any]) -> UUID | None:
    """What the address names."""
    found = kwargs.get("pk")
    return found if isinstance(found, UUID) else None


def staff(action: str) -> Callable[[View], View]:
    """``action`` is checked without a row here; verbs and selectors check the row itself. What the view opens of
    people is in the access log before its answer leaves."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.actor.kind != "person":
                target = reverse("sign_in")
                return redirect(f"{target}?{urlencode({'next': request.get_full_path()})}")
            policy.require(request.actor, action)
            request.menu = menu.entries(request.actor, request.path)
            with viewing(request.actor, page=_page_name(request), target=_target(kwargs)) as opened:
                answer = view(request, *args, **kwargs)
            # A redirect shows nothing; the page that it leads to keeps its own.
            if not 300 <= answer.status_code < 400:
                keep(opened, at=now())
            return answer

        guarded.access = action  # type: ignore[attr-defined]
        return guarded

    return decorate
