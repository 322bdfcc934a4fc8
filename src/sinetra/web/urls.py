"""All addresses: public pages under /id/ and /en/, staff pages under /kerja/id/ and /kerja/en/, machines elsewhere."""

from __future__ import annotations

from django.urls import URLResolver, include, path
from django.urls.resolvers import LocalePrefixPattern

from sinetra.api.urls import api
from sinetra.web import health


class StaffPrefix(LocalePrefixPattern):
    """``kerja/id/``: the session cookie's path covers both languages of the staff side and nothing public."""

    @property
    def language_prefix(self) -> str:
        return f"kerja/{super().language_prefix}"


urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("api/v1/", api.urls),
    URLResolver(StaffPrefix(), [*include("sinetra.web.staff.urls")[0].urlpatterns]),
    URLResolver(LocalePrefixPattern(), [*include("sinetra.web.public.urls")[0].urlpatterns]),
]
handler404 = "sinetra.web.health.page_not_found"
handler403 = "sinetra.web.health.forbidden"
handler500 = "sinetra.web.health.server_error"
