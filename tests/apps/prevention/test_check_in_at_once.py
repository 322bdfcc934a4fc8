"""Two telephones send the same person at the same moment: one row, and nobody gets an error."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from django.db import connection

sys.path.insert(0, str(Path(__file__).parent))

from attendance_cast import TEACHER, come, plan_session

from sinetra.apps.accounts.demo import load_cast
from sinetra.apps.prevention.models import ActivitySession, Attendance
from sinetra.catalogue import ROOT

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 8


def at_once(session: ActivitySession, said: list[dict[str, str]]) -> list[bool]:
    """Each from a thread with a connection of its own, let go together; whether each was new."""
    gate = threading.Barrier(len(said))
    new: list[bool] = []
    errors: list[BaseException] = []

    def one(words: dict[str, str]) -> None:
        try:
            gate.wait(20)
            new.append(come(session, **words).is_new)
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(words,)) for words in said]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert errors == []
    return new


@pytest.fixture
def session() -> ActivitySession:
    load_cast(ROOT / "samples" / "cendana.yaml")
    return plan_session()


def test_the_same_number_at_once_is_one_row(session: ActivitySession) -> None:
    new = at_once(session, [{"number": TEACHER}] * AT_ONCE)
    assert (len(new), sum(new)) == (AT_ONCE, 1)
    assert Attendance.objects.count() == 1


def test_one_person_by_number_and_by_name_at_once_is_one_row(session: ActivitySession) -> None:
    by_name = {"name": "Ubi Contohputra", "unit": "SD-CEMPAKA"}
    assert sum(at_once(session, [{"number": TEACHER}, by_name] * (AT_ONCE // 2))) == 1
    assert Attendance.objects.count() == 1


def test_a_guest_at_once_in_small_and_large_letters_is_one_row(session: ActivitySession) -> None:
    said = [{"name": name, "unit": unit} for name in ("Melati Tamu", "MELATI TAMU") for unit in ("Kodim", "KODIM")]
    assert sum(at_once(session, said)) == 1
    assert Attendance.objects.count() == 1


def test_different_people_at_once_are_all_there(session: ActivitySession) -> None:
    said = [{"name": f"Tamu {sign}", "unit": "Kodim"} for sign in "ABCDEFGH"]
    assert sum(at_once(session, said)) == AT_ONCE
    assert Attendance.objects.count() == AT_ONCE
