"""The data dictionary and the DCAT catalogue of open statistics, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_noop

from sinetra.apps.insight.models import Snapshot
from sinetra.apps.insight.statistics.query import QUERY, VERSION
from sinetra.apps.insight.statistics.vocabulary import DIMENSIONS, STATUSES, Dimension, Unit
from sinetra.core.statistics import SMALLEST
from sinetra.core.statistics.flat import COLUMNS
from sinetra.web import statistics_words as words

LANGUAGES = ("id", "en")
_COLUMNS: Mapping[str, str] = {
    "edition": gettext_noop("Tanggal keadaan edisi itu."),
    "table": gettext_noop("Nama tabel: satuan dan pembaginya."),
    "unit": gettext_noop("Yang dihitung. Angka satuan yang berbeda tidak boleh dijumlahkan."),
    "dimension": gettext_noop("Pembagi tabel."),
    "status": gettext_noop("Status; setiap satuan punya tepat satu. *: semua status."),
    "code": gettext_noop("Kode pembagi. *: semua kode."),
    "value": gettext_noop("Jumlah; kosong: ditahan."),
    "withheld": gettext_noop("Ditahan, agar tidak ada orang yang dapat dikenali."),
}
_TITLE = gettext_noop("Statistik terbuka netralitas ASN")
_ABOUT = gettext_noop(
    "Perkara, orang, dan perbuatan dihitung terpisah, masing-masing dengan satu status. Sel kecil ditahan. "
    "Setiap edisi beku, ditandatangani, dan dapat dihitung ulang."
)
MEDIA = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet", "json": "application/json"}


def dictionary() -> dict[str, Any]:
    """Columns with their kind, and every code of units, statuses and dimensions with its word."""
    return {
        "query": QUERY,
        "version": VERSION,
        "smallest": SMALLEST,
        "columns": [
            {"name": name, "type": kind, "description": _both(_COLUMNS[name])} for name, kind in COLUMNS.items()
        ],
        "units": [_unit(unit) for unit in Unit],
        "dimensions": {
            dimension.value: {
                "name": _both(words.DIMENSIONS[dimension]),
                "codes": {code: _both(word) for code, word in words.codes_of(dimension).items()},
            }
            for dimension in Dimension
        },
    }


def _unit(unit: Unit) -> dict[str, Any]:
    said = words.UNITS[unit]
    return {
        "unit": unit.value,
        "name": _both(said.plural),
        "definition": _both(said.definition),
        "statuses": {status: _both(words.STATUSES[unit][status]) for status in STATUSES[unit]},
        "tables": [f"{unit.value}-by-{dimension.value}" for dimension in DIMENSIONS[unit]],
    }


def table_words(unit: str, dimension: str, statuses: Iterable[str], codes: tuple[str, ...]) -> dict[str, Any]:
    """The words of one table, places included, in both languages."""
    told: dict[str, Any] = {"statuses": {}, "codes": {}}
    for language in LANGUAGES:
        with translation.override(language):
            for status in statuses:
                told["statuses"].setdefault(status, {})[language] = words.status_word(unit, status)
            for code, word in words.code_words(dimension, codes).items():
                told["codes"].setdefault(code, {})[language] = word
    return told


def catalogue(
    rows: Iterable[Snapshot], address: Callable[[str], str], links: Callable[[Snapshot], Mapping[str, str]]
) -> dict[str, Any]:
    """DCAT as JSON-LD: one series, one dataset an edition. ``address`` makes a path an address; ``links``: paths of an
    edition by format, and ``page``."""
    home = address("/")
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": f"{home}api/v1/statistics/catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _tagged(_TITLE),
        "dct:description": _tagged(_ABOUT),
        "dct:language": list(LANGUAGES),
        "dcat:dataset": [_dataset(row, address, links(row)) for row in rows],
    }


def _dataset(row: Snapshot, address: Callable[[str], str], links: Mapping[str, str]) -> dict[str, Any]:
    return {
        "@id": address(links["json"]),
        "@type": "dcat:Dataset",
        "dct:title": _tagged(_TITLE),
        "dct:identifier": row.edition,
        "dct:issued": {"@type": "xsd:dateTime", "@value": row.frozen_at.isoformat()},
        "dct:temporal": {"@type": "dct:PeriodOfTime", "dcat:endDate": row.as_of.isoformat()},
        "dct:accrualPeriodicity": {"@id": "http://publications.europa.eu/resource/authority/frequency/MONTHLY"},
        "dcat:version": f"{row.query} {row.query_version}",
        "dcat:landingPage": {"@id": address(links["page"])},
        "spdx:checksum": {"spdx:algorithm": "SHA256", "spdx:checksumValue": row.sha256},
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:format": kind,
                "dcat:mediaType": MEDIA[kind],
                "dcat:downloadURL": {"@id": address(links[kind])},
            }
            for kind in MEDIA
        ],
    }


def _both(text: object) -> dict[str, str]:
    """Of a message, or of a word that follows the language."""
    told = {}
    for language in LANGUAGES:
        with translation.override(language):
            told[language] = translation.gettext(text) if isinstance(text, str) else str(text)
    return told


def _tagged(text: str) -> list[dict[str, str]]:
    return [{"@language": language, "@value": said} for language, said in _both(text).items()]
