"""Who may see and do what with the rows of prevention."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.prevention import circular_policies  # noqa: F401 - registers those of circulars
from sinetra.apps.prevention.models import (
    Activity,
    ActivitySession,
    ActivityUnit,
    Attendance,
    AttendanceSheet,
    Certificate,
    Circular,
    PersonalLink,
    BankQuestion,
    Circular,
    KnowledgeTest,
    CoverageCell,
    CoverageHidden,
    CoverageState,
    CoverageUnit,
    PledgeSignature,
    PledgeText,
    Programme,
    TestItem,
    TestOpening,
    TestResult,
    TestSheet,
)

for _table in (Programme, Activity, ActivityUnit, ActivitySession, PledgeText):
for _table in (Programme, Activity, ActivityUnit, ActivitySession, Circular):
    rows_of(_table)(own_organisation)
for _tests in (BankQuestion, KnowledgeTest, TestOpening, TestResult, TestItem):
    rows_of(_tests)(own_organisation)
# Numbers of units, no names.
for _counted in (CoverageCell, CoverageUnit, CoverageHidden, CoverageState):
    rows_of(_counted)(own_organisation)

READERS = (
    Role.PRESS_OFFICER,
    Role.BKPSDM_OFFICER,
    Role.NEUTRALITY_TEAM,
    Role.BAWASLU_STAFF,
    Role.BAWASLU_COMMISSIONER,
)
#: Who plans activities and takes attendance.
ORGANISERS = (Role.BKPSDM_OFFICER, Role.NEUTRALITY_TEAM, Role.BAWASLU_STAFF)
allow("activity.read", roles(*READERS, Role.INSPECTORATE, Role.PPK, Role.AUDITOR, Role.UNIT_ORGANISER))
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

allow(
    "coverage.read",
    roles(*ORGANISERS, Role.BAWASLU_COMMISSIONER, Role.INSPECTORATE, Role.PPK),
)


@rows_of(Attendance)
def attendances(actor: Actor, rows: QuerySet[Attendance]) -> QuerySet[Attendance]:
    """Names of participants: who organises, nobody else. Not the appointing authority, not the inspectorate."""
    return own_organisation(actor, rows) if actor.has(*ORGANISERS) else rows.none()


@rows_of(PledgeText)
def pledge_texts(actor: Actor, rows: QuerySet[PledgeText]) -> QuerySet[PledgeText]:
    """What is published anybody may read who is asked to sign it; drafts only the office."""
    return rows.filter(published_at__isnull=False) if actor.kind == "public" else own_organisation(actor, rows)


#: Who decides about careers, sanctions or cases, or runs the machine, sees no names even as a unit's organiser.
_NO_NAMES = (
    Role.PPK,
    Role.BKPSDM_OFFICER,
    Role.INSPECTORATE,
    Role.ADMINISTRATOR,
    Role.AUDITOR,
    Role.BAWASLU_STAFF,
    Role.BAWASLU_COMMISSIONER,
    Role.BKN_OFFICER,
)


def organises(actor: Actor, row: Any) -> bool:
    """The organiser of the unit ``row`` (without a row: of any unit), who is nothing that must not know names."""
    if actor.kind != "person" or not actor.has(Role.UNIT_ORGANISER) or actor.has(*_NO_NAMES):
        return False
    return row is None or row.pk in actor.units


@rows_of(PledgeSignature)
def signatures(actor: Actor, rows: QuerySet[PledgeSignature]) -> QuerySet[PledgeSignature]:
    """Names of signers: the organiser of the unit, nobody above it. Others see counts."""
    if actor.kind != "person" or not actor.has(Role.UNIT_ORGANISER):
        return rows.none()
    return own_organisation(actor, rows).filter(unit_id__in=actor.units)


@rows_of(AttendanceSheet)
def sheets(actor: Actor, rows: QuerySet[AttendanceSheet]) -> QuerySet[AttendanceSheet]:
    """A signed sheet bears the names: the same people as the names."""
    return own_organisation(actor, rows) if actor.has(*ORGANISERS) else rows.none()


@rows_of(PersonalLink)
def personal_links(actor: Actor, rows: QuerySet[PersonalLink]) -> QuerySet[PersonalLink]:
    """Only whether somebody has one, and only the personnel office; the link itself nobody reads again."""
    return own_organisation(actor, rows) if actor.has(Role.BKPSDM_OFFICER) else rows.none()


def comes_themselves(actor: Actor, row: Any) -> bool:
    """Anybody, who showed the code or the link of the session: the page has checked it."""
    return actor.kind == "public"


allow("attendance.check_in", comes_themselves)
for _action in ("session.open", "session.close", "attendance.read", "attendance.take", "attendance.correct"):
    allow(_action, roles(*ORGANISERS))
allow("attendance.export", roles(*ORGANISERS))
# Whom the register knows is the business of the personnel office.
allow("attendance.match", roles(Role.BKPSDM_OFFICER))
allow("personal_link.issue", roles(Role.BKPSDM_OFFICER))
    """Names of signers, and so of those missing: the organiser of the unit, nobody above it. Others see counts."""
    return own_organisation(actor, rows).filter(unit_id__in=actor.units) if organises(actor, None) else rows.none()


@rows_of(Certificate)
def certificates(actor: Actor, rows: QuerySet[Certificate]) -> QuerySet[Certificate]:
    """As for attendances: who organises."""
    return own_organisation(actor, rows) if actor.has(*ORGANISERS) else rows.none()


def is_public(actor: Actor, row: Any) -> bool:
    del row
    return actor.kind == "public"


allow("pledge.read", roles(*ORGANISERS, Role.UNIT_ORGANISER))
allow("pledge.write", roles(*ORGANISERS))
allow("pledge.publish", roles(*ORGANISERS))
allow("pledge.organise", organises)
# By the link of a participant, which the verb is given as the attendance that it opens.
allow("pledge.sign", is_public)
for _action in ("certificate.read", "certificate.issue", "certificate.revoke"):
    allow(_action, roles(*ORGANISERS))
