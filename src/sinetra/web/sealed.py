"""Answers so far travel in one sealed hidden field: nothing is stored before filing, no cookie is needed.

The field is AEAD-sealed with the view key and bound to its form; it opens for 24 hours.
"""

from __future__ import annotations

import json
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

from sinetra.core.errors import BadInput, SinetraError, gettext_noop
from sinetra.ports import keyring

FORM_HOURS = 24
VIEW_MINUTES = 30


def seal(form: str, state: dict[str, Any]) -> str:
    """Text for a hidden field; without the view key nobody reads or changes it."""
    content = json.dumps({"t": int(time.time()), "s": state}, ensure_ascii=False, separators=(",", ":"))
    return urlsafe_b64encode(keyring.seal("view", content.encode(), f"form:{form}".encode())).decode()


def unseal(form: str, field: str, *, seconds: int = FORM_HOURS * 3600) -> dict[str, Any]:
    """The state again. Errors: ``BadInput`` when it is too old, changed, or of another form."""
    try:
        content = json.loads(keyring.open_sealed("view", urlsafe_b64decode(field.encode()), f"form:{form}".encode()))
    except (SinetraError, ValueError) as error:
        raise BadInput(
            gettext_noop("Isian ini tidak dapat dibaca lagi. Mulai lagi dari halaman pertama."), field="state"
        ) from error
    if time.time() - content["t"] > seconds:
        raise BadInput(
            gettext_noop("Halaman ini sudah terlalu lama terbuka. Demi keamanan, mulai lagi dari halaman pertama."),
            field="state",
            code="expired",
        )
    state: dict[str, Any] = content["s"]
    return state
