"""A draft on the reporter's own phone: what the page hands to it. Nothing of it is kept here.

The phone seals it with a PIN (static/sinetra/draft.js). What it seals is sealed already, by this installation: whoever
takes the phone's storage and guesses the PIN still needs this site, and after seven days not even that opens it.
"""

from __future__ import annotations

import secrets
from typing import Any

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.web import sealed

FORM = "report_draft"
DAYS = 7


def asked_for(state: dict[str, Any]) -> dict[str, Any]:
    """From now on each page carries a draft. The name tells one report's draft from another's and opens nothing."""
    return state if "draft" in state else state | {"draft": secrets.token_urlsafe(9)}


def declined(state: dict[str, Any]) -> dict[str, Any]:
    """No page carries one from now on; another draft that lies on the phone stays there."""
    return {name: value for name, value in state.items() if name != "draft"}


def draft_of(state: dict[str, Any]) -> str:
    """Empty unless the reporter has asked for a draft."""
    return sealed.seal(FORM, state) if "draft" in state else ""


def restored(field: str) -> dict[str, Any]:
    """Errors: ``BadInput`` when it is older than seven days, changed, or none."""
    try:
        return sealed.unseal(FORM, field, seconds=DAYS * 24 * 3600)
    except BadInput as error:
        if error.code != "expired":
            raise
        raise BadInput(
            gettext_noop("Konsep ini lebih dari tujuh hari dan tidak dapat dibuka lagi. Mulailah dari awal."),
            field="state",
            code="expired",
        ) from error
