"""The map page of each extent, from the country down, and the same map as a picture to take away."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.apps.index.method import method
from sinetra.core.documents.map_picture import map_png
from sinetra.core.maps.sheet import draw
from sinetra.web import parts
from sinetra.web.access import public
from sinetra.web.downloads import download
from sinetra.web.maps.drawing import ZoneMap, zone_map
from sinetra.web.maps.extents import CITIES, COUNTRY, VILLAGES, Extent, extent, has_villages, ways_up
from sinetra.web.maps.taken import sheet_of


@public
def country(request: HttpRequest) -> HttpResponse:
    return _page(request, extent(COUNTRY))


@public
def map_of(request: HttpRequest, name: str) -> HttpResponse:
    """``/peta/63.72/``: the parts of a region; ``kabupaten-kota``; ``63.72-kelurahan``."""
    return _page(request, extent(name))


def _page(request: HttpRequest, found: Extent) -> HttpResponse:
    drawn = zone_map(found)
    context: dict[str, Any] = {
        "map": drawn,
        "extent": found,
        "up": [parts.Link(text=text, url=_address(name)) for name, text in ways_up(found.code)],
        "ways": _ways(found),
        "method": parts.Link(text=_("Bagaimana dihitung?"), url=reverse("index_method")),
        "stable": round(100 * method().zones.stable),
        "sources": found.sources,
        "svg_url": reverse("map_svg", args=[found.name]),
        "png_url": reverse("map_png", args=[found.name]),
    }
    return render(request, "public/maps/map.html", context)


def _address(name: str) -> str:
    return reverse("map") if name == COUNTRY else reverse("map_of", args=[name])


def _ways(found: Extent) -> list[parts.Link]:
    """The same place, cut otherwise."""
    if found.name == COUNTRY:
        return [parts.Link(text=_("Semua kabupaten dan kota"), url=_address(CITIES))]
    if found.name == CITIES:
        return [parts.Link(text=_("Per provinsi"), url=_address(COUNTRY))]
    if found.name.endswith(VILLAGES):
        return [parts.Link(text=_("Per kecamatan"), url=_address(found.code))]
    if has_villages(found.code):
        return [parts.Link(text=_("Semua kelurahan dan desa"), url=_address(f"{found.code}{VILLAGES}"))]
    return []


@public
def map_svg(request: HttpRequest, name: str) -> HttpResponse:
    drawn = zone_map(extent(name))
    body = draw(sheet_of(drawn)).encode()
    return download(body, "image/svg+xml", _file_name(drawn, "svg"), is_public=True)


@public
def map_picture(request: HttpRequest, name: str) -> HttpResponse:
    drawn = zone_map(extent(name))
    return download(_set(draw(sheet_of(drawn))), "image/png", _file_name(drawn, "png"), is_public=True)


@lru_cache(maxsize=32)
def _set(text: str) -> bytes:
    """Setting takes a tenth of a second: the same drawing is set once, as long as it is asked for."""
    return map_png(text)


def _file_name(drawn: ZoneMap, ending: str) -> str:
    day = f"-{drawn.zones.day.isoformat()}" if drawn.zones.day else ""
    return f"sinetra-peta-{drawn.extent.name}{day}-{get_language()}.{ending}"
