"""Frozen editions on their pages, as files and for machines: one set of numbers, no name, kept for good."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

sys.path.insert(0, str(Path(__file__).parents[1] / "apps" / "reports"))

from report_cast import NAME, REPORTER, WORDS, Cast, cast

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import SYSTEM
from sinetra.apps.cases.models import Matter, Step
from sinetra.apps.insight.actions.freeze import freeze
from sinetra.apps.insight.models import Snapshot
from sinetra.apps.insight.statistics.recompute import is_signed
from sinetra.core.statistics.edition import edition_of
from sinetra.ports.keyring import verify_with
from sinetra.ports.signer import signer

__all__ = ["cast"]

pytestmark = pytest.mark.django_db
DAY = date(2024, 11, 22)
API = "/api/v1/statistics"


@pytest.fixture
def frozen(cast: Cast) -> Snapshot:
    """Eight cases at Bawaslu and six forwarded; in two of them a person more."""
    for _ in range(8):
        cast.matter(acts=["like", "share"])
    for _ in range(6):
        cast.sent()
    return freeze(as_of=DAY, actor=SYSTEM)


def text_of(address: str) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200, address
    assert "Set-Cookie" not in answer.headers
    return " ".join(html.document_fromstring(answer.content.decode()).text_content().split())


def test_without_an_edition_the_pages_say_when_the_first_one_comes(db):
    assert "Belum ada edisi" in text_of("/id/statistik/")
    assert "Belum ada edisi" in text_of("/id/statistik/edisi/")
    assert Client().get(f"{API}/editions").json() == {"editions": []}
    assert Client().get(f"{API}/catalogue").json()["dcat:dataset"] == []


def test_the_overview_leads_to_the_edition_and_to_each_table(frozen):
    overview = Client().get("/id/statistik/").content.decode()
    assert reverse("frozen_edition", args=["2024-11-22"]) in overview
    page = Client().get("/id/statistik/edisi/2024-11-22/").content.decode()
    for table in edition_of(bytes(frozen.content)).tables:
        address = reverse("frozen_table", args=["2024-11-22", table.name])
        assert address in page
        assert "Keadaan per" in text_of(address)
    assert "2024-11-22" in Client().get("/id/statistik/edisi/").content.decode()


def test_a_table_says_what_it_counts_that_it_balances_and_from_what(frozen):
    text = text_of("/id/statistik/edisi/2024-11-22/case-by-region/")
    for wanted in ("Jumat, 22 November 2024", "Satu perkara ialah", "Seimbang? Ya.", "open-statistics", frozen.sha256):
        assert wanted in text
    assert "14" in text
    english = text_of("/en/statistik/edisi/2024-11-22/case-by-region/")
    assert "Friday, 22 November 2024" in english and "Balanced?" in english


def test_nothing_is_a_number(frozen):
    assert "nihil" in text_of("/id/statistik/edisi/2024-11-22/")
    assert "Nihil" in text_of("/id/statistik/edisi/2024-11-22/examined-by-sanction/")


def test_withheld_cells_are_told_apart_from_empty_ones(cast):
    for _ in range(9):
        cast.matter()
    cast.sent()
    freeze(as_of=DAY, actor=SYSTEM)
    text = text_of("/id/statistik/edisi/2024-11-22/case-by-region/")
    assert "ditahan" in text
    rows = list(csv.DictReader(io.StringIO(read("case-by-region.csv").decode())))
    assert {(row["value"], row["withheld"]) for row in rows if row["withheld"] == "1"} == {("", "1")}
    assert any(row["value"] for row in rows)


def read(name: str) -> bytes:
    answer = Client().get(f"{API}/editions/2024-11-22/tables/{name}")
    assert answer.status_code == 200
    return answer.content


def test_page_csv_parquet_and_json_hold_the_same_numbers(frozen):
    import pyarrow.parquet

    for table in edition_of(bytes(frozen.content)).tables:
        wanted = [(row.status, row.code, row.value) for row in table.rows]
        told = json.loads(read(table.name))["rows"]
        assert [(row["status"], row["code"], row["value"]) for row in told] == wanted
        rows = csv.DictReader(io.StringIO(read(f"{table.name}.csv").decode()))
        assert [(r["status"], r["code"], int(r["value"]) if r["value"] else None) for r in rows] == wanted
        arrow = pyarrow.parquet.read_table(io.BytesIO(read(f"{table.name}.parquet"))).to_pylist()
        assert [(row["status"], row["code"], row["value"]) for row in arrow] == wanted
    whole = Client().get(f"{API}/editions/2024-11-22/data.csv").content.decode()
    assert len(whole.splitlines()) == 1 + sum(len(t.rows) for t in edition_of(bytes(frozen.content)).tables)


def test_a_word_that_reads_better_after_an_upgrade_is_not_kept_back(frozen):
    """The tag is of the bytes, not of the edition."""
    address = f"{API}/editions/2024-11-22/tables/case-by-track"
    first = Client().get(address)
    with patch("sinetra.api.statistics.table_words", return_value={"statuses": {}, "codes": {}}):
        again = Client().get(address, HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert again.status_code == 200 and again.content != first.content


def test_a_frozen_answer_is_known_by_its_tag_and_the_signed_bytes_are_kept_for_good(frozen):
    for part in ("", "/content", "/manifest", "/data.csv", "/data.parquet", "/tables/case-by-track"):
        first = Client().get(f"{API}/editions/2024-11-22{part}")
        assert first.status_code == 200
        assert ("immutable" in first.headers["Cache-Control"]) == (part == "/content")
        again = Client().get(f"{API}/editions/2024-11-22{part}", HTTP_IF_NONE_MATCH=first.headers["ETag"])
        assert again.status_code == 304 and again.content == b""
        other = Client().get(f"{API}/editions/2024-11-22{part}", HTTP_IF_NONE_MATCH='"another"')
        assert other.content == first.content
    assert "immutable" not in Client().get(f"{API}/editions").headers.get("Cache-Control", "")


def test_anybody_can_check_the_signature_and_the_digest(frozen):
    import hashlib

    told = Client().get(f"{API}/editions/2024-11-22/manifest").json()
    content = Client().get(f"{API}/editions/2024-11-22/content").content
    assert hashlib.sha256(content).hexdigest() == told["manifest"]["rows"] == frozen.sha256
    signature = bytes.fromhex(told["signature"])
    public = signer().public_keys()[signature[:8].hex()]
    assert verify_with(public, told["signed"].encode(), signature)
    assert not verify_with(public, told["signed"].replace("2024", "2025").encode(), signature)
    assert is_signed(frozen)


def test_the_catalogue_names_each_edition_with_its_files(frozen):
    answer = Client().get(f"{API}/catalogue")
    assert answer.headers["Content-Type"].startswith("application/ld+json")
    told = answer.json()
    assert told["@type"] == "dcat:Catalog"
    (dataset,) = told["dcat:dataset"]
    assert dataset["dct:identifier"] == "2024-11-22"
    assert dataset["spdx:checksum"]["spdx:checksumValue"] == frozen.sha256
    for distribution in dataset["dcat:distribution"]:
        address = distribution["dcat:downloadURL"]["@id"].removeprefix("http://testserver")
        assert Client().get(address).status_code == 200
    assert {one["@language"] for one in dataset["dct:title"]} == {"id", "en"}


def test_the_dictionary_knows_every_column_and_code_of_a_file(frozen):
    told = Client().get(f"{API}/dictionary").json()
    rows = list(csv.DictReader(io.StringIO(Client().get(f"{API}/editions/2024-11-22/data.csv").content.decode())))
    assert [column["name"] for column in told["columns"]] == list(rows[0])
    units = {unit["unit"]: unit for unit in told["units"]}
    for row in rows:
        assert row["table"] in units[row["unit"]]["tables"]
        assert row["status"] == "*" or row["status"] in units[row["unit"]]["statuses"]
        codes = told["dimensions"][row["dimension"]]["codes"]
        assert row["code"] == "*" or not codes or row["code"] in codes
    for unit in units.values():
        assert unit["definition"]["id"] != unit["definition"]["en"]


@pytest.mark.parametrize(
    "address",
    [
        f"{API}/editions/2020-01-01",
        f"{API}/editions/%00",
        f"{API}/editions/2024-11-22/tables/names",
        f"{API}/editions/2024-11-22/tables/case-by-track.xml",
        f"{API}/editions/2024-11-22/data.xml",
        "/id/statistik/edisi/2020-01-01/",
        "/id/statistik/edisi/%00/",
        "/id/statistik/edisi/2024-11-22/names/",
    ],
)
def test_what_is_not_there_is_not_found(frozen, address):
    assert Client().get(address).status_code == 404


def outputs() -> Iterator[tuple[str, bytes]]:
    """Everything that anybody can read of open statistics."""
    edition = "2024-11-22"
    names = [table.name for table in edition_of(bytes(Snapshot.objects.get().content)).tables]
    for language in ("id", "en"):
        for part in ("", "edisi/", f"edisi/{edition}/", *(f"edisi/{edition}/{name}/" for name in names)):
            yield part, Client().get(f"/{language}/statistik/{part}").content
    base = f"{API}/editions/{edition}"
    files = [f"{API}/{part}" for part in ("summary", "editions", "dictionary", "catalogue")]
    files += [f"{base}{part}" for part in ("", "/content", "/manifest", "/data.csv", "/data.parquet")]
    files += [f"{base}/tables/{name}{kind}" for name in names for kind in ("", ".csv", ".parquet")]
    for address in files:
        yield address, Client().get(address).content


def found_in(outputs: Iterator[tuple[str, bytes]], secrets: set[str]) -> set[tuple[str, str]]:
    return {(name, secret) for name, content in outputs for secret in secrets if secret.encode() in content}


def secrets_of(cast: Cast) -> set[str]:
    """Names of everybody, words of the reports, ids and numbers of matters."""
    found: set[Any] = {NAME, REPORTER["name"], REPORTER["phone"], WORDS, "Lapangan Contoh", "Kelurahan Contoh"}
    found |= set(User.objects.exclude(name="").values_list("name", flat=True)) - {"Anggota Pleno"}
    found |= {str(key) for key in Matter.objects.values_list("pk", flat=True)}
    found |= {str(key) for key in Step.objects.values_list("pk", flat=True)}
    return found


def test_no_output_holds_a_name_and_the_same_sweep_finds_a_planted_one(cast, frozen):
    secrets = secrets_of(cast)
    assert len(secrets) > 50
    assert found_in(outputs(), secrets) == set()
    planted = bytes(frozen.content).replace(b'"code":"99.71"', f'"code":"{NAME}"'.encode())
    assert NAME.encode() in planted
    Snapshot.objects.filter(pk=frozen.pk).update(content=planted)
    where = {address for address, _secret in found_in(outputs(), {NAME})}
    assert len(where) > 10
    assert any(address.endswith("data.parquet") for address in where)
