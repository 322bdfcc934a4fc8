"""Is the process alive, is everything it needs there; and the pages for what went wrong."""

from __future__ import annotations

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sinetra.web.access import public
from sinetra.web.middleware.errors import error_page


@public
def healthz(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"ok": True})


@public
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when database, blobs, queue and catalogue answer, else 503 with the parts that do not."""
    parts = {"database": _database, "blobs": _blobs, "queue": _queue, "catalogue": _catalogue}
    state = {}
    for name, probe in parts.items():
        try:
            probe()
            state[name] = "ok"
        except Exception as error:
            # The kind says enough to an operator and nothing about the installation to a stranger.
            state[name] = type(error).__name__
    ok = all(value == "ok" for value in state.values())
    return JsonResponse({"ok": ok, "parts": state}, status=200 if ok else 503)


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _queue() -> None:
    from sinetra.apps.base.models import OutboxTask

    OutboxTask.objects.order_by("pk").first()


def _blobs() -> None:
    from sinetra.ports.blobs import blob_store

    blob_store(settings.SINETRA_DATA, settings.SINETRA_BLOBS_URL).check()


def _catalogue() -> None:
    from sinetra.apps.base.catalogue import rulebook

    rulebook()


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 404, _("Halaman ini tidak ada. Periksa alamatnya atau mulai dari beranda."))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 403, _("Anda tidak berwenang membuka halaman ini."))


def server_error(request: HttpRequest) -> HttpResponse:
    return render(
        request, "public/error.html", {"status": 500, "message": _("Ada yang salah di pihak kami.")}, status=500
    )
