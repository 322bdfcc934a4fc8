"""The map as a sheet to take away: it must say by itself what it shows, of which day, whose lines these are."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sinetra.core.maps.sheet import Painted, Sheet
from sinetra.web.format import day_text
from sinetra.web.maps.drawing import ZoneMap


def sheet_of(drawn: ZoneMap) -> Sheet:
    language = get_language() or "id"
    return Sheet(
        language=language,
        title=_("Peta kerawanan netralitas ASN: %(place)s") % {"place": drawn.extent.title},
        lead=_lead(drawn, language),
        frame=drawn.frame,
        regions=[
            Painted(
                shape=region.shape,
                pattern=region.shade.pattern,
                number=region.number,
                said=region.said,
                chosen=region.chosen,
                numbered=bool(region.size),
            )
            for region in drawn.regions
        ],
        keys=drawn.keys,
        below=_below(drawn),
    )


def _lead(drawn: ZoneMap, language: str) -> str:
    if drawn.zones.day is None:
        return _("Indeks belum dihitung; peta ini menunjukkan wilayah saja.")
    return _("Keadaan data %(day)s, konfigurasi %(configuration)s.") % {
        "day": day_text(drawn.zones.day, language, weekday=False),
        "configuration": drawn.zones.configuration,
    }


def _below(drawn: ZoneMap) -> list[str]:
    found = [
        _("Batas indikatif, bukan acuan hukum. Sumber batas: %(sources)s.")
        % {"sources": "; ".join(drawn.extent.sources)}
    ]
    if drawn.is_shaded:
        found.insert(
            0,
            _(
                "Belum tervalidasi. Zona menunjukkan kerawanan wilayah untuk pencegahan; "
                "bukan tuduhan kepada siapa pun."
            ),
        )
    listed = [f"{region.number} {region.shape.name}" for region in drawn.regions]
    # A list that is longer than the map is in the table of the page.
    if len(listed) <= 70:
        found.append("; ".join(listed) + ".")
    return found
