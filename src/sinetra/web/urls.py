"""All addresses: public pages under /id/ and /en/, staff pages under /kerja/id/ and /kerja/en/, machines elsewhere."""

from __future__ import annotations

from django.urls import URLResolver, path
from django.urls.resolvers import LocalePrefixPattern

from sinetra.api.urls import api
from sinetra.web import health
from sinetra.web.public.urls import urlpatterns as public_pages
from sinetra.web.staff.urls import urlpatterns as staff_pages


class StaffPrefix(LocalePrefixPattern):
    """``kerja/id/``: the session cookie's path covers both languages of the staff side and nothing public."""

    @property
    def language_prefix(self) -> str:
        return f"kerja/{super().language_prefix}"


urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("api/v1/", api.urls),
    URLResolver(StaffPrefix(), staff_pages),
    URLResolver(LocalePrefixPattern(), public_pages),
]
handler404 = "sinetra.web.health.page_not_found"
handler403 = "sinetra.web.health.forbidden"
handler500 = "sinetra.web.health.server_error"
