"""Files that a report was to bring and that are gone: they leave the answers, and the reporter is told which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from sinetra.apps.evidence.limits import MOST_FILES
from sinetra.apps.evidence.pieces import lost
from sinetra.web.evidence_list import File, still_here
from sinetra.web.parts import Fault
from sinetra.web.public.report.pages import Page


def without_lost(state: dict[str, Any], page: Page, uploaded: Sequence[str] = ()) -> tuple[dict[str, Any], list[Fault]]:
    """``uploaded``: keys that stood on the page of evidence and are not among the answers yet; they join them, as far
    as they are there. ``page``: where it is told."""
    known: list[File] = state.get("evidence", {}).get("files", [])
    keys = {file["key"] for file in known}
    fresh = [key for key in dict.fromkeys(uploaded) if key not in keys][:MOST_FILES]
    gone = lost([*keys, *fresh])
    names = [file["name"] for file in known if file["key"] in gone] + ["" for key in fresh if key in gone]
    more = still_here(key for key in fresh if key not in gone)
    if names or more:
        kept = [file for file in known if file["key"] not in gone]
        state = state | {"evidence": {"files": [*kept, *more]}}
    return state, [_fault(names, page)] if names else []


def _fault(names: Sequence[str], page: Page) -> Fault:
    told = ", ".join(name or _("tanpa nama") for name in names)
    words = _("Berkas ini tidak ada lagi, karena tidak dikirim dalam 24 jam: %(files)s. Bila perlu, unggah lagi.")
    return Fault(field="id_files" if page.name == "evidence" else "", message=words % {"files": told})
