"""Tasks that gave up (dead letters), for administrators: what, since when, and once more. Payloads are ids only."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.retry import dead_letters, retry_task
from sinetra.apps.base.tasks import told_task
from sinetra.core.errors import Conflict
from sinetra.web.access import StaffRequest, staff
from sinetra.web.format import instant_text
from sinetra.web.middleware.errors import in_words

SHORT = 160


@staff("outbox.retry")
def queue(request: StaffRequest) -> HttpResponse:
    return _page(request)


def _page(request: StaffRequest, *, conflict: str = "") -> HttpResponse:
    found = dead_letters(request.actor, after=request.GET.get("after"))
    context = {
        "tasks": [_words(task) for task in found],
        "older": f"?after={found.next_token}" if found.next_token else "",
        "newer": request.path if request.GET.get("after") else "",
        "conflict": conflict,
    }
    return render(request, "staff/queue.html", context, status=Conflict.status if conflict else 200)


def _words(task: OutboxTask) -> dict[str, object]:
    """The last line of a trace says what went wrong; the rest is for the log.

    Where the task is told by another name, the place of the error would give it away: only its kind is shown.
    """
    lines = task.last_error.strip().splitlines()
    name = told_task(task.name)
    error = lines[-1][:SHORT] if lines else "–"
    return {
        "id": task.pk,
        "name": name,
        "attempts": task.attempts,
        "since": instant_text(task.finished_at or task.created_at, "WIB", get_language() or "id"),
        "error": error if name == task.name else error.split(maxsplit=1)[0],
    }


@staff("outbox.retry")
@require_POST
def retry(request: StaffRequest, pk: UUID) -> HttpResponse:
    try:
        task = retry_task(task_id=pk, actor=request.actor)
    except Conflict as error:
        return _page(request, conflict=in_words(error))
    messages.success(request, _("%(name)s akan dijalankan lagi.") % {"name": told_task(task.name)})
    return redirect("queue")
