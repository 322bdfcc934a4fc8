"""The question bank, the tests and what they measured."""

from __future__ import annotations

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.prevention.models import (
    BankQuestion,
    KnowledgeTest,
    TestItem,
    TestOpening,
    TestResult,
    TestSheet,
)
from sinetra.apps.prevention.policies.roles import ORGANISERS, READERS

for _table in (BankQuestion, KnowledgeTest, TestOpening, TestResult, TestItem):
    rows_of(_table)(own_organisation)

# The bank and the tests: who organises. Results are of all together, so whoever reads activities reads them.
for _action in ("read", "write", "publish", "retire"):
    allow(f"question_bank.{_action}", roles(*ORGANISERS))
for _action in ("test.prepare", "test.open_after"):
    allow(_action, roles(*ORGANISERS))
allow("understanding.read", roles(*READERS, Role.INSPECTORATE, Role.PPK, Role.AUDITOR))
# A participant comes with a link and without an account.
allow("test.take", lambda actor, row: actor.kind == "public")


@rows_of(TestSheet)
def test_sheets(actor: Actor, rows: QuerySet[TestSheet]) -> QuerySet[TestSheet]:
    """Nobody of the staff, in no role: the score is the participant's own."""
    return rows if actor.kind == "system" else rows.none()
