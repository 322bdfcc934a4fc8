"""``/hadir/peserta/<link>/``: what a participant can do at this activity, without an account.

The page never shows a name: whoever types somebody's NIP gets the link too.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from sinetra.apps.prevention.links import participant as attendance_of
from sinetra.apps.prevention.session_time import zone
from sinetra.web.access import public
from sinetra.web.public.participation.session_facts import session_pairs
from sinetra.web.public.participation.tiles import tiles


@public
@never_cache
@require_GET
def participant(request: HttpRequest, link: str) -> HttpResponse:
    row = attendance_of(link)
    context = {
        "attendance": row,
        "zone": zone(row.session).abbreviation,
        "pairs": session_pairs(row.session),
        "tiles": tiles(row, link),
    }
    return render(request, "public/participation/participant.html", context)
