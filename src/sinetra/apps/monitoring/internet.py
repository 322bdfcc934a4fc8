"""The network, for installations that say they have it."""

from __future__ import annotations

from functools import cache

from django.conf import settings

from sinetra.core.errors import Forbidden, SinetraError, gettext_noop
from sinetra.ports.fetch import HttpFetcher
from sinetra.ports.net_addresses import Network


def fetcher() -> HttpFetcher:
    """One a process: pauses and robots.txt hold for all who ask. Errors: ``Forbidden`` without internet."""
    if not settings.SINETRA_INTERNET:
        message = gettext_noop("Pemasangan ini tidak memakai internet. Pengelola mesin dapat menyalakannya.")
        raise Forbidden(message, code="no_internet")
    return _fetcher(settings.SINETRA_FETCH_ALLOW)


@cache
def _fetcher(allowed: tuple[Network, ...]) -> HttpFetcher:
    return HttpFetcher(allowed=allowed)


def kept(error: SinetraError) -> dict[str, object]:
    """An error as a row keeps it: the message id and its parameters, to be said later in the reader's language."""
    return {"message": error.message, "params": {name: str(value) for name, value in error.params.items()}}


def told(row: dict[str, object]) -> SinetraError | None:
    """The error again; None for an empty one."""
    params = row.get("params")
    return SinetraError(str(row["message"]), **params) if isinstance(params, dict) else None
