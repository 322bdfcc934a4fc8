"""Who may see and do what with the rows of coordination."""

from __future__ import annotations

from sinetra.apps.base.policy import own_organisation, rows_of
from sinetra.apps.coordination.models import Agreement

rows_of(Agreement)(own_organisation)
