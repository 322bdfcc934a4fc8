"""``/api/v1``: the machine's side of the public pages. The schema is committed in docs/openapi.json and diffed."""

from __future__ import annotations

from ninja import NinjaAPI

from sinetra.api import problems
from sinetra.api.law import router as law
from sinetra.api.reports import router as reports
from sinetra.api.statistics import router as statistics

# No authentication here: these are the public calls. They carry no cookie and set none.
api = NinjaAPI(
    title="Sinetra",
    version="1.0.0",
    description="Sistem Informasi Netralitas ASN: the public interface. Errors are problem JSON (RFC 9457).",
    urls_namespace="api",
    docs_url=None,
)
problems.install(api)
api.add_router("", law)
api.add_router("", reports)
api.add_router("", statistics)
