"""Who may see the control room; public figures carry no row and need no policy."""

from __future__ import annotations

from sinetra.apps.base.policy import allow

# Everybody who signed in has a Ruang kerja; what it shows is decided by the policies of the rows.
allow("workspace.read", lambda actor, row: actor.kind == "person")
