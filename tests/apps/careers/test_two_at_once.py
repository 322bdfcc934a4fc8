"""Two posts of the same thing at once: the second reads the same answer as a later one, and nothing stands twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from career_cast import DAY, a_transfer
from django.db import connection

from sinetra.apps.careers import law
from sinetra.apps.careers.actions import check_transfer, issue_letter, propose_step, publish_policy, screen_transfers
from sinetra.apps.careers.actions.publish_policy import NewPolicy
from sinetra.apps.careers.letters import LetterDraft
from sinetra.apps.careers.models import CareerPolicy, TransferFile, TransferLetter
from sinetra.apps.careers.selectors import check_counts
from sinetra.apps.careers.vocabulary import LetterKind
from sinetra.apps.registry.vocabulary import HeldRoleName
from sinetra.core.errors import BadInput
from sinetra.core.transfers import Verdict

pytestmark = pytest.mark.django_db


@contextmanager
def overtaken(table: str, act: Callable[[], Any]) -> Iterator[None]:
    """Once ``table`` was looked at for the first time the other post goes through."""
    waiting = [act]

    def look(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found = execute(sql, params, many, context)
        if waiting and sql.startswith("SELECT") and f'FROM "{table}"' in sql:
            waiting.pop()()
        return found

    with connection.execute_wrapper(look):
        yield
    assert not waiting


def test_a_policy_stands_once_under_its_number(officer):
    days = {"dated_on": date(2024, 1, 10), "from_on": date(2024, 1, 15), "until_on": None}
    text = "Mutasi berdasarkan kompetensi dan kinerja."
    new = NewPolicy(title="Pola karier", number="PERWAL 3/2024", text=text, **days)

    def publish() -> CareerPolicy:
        return publish_policy(policy=new, actor=officer)

    with overtaken("careers_careerpolicy", publish), pytest.raises(BadInput) as refused:
        publish()
    assert refused.value.field == "number"
    assert CareerPolicy.objects.count() == 1


def test_a_letter_stands_once_under_its_number(lurah, officer):
    row = propose_step(proposal=a_transfer(), person=lurah, actor=officer)
    check_transfer(facts=law.facts_of(row), step=row, actor=officer)
    draft = LetterDraft(
        kind=LetterKind.PERMIT,
        dated_on=DAY,
        number="800/77/BKPSDM/2024",
        place="Cendana",
        addressee="Menteri Dalam Negeri",
        signer=HeldRoleName.REGIONAL_HEAD,
    )

    def issue() -> TransferLetter:
        return issue_letter(step=row, draft=draft, url_of=lambda code: f"https://x.example/{code}", actor=officer)

    with overtaken("careers_transferletter", issue), pytest.raises(BadInput) as refused:
        issue()
    assert refused.value.field == "number"
    assert TransferLetter.objects.count() == 1


def test_a_file_is_screened_and_counted_once(tmp_path, officer):
    path = tmp_path / "mutasi.csv"
    path.write_text("tanggal,jabatan,penanda_tangan\n2026-03-02,camat,definitive\n", encoding="utf-8")

    def screen() -> TransferFile:
        return screen_transfers(path=path, actor=officer, tell=lambda _row: None)

    with overtaken("careers_transferfile", screen):
        assert screen() == TransferFile.objects.get()
    assert check_counts(date(2025, 12, 31), Verdict)["allowed"] == 1
