"""The secret of a form that makes sending it happen once: it travels sealed, and stays after an error."""

from __future__ import annotations

import hashlib
import secrets

from sinetra.core.errors import Conflict, SinetraError
from sinetra.web import sealed


def sealed_key(form: str, key: str = "") -> str:
    """For a hidden field; without ``key`` a new one."""
    return sealed.seal(form, {"key": key or secrets.token_urlsafe(24)})


def key_of(form: str, field: str) -> str:
    """Errors: ``BadInput`` when the page is too old or was changed."""
    return str(sealed.unseal(form, field)["key"])


def key_after(error: SinetraError, key: str) -> str:
    """The same key, so that what went through although it looked otherwise is not written twice. Where the first
    sending is there with other words, this is one of its own, under a key of its own."""
    if isinstance(error, Conflict) and error.code == "other_content":
        return hashlib.sha256(key.encode()).hexdigest()
    return key
