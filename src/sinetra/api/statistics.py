"""Open figures for machines: frozen editions with their tables, files, manifest and catalogue. No name anywhere."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router

from sinetra.api.frozen import frozen
from sinetra.api.problems import Problem
from sinetra.apps.insight.editions import figures_of, snapshot, snapshots
from sinetra.apps.insight.live import live_figures
from sinetra.apps.insight.models import Snapshot
from sinetra.apps.insight.statistics.manifest import manifest_json
from sinetra.core.errors import NotFound, gettext_noop
from sinetra.core.statistics.edition import Edition, Table
from sinetra.core.statistics.flat import COLUMNS, as_csv, as_parquet, flat_rows
from sinetra.ports.clock import today
from sinetra.web.open_data import MEDIA, catalogue, dictionary, table_words

router = Router(tags=["statistics"])
_MISSING = {404: Problem}


def _answers(*media: str) -> dict[str, Any]:
    """What the schema says of an answer that is no plain JSON."""
    return {"responses": {200: {"content": {one: {"schema": {}} for one in media}}}}


_FILES = _answers("text/csv", MEDIA["parquet"])


@router.get("/statistics/summary", response={200: Any}, summary="Reports, statements of nil, replacements")
def summary(request: HttpRequest) -> Any:
    """``null`` in a cell: withheld, because the number is smaller than five or would give one away. Cases, persons and
    acts are told by editions only, reports as of the last one."""
    figures = live_figures(today())
    return {
        "as_of": figures.as_of.isoformat(),
        "tables": [
            {"name": told.table.name, "as_of": told.as_of.isoformat(), "cells": dict(told.table.cells)}
            for told in figures.tables
        ],
    }


@router.get("/statistics/editions", response={200: Any}, summary="Frozen editions, the newest first")
def editions(request: HttpRequest) -> Any:
    return {"editions": [_listed(row) for row in snapshots()]}


@router.get(
    "/statistics/dictionary",
    response={200: Any},
    summary="Data dictionary: columns, units, statuses, dimensions",
    url_name="statistics_dictionary",
)
def data_dictionary(request: HttpRequest) -> Any:
    """Each word in Indonesian and English."""
    return dictionary()


@router.get(
    "/statistics/catalogue",
    response={200: Any},
    summary="DCAT catalogue (JSON-LD)",
    url_name="statistics_catalogue",
    openapi_extra=_answers("application/ld+json"),
)
def dcat(request: HttpRequest) -> Any:
    """A dataset an edition, each with its files and the digest of its bytes. The address does not change."""
    told = catalogue(snapshots(), request.build_absolute_uri, _links)
    return HttpResponse(json.dumps(told, ensure_ascii=False), content_type="application/ld+json")


@router.get(
    "/statistics/editions/{edition}",
    response={200: Any, **_MISSING},
    summary="One edition: manifest, balance, tables, statements of nil",
    url_name="statistics_edition",
)
def one_edition(request: HttpRequest, edition: str) -> Any:
    """``value`` null: withheld. ``*``: all statuses, or all codes. ``refused``: units that did not balance."""
    row = snapshot(edition)
    told = json.loads(bytes(row.content)) | {"manifest": manifest_json(bytes(row.manifest)), "schema": _schema()}
    return _json(request, told)


@router.get(
    "/statistics/editions/{edition}/content",
    response={200: Any, **_MISSING},
    summary="The bytes of an edition, as hashed and signed",
    url_name="statistics_content",
)
def content(request: HttpRequest, edition: str) -> Any:
    row = snapshot(edition)
    return frozen(request, bytes(row.content), "application/json", digest=row.sha256)


@router.get(
    "/statistics/editions/{edition}/manifest",
    response={200: Any, **_MISSING},
    summary="Signed manifest of an edition",
    url_name="statistics_manifest",
)
def manifest(request: HttpRequest, edition: str) -> Any:
    """``signed``: the very text that the signature (hex: key id, then Ed25519) is over."""
    row = snapshot(edition)
    text, signature = bytes(row.manifest), bytes(row.signature)
    told = {"manifest": manifest_json(text), "signed": text.decode(), "signature": signature.hex()}
    return _json(request, told)


@router.get(
    "/statistics/editions/{edition}/data.{kind}",
    response={200: Any, **_MISSING},
    summary="All tables of an edition as CSV or Parquet",
    url_name="statistics_data",
    openapi_extra=_FILES,
)
def data(request: HttpRequest, edition: str, kind: str) -> Any:
    """A row a cell; columns as in the dictionary."""
    row = snapshot(edition)
    figures = figures_of(row)
    return _file(request, row, figures, figures.tables, kind, "all")


@router.get(
    "/statistics/editions/{edition}/tables/{name}.{kind}",
    response={200: Any, **_MISSING},
    summary="One table of an edition as CSV or Parquet",
    url_name="statistics_table_file",
    openapi_extra=_FILES,
)
def table_file(request: HttpRequest, edition: str, name: str, kind: str) -> Any:
    row = snapshot(edition)
    figures = figures_of(row)
    return _file(request, row, figures, [_table(figures, name)], kind, name)


@router.get(
    "/statistics/editions/{edition}/tables/{name}",
    response={200: Any, **_MISSING},
    summary="One table of an edition with its words",
    url_name="statistics_table",
)
def table(request: HttpRequest, edition: str, name: str) -> Any:
    """Status against code; ``value`` null: withheld; ``balanced``: the statuses sum to the total, counted apart."""
    row = snapshot(edition)
    figures = figures_of(row)
    found = _table(figures, name)
    told = {
        "edition": row.edition,
        "table": found.name,
        "unit": found.unit,
        "dimension": found.dimension,
        "balanced": found.unit in figures.balanced,
        "smallest": figures.smallest,
        "sha256": row.sha256,
        "rows": [{"status": one.status, "code": one.code, "value": one.value} for one in found.rows],
        "words": table_words(found.unit, found.dimension, found.statuses, found.codes),
        "schema": _schema(),
    }
    return _json(request, told)


def _table(figures: Edition, name: str) -> Table:
    try:
        return figures.table(name)
    except KeyError:
        raise NotFound(gettext_noop("Tabel ini tidak ada."), code="table") from None


def _file(request: HttpRequest, row: Snapshot, figures: Edition, tables: Sequence[Table], kind: str, name: str) -> Any:
    if kind not in ("csv", "parquet"):
        raise NotFound(gettext_noop("Bentuk berkas ini tidak ada."), code="format")
    rows = flat_rows(figures, tables)
    made = as_csv(rows) if kind == "csv" else as_parquet(rows)
    media = f"{MEDIA[kind]}; charset=utf-8" if kind == "csv" else MEDIA[kind]
    file_name = f"sinetra-{name}-{row.edition}.{kind}"
    return frozen(request, made, media, name=file_name)


def _json(request: HttpRequest, told: dict[str, Any]) -> Any:
    made = json.dumps(told, ensure_ascii=False).encode()
    return frozen(request, made, "application/json")


def _listed(row: Snapshot) -> dict[str, Any]:
    return {
        "edition": row.edition,
        "as_of": row.as_of.isoformat(),
        "sha256": row.sha256,
        "query": row.query,
        "version": row.query_version,
        "frozen_at": row.frozen_at.isoformat(),
        "links": _links(row),
    }


def _links(row: Snapshot) -> dict[str, str]:
    base = reverse("api:statistics_edition", args=[row.edition])
    return {
        "json": base,
        "csv": f"{base}/data.csv",
        "parquet": f"{base}/data.parquet",
        "content": f"{base}/content",
        "manifest": f"{base}/manifest",
        "page": reverse("frozen_edition", args=[row.edition]),
    }


def _schema() -> list[dict[str, str]]:
    """Of the flat files."""
    return [{"name": name, "type": kind} for name, kind in COLUMNS.items()]
