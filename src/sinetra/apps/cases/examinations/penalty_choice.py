"""What the law lets be chosen: penalties for a status, who may impose each, whether a team is needed."""

from __future__ import annotations

from sinetra.apps.cases.decider import DeciderView, decider_of
from sinetra.apps.cases.examinations.catalogue import penalties
from sinetra.apps.cases.examinations.team import roles_in
from sinetra.apps.cases.models import Examination
from sinetra.apps.registry.vocabulary import OrganisationKind
from sinetra.core.casework.penalties import Competence, Government, Official, Penalty, TeamNeed
from sinetra.core.errors import BadInput, Conflict, gettext_noop
from sinetra.core.law.words import Position, SanctionClass, SubjectStatus

_GOVERNMENTS = {"national": Government.NATIONAL, "province": Government.PROVINCE}


def possible_penalties(row: Examination) -> tuple[Penalty, ...]:
    """In force on the day of the examination, for the status on the day of the act."""
    day = row.examined_on or row.matter.opened_on
    return penalties().possible(SubjectStatus(row.status), day)


def competences(row: Examination, sanction_class: SanctionClass) -> tuple[Competence, ...]:
    """Of the government that the office belongs to. Empty: the law's catalogue names nobody for this post."""
    return penalties().competent(_government(row), Position(row.position), sanction_class)


def possible_officials(row: Examination) -> tuple[Official, ...]:
    """Whom the law names for any penalty in such a government, and the stand-in of the PPK."""
    named = {item.official for item in penalties().competences if _government(row) in item.levels}
    return tuple(official for official in Official if official in named or official is Official.STAND_IN)


def _government(row: Examination) -> Government:
    return _GOVERNMENTS.get(row.matter.organisation.level, Government.CITY)


def require_penalty(row: Examination, penalty: str) -> Penalty:
    """Errors: ``BadInput`` naming ``penalty`` and what the law knows."""
    possible = {item.id: item for item in possible_penalties(row)}
    if penalty not in possible:
        raise BadInput(
            gettext_noop("Pilih hukuman yang dikenal hukum untuk status itu: %(accepted)s."),
            field="penalty",
            accepted=tuple(item.text.id for item in possible.values()),
        )
    return possible[penalty]


def require_competent(row: Examination, penalty: Penalty, official: Official) -> None:
    """Errors: ``BadInput`` naming ``official`` and whom the law names. Where it names nobody, nothing is refused."""
    named = {item.official for item in competences(row, penalty.sanction_class)}
    if named & {Official.PPK}:
        named.add(Official.STAND_IN)
    if named and official not in named:
        raise BadInput(
            gettext_noop("Pejabat itu tidak berwenang untuk hukuman ini; yang berwenang: %(accepted)s."),
            field="official",
            accepted=tuple(sorted(named)),
        )


def require_team(row: Examination, penalty: Penalty) -> None:
    """Errors: ``BadInput`` naming ``penalty``: a heavy one takes a whole team (PP 94/2021 art. 29(2) and (3))."""
    if penalties().levels[penalty.sanction_class].team is not TeamNeed.MUST:
        return
    missing = set(penalties().team.required) - roles_in(row)
    if missing:
        raise BadInput(
            gettext_noop("Hukuman berat wajib diperiksa tim; panggil lagi dengan tim yang lengkap."), field="penalty"
        )


def ppk_of(row: Examination) -> DeciderView | None:
    """Who is PPK today and whether they step aside; None for other institutions than a regional government."""
    office = row.matter.organisation
    return decider_of(row.matter) if office.kind == OrganisationKind.LOCAL_GOVERNMENT else None


def require_free(row: Examination, official: Official) -> None:
    """Errors: ``Conflict`` when the PPK has an interest: the one that is proposed then decides."""
    view = ppk_of(row) if official is Official.PPK else None
    if view is not None and view.proposal is not None:
        raise Conflict(
            gettext_noop("PPK tercatat berkepentingan dan menyingkir; yang memutus pejabat pengganti yang diusulkan."),
            code="conflict_of_interest",
        )
