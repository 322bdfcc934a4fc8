"""Sessions, sign-in and their cookies exist under the staff path only. A public page has no way to set a cookie."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib.auth import get_user
from django.contrib.messages.storage import default_storage
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.base.actor import PUBLIC, Actor
from sinetra.apps.base.viewing import closed
from sinetra.ports.clock import legal_clock

STAFF_PATH = "/kerja/"


def no_address(request: HttpRequest) -> None:
    """Sign-in limits count names, not addresses (settings.AXES_CLIENT_IP_CALLABLE)."""


class StaffSession:
    """On staff paths: session, user, messages and ``request.actor``. Elsewhere: ``request.actor`` is the public."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.staff = SessionMiddleware(self._staff)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(STAFF_PATH):
            return cast("HttpResponse", self.staff(request))
        request.actor = PUBLIC  # type: ignore[attr-defined]
        return self.get_response(request)

    def _staff(self, request: HttpRequest) -> HttpResponse:
        request.user = SimpleLazyObject(lambda: get_user(request))  # type: ignore[assignment]
        request._messages = default_storage(request)  # type: ignore[attr-defined]
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        with closed():
            response = self.get_response(request)
        # Staff pages hold personal data: no shared or disk cache, not even after signing out.
        response.headers.setdefault("Cache-Control", "no-store")
        request._messages.update(response)  # type: ignore[attr-defined]
        return response


def _actor(request: HttpRequest) -> Actor:
    if not request.user.is_authenticated:
        return PUBLIC
    return actor_of(request.user, legal_clock().today())
