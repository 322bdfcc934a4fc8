"""The examination team: who is in it, and who may not be."""

from __future__ import annotations

from django.db.models import QuerySet

from sinetra.apps.accounts.models import User
from sinetra.apps.cases.conflicts import interests_of, matter_facts
from sinetra.apps.cases.models import Examination, Matter, TeamMember
from sinetra.apps.reports.sealing import open_value
from sinetra.core.casework.interests import Decider, Interest, Tie, interests
from sinetra.core.casework.penalties import TeamRole
from sinetra.core.errors import BadInput, gettext_noop

_SAME_AS_REPORTED = gettext_noop("Nama ini sama dengan yang dilaporkan dalam perkara; tunjuk orang lain.")
_SAME_AS_CANDIDATE = gettext_noop("Nama ini sama dengan calon dalam pemilihan perkara; tunjuk orang lain.")
_DECLARED = gettext_noop("Orang ini tercatat berkepentingan dalam perkara; tunjuk orang lain.")
_SUPERIOR = gettext_noop(
    "Atasan ini tercatat terkait perkara; atasan yang lebih tinggi yang duduk (PP 94/2021 pasal 29 ayat (6))."
)


def members(row: Examination) -> QuerySet[TeamMember]:
    """Who is in it now, in the order of appointment."""
    return row.team.filter(left_on=None).order_by("id")


def name_of(member: TeamMember) -> str:
    return str(open_value(member.name_sealed, member.pk, "name"))


def roles_in(row: Examination) -> set[str]:
    return set(members(row).values_list("role", flat=True))


def require_no_interest(matter: Matter, name: str, user: User | None, role: TeamRole) -> None:
    """By name, and by what the account has declared. Errors: ``BadInput`` naming ``name`` with the reason."""
    facts = matter_facts(matter)
    found = interests_of(user, facts) if user is not None else interests(Decider(names=(name,), declared=()), facts)
    if found:
        raise BadInput(_why(found[0], role), field="name")


def _why(interest: Interest, role: TeamRole) -> str:
    if interest.by_name:
        return _SAME_AS_REPORTED if interest.tie is Tie.REPORTED else _SAME_AS_CANDIDATE
    return _SUPERIOR if role is TeamRole.SUPERIOR else _DECLARED
