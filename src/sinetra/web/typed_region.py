"""A region as people type it on a form: its name or its code."""

from __future__ import annotations

from django import forms

from sinetra.apps.accounts.region_named import region_named
from sinetra.apps.registry.selectors import region_by_code
from sinetra.core.clock.places import check_region
from sinetra.core.errors import BadInput, NotFound
from sinetra.web.middleware.errors import in_words


def typed_region(text: str, field: str) -> str | None:
    """The code; None for an empty text. Errors: ``ValidationError``."""
    text = text.strip()
    if not text:
        return None
    try:
        found = region_by_code(check_region(text)) if text[0].isdigit() else region_named(text, field=field)
    except (BadInput, NotFound) as error:
        raise forms.ValidationError(in_words(error)) from error
    return found.code
