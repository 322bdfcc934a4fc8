"""Who may see and do what with the press register."""

from __future__ import annotations

from sinetra.apps.base.actor import Role
from sinetra.apps.base.policy import allow, own_organisation, roles, rows_of
from sinetra.apps.monitoring.models import Article, Story

rows_of(Article)(own_organisation)
rows_of(Story)(own_organisation)

_PRESS = (Role.PRESS_OFFICER, Role.BAWASLU_STAFF, Role.BAWASLU_COMMISSIONER, Role.BKPSDM_OFFICER)
allow("article.read", roles(*_PRESS, Role.NEUTRALITY_TEAM))
allow("article.ingest", roles(*_PRESS))
allow("story.decide", roles(*_PRESS))
