"""Officials, elements of a team and verdicts in Indonesian words: message ids on a page, the words in a letter."""

from __future__ import annotations

from collections.abc import Mapping

from sinetra.core.casework.penalties import Official, Penalty, TeamRole
from sinetra.core.errors import gettext_noop
from sinetra.core.law.said import SANCTIONS

OFFICIALS: Mapping[Official, str] = {
    Official.PPK: gettext_noop("PPK (kepegawaian)"),
    Official.STAND_IN: gettext_noop("Pejabat pengganti, karena PPK berkepentingan"),
    Official.PRESIDENT: gettext_noop("Presiden"),
    Official.JPT_MADYA: gettext_noop("Pejabat Pimpinan Tinggi Madya"),
    Official.JPT_PRATAMA: gettext_noop("Pejabat Pimpinan Tinggi Pratama"),
    Official.ADMINISTRATOR: gettext_noop("Pejabat Administrator"),
    Official.SUPERVISOR: gettext_noop("Pejabat Pengawas"),
    Official.REGIONAL_HEAD: gettext_noop("Kepala daerah"),
}
TEAM_ROLES: Mapping[TeamRole, str] = {
    TeamRole.SUPERIOR: gettext_noop("Atasan langsung"),
    TeamRole.SUPERVISION: gettext_noop("Unsur pengawasan"),
    TeamRole.PERSONNEL: gettext_noop("Unsur kepegawaian"),
    TeamRole.OTHER: gettext_noop("Pejabat lain"),
}


def penalty_said(penalty: Penalty) -> str:
    """Kind, class and article as printed, for a letter."""
    return f"{penalty.text.id} ({SANCTIONS[penalty.sanction_class].lower()}; {penalty.article})"
