"""Queues, search and the nightly sweep with many matters: the same questions to the database, right answers, in time.

``make soak`` runs the full size on both databases: 100,000 matters with 300,000 deadlines, ten arrivals a second at
random moments for a minute, then two nights. Other sizes: ``SINETRA_MATTERS``, ``SINETRA_ARRIVALS`` (a second) and
``SINETRA_SECONDS``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from bench.casework.fill import FIRST_NUMBER, fill
from bench.casework.load import FILTERS
from bench.casework.measure import LIMIT_MS, LIMIT_SWEEP, MATTERS, measure
from database import own_database
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sinetra.apps.accounts.demo import load_cast
from sinetra.apps.accounts.models import User
from sinetra.apps.accounts.selectors import actor_of
from sinetra.apps.audit.verify import verify
from sinetra.apps.cases.models import Matter, QueueEntry
from sinetra.apps.cases.queue import COLUMNS, Order, QueueFilter, Whose, queue
from sinetra.apps.cases.queue_keeping import told_entries
from sinetra.apps.registry.regions import import_regions
from sinetra.catalogue import ROOT
from sinetra.ports.clock import today

SEARCHES = ("1001/2024", "1007/REG/2024", "99.71.02", "cendana 2024", "100", "tidak ada")


@pytest.fixture
def office(db: None) -> None:
    import_regions(ROOT / "regions" / "wilayah.csv")
    load_cast(ROOT / "samples" / "cendana.yaml")


def signed_in() -> Client:
    client = Client()
    user = User.objects.get(username="staf.bawaslu")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def questions() -> list[int]:
    """How many each page asks of the database."""
    client = signed_in()
    found = []
    asked = [("matters", given) for given in FILTERS] + [("find_matters", {"q": text}) for text in SEARCHES]
    for name, given in asked:
        with CaptureQueriesContext(connection) as context:
            answer = client.get(reverse(name), given)
        assert answer.status_code == 200
        found.append(len(context))
    return found


# In one transaction PostgreSQL keeps every version of a row that each of thousands of steps changes.
@pytest.mark.django_db(transaction=True)
def test_more_matters_ask_no_more_questions_and_every_entry_is_right(office: None) -> None:
    fill(60)
    few = questions()
    fill(400, first_number=FIRST_NUMBER + 60)
    many = questions()
    assert all(more <= number + 1 for number, more in zip(few, many, strict=True)), (few, many)
    assert max(many) <= 40
    told = {entry.pk: entry.next_due for entry in told_entries(set(Matter.objects.values_list("pk", flat=True)))}
    assert told
    assert told == dict(QueueEntry.objects.values_list("pk", "next_due"))
    assert verify().ok


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"whose": Whose.MINE},
        {"whose": Whose.NOBODY},
        {"order": Order.NEWEST},
        {"order": Order.OLDEST, "whose": Whose.MINE},
        {"state": "tracing"},
    ],
    ids=str,
)
def test_an_index_gives_the_order_of_a_queue(office: None, given: dict[str, Any]) -> None:
    """So a page reads its own rows and no more, however many there are."""
    fill(60)
    filters = QueueFilter(**given)
    actor = actor_of(User.objects.get(username="staf.bawaslu"), today())
    rows = queue(actor, filters).order_by(*COLUMNS[filters.order])[:51]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")  # over few rows it would be quicker
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")  # for sixty rows it is no worse than an index
    plan = rows.explain()
    assert "queue_" in plan, plan
    assert "TEMP B-TREE" not in plan, plan
    assert "Sort" not in plan.replace("Incremental Sort", ""), plan


@pytest.mark.soak
def test_queues_and_search_are_fast_under_random_arrivals_and_a_night_is_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = os.environ.get("SINETRA_DATABASE_URL", "")
    if url:
        monkeypatch.setenv("SINETRA_DATABASE_URL", own_database(url))
    found = measure(
        tmp_path,
        matters=int(os.environ.get("SINETRA_MATTERS", MATTERS)),
        per_second=float(os.environ.get("SINETRA_ARRIVALS", "10")),
        seconds=float(os.environ.get("SINETRA_SECONDS", "60")),
    )
    sys.stdout.write(f"{found}\n")  # pytest -rP shows the figures
    assert found["failed"] == 0
    assert found["requests"] > 0
    assert found["p95_ms"] < LIMIT_MS, found
    assert found["sweep_s"] < LIMIT_SWEEP, found
    assert found["sweep_after_a_decree_s"] < LIMIT_SWEEP, found
