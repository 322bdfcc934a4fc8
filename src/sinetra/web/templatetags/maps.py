"""The regions of a map, written at once: a country has hundreds of them."""

from __future__ import annotations

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from sinetra.web.maps.drawing import ZoneMap

register = template.Library()


@register.simple_tag
def map_areas(map: ZoneMap) -> SafeString:  # noqa: A002 - as the page calls it
    """One link a region, in the order of the table; its name and zone are its title."""
    lines = []
    for region in map.regions:
        current = ' aria-current="true"' if region.chosen else ""
        lines.append(
            f'<a href="{escape(region.url)}"{current}><title>{escape(region.said)}</title>'
            f'<path class="z-{region.shade.pattern}" d="{region.shape.path}"/></a>\n'
        )
    return mark_safe("".join(lines))  # noqa: S308 - every text was escaped
