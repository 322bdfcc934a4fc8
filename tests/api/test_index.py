"""``GET /api/v1/index/REGION``: the shape of contract 8, inputs with sources; problem JSON where there is nothing."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from django.test import Client

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from index_rows import examined, large_town, matter
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.index.actions.compute_index import compute_index
from sinetra.apps.index.models import IndexRun
from sinetra.ports.clock import legal_clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city")]
CONTRACT = {"configuration", "seed", "cutoffs", "units"}
UNIT = {
    *("code", "name", "score", "geometric", "zone", "p_zone", "rank", "drivers", "completeness", "missing"),
}


@pytest.fixture
def run() -> IndexRun:
    large_town()
    examined(matter(1))
    officer = User.objects.get(username="petugas.bkpsdm")
    return compute_index(actor=actor_of(officer, legal_clock().today()))


def test_a_region_with_what_lies_below_it(run):
    answer = Client().get("/api/v1/index/99.71")
    assert answer.status_code == 200 and answer["Content-Type"].startswith("application/json")
    told = answer.json()
    assert set(told) >= CONTRACT and all(set(unit) >= UNIT for unit in told["units"])
    codes = [unit["code"] for unit in told["units"]]
    assert codes[0] == "99.71" and "99.71.01" in codes and "15.71" not in codes
    assert told["validated"] is False and told["digest"] == run.method_digest
    assert sum(told["units"][1]["p_zone"].values()) == pytest.approx(1, abs=0.001)


def test_each_value_has_its_source_and_few_cases_are_withheld(run):
    given = Client().get("/api/v1/index/99.71.01").json()["given"]
    assert given["values"] and all(value["source"] and value["as_of"] for value in given["values"].values())
    assert given["events"] is None and "events" in given["withheld"]
    assert "2024-10-01" not in json.dumps(given)


def test_what_is_not_there_is_a_problem(run):
    for code in ("99.99", "99.71.01.1001", "99.71-bidang-kecil", "%00", "x" * 300):
        answer = Client().get(f"/api/v1/index/{code}")
        assert answer.status_code == 404 and answer["Content-Type"] == "application/problem+json"
        assert answer.json()["code"] == "not_found"


def test_before_the_first_run_it_is_a_problem_too():
    assert Client().get("/api/v1/index/99.71").status_code == 404
