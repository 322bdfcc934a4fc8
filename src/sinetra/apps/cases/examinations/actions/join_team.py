"""Somebody is appointed to the examination team (PP 94/2021 art. 29). Who has an interest in the matter is refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sinetra.apps.accounts.models import User
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.examinations.catalogue import stage_of
from sinetra.apps.cases.examinations.taking import require_day, require_text
from sinetra.apps.cases.examinations.team import members, name_of, require_no_interest
from sinetra.apps.cases.models import Examination, TeamMember
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import HandOverState
from sinetra.apps.reports.sealing import seal_value
from sinetra.core.casework.examination import FORMING
from sinetra.core.casework.heads import same_name
from sinetra.core.casework.penalties import TeamRole
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.ids import uuid7


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointed:
    """``user``: where the person has an account of the office; then ``name`` may be empty."""

    role: TeamRole
    on: date
    letter: str
    name: str = ""
    user: User | None = None


def join_team(
    *, examination: Examination, appointed: Appointed, actor: Actor, at: datetime | None = None
) -> TeamMember:
    """Errors: ``Forbidden``; ``BadInput`` naming ``name`` for somebody with an interest, saying which, or who is in the
    team already; ``Conflict`` once the examination was held, by a lost race or the actor's own interest."""
    require(actor, "examination.join_team", examination)
    matter = examination.matter
    if stage_of(examination) not in FORMING or matter.state != HandOverState.ACKNOWLEDGED:
        message = gettext_noop("Tim dibentuk sebelum pemeriksaan; panggil lagi bila tim perlu berubah.")
        raise Conflict(message, code="illegal_transition")
    require_no_conflict(actor, matter)
    at, today = moment(at, matter.region_id)
    require_day(examination, appointed.on, today)
    name = appointed.user.name if appointed.user is not None else appointed.name
    name = require_text(name, "name", gettext_noop("Tuliskan nama anggota tim."))
    letter = require_text(appointed.letter, "letter", gettext_noop("Tuliskan nomor surat penunjukan."))
    if any(same_name(name, other) for other in map(name_of, members(examination))):
        raise BadInput(gettext_noop("Orang ini sudah menjadi anggota tim."), field="name")
    require_no_interest(matter, name, appointed.user, appointed.role)
    key = uuid7()
    member = TeamMember(
        id=key,
        organisation_id=examination.organisation_id,
        examination=examination,
        role=appointed.role,
        name_sealed=seal_value(name, key, "name"),
        user=appointed.user,
        appointed_on=appointed.on,
        letter=letter,
    )
    with unit_of_work(actor) as work:
        work.change(examination)  # two at once: one wins
        work.record("examination.join_team", examination, data={"role": appointed.role, "on": appointed.on})
        work.create(member)
        work.record("examination.member", member)
        add_step(work, StepCode.EXAMINATION, matter=matter, at=at, on=appointed.on, step="join_team")
    return member
