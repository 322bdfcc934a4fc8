"""Who may see and do what with the index. What was computed is public: units and their sources, never a person."""

from __future__ import annotations

from django.db.models import QuerySet

from sinetra.apps.base.actor import Actor, Role
from sinetra.apps.base.policy import allow, roles, rows_of
from sinetra.apps.index.models import IndexPlace, IndexRun

#: Who answers for prevention in an office may have it computed before the night does.
KEEPERS = (Role.BKPSDM_OFFICER, Role.NEUTRALITY_TEAM, Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER)
READERS = (*KEEPERS, Role.INSPECTORATE, Role.PPK, Role.AUDITOR, Role.BKN_OFFICER)


@rows_of(IndexRun)
def runs(actor: Actor, rows: QuerySet[IndexRun]) -> QuerySet[IndexRun]:
    """Published on the day it is computed, for everybody alike."""
    del actor
    return rows


@rows_of(IndexPlace)
def places(actor: Actor, rows: QuerySet[IndexPlace]) -> QuerySet[IndexPlace]:
    del actor
    return rows


allow("index.read", roles(*READERS))
allow("index.compute", roles(*KEEPERS))
