"""The acts as a page shows them: grouped, and open where something is chosen."""

from __future__ import annotations

from typing import Any

from django import forms

from sinetra.web.words import ACT_GROUPS


def act_choices(form: forms.Form | None) -> dict[str, Any]:
    """For parts/act_choices.html."""
    chosen = set(form["acts"].value() or ()) if form else set()
    groups = [(group, acts, any(code in chosen for code, _ in acts)) for group, acts in ACT_GROUPS]
    return {"act_groups": groups, "chosen_acts": chosen}
