"""``/api/v1``: the machine's side of the public pages. The schema is committed in docs/openapi.json and diffed."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from sinetra.api import problems
from sinetra.api.circulars import router as circulars
from sinetra.api.deadlines import router as deadlines
from sinetra.api.index import router as index
from sinetra.api.law import router as law
from sinetra.api.opinions import router as opinions
from sinetra.api.packages import router as packages
from sinetra.api.reports import router as reports
from sinetra.api.statistics import router as statistics
from sinetra.api.transfers import router as transfers
from sinetra.api.uploads import router as uploads


class SinetraAPI(NinjaAPI):
    """Says in the schema that errors are problem JSON."""

    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**kwargs)
        for path in schema["paths"].values():
            for operation in path.values():
                for status, response in operation["responses"].items():
                    if int(status) >= 400 and "application/json" in response.get("content", {}):
                        response["content"] = {problems.MEDIA_TYPE: response["content"]["application/json"]}
        return schema


# No authentication here: these are the public calls. They carry no cookie and set none.
api = SinetraAPI(
    title="Sinetra",
    version="1.0.0",
    description="Sistem Informasi Netralitas ASN: the public interface. Errors are problem JSON (RFC 9457).",
    urls_namespace="api",
    docs_url=None,
)
problems.install(api)
api.add_router("", law)
api.add_router("", deadlines)
api.add_router("", transfers)
api.add_router("", opinions)
api.add_router("", circulars)
api.add_router("", reports)
api.add_router("", uploads)
api.add_router("", packages)
api.add_router("", statistics)
api.add_router("", index)
