"""What the worker does for the registry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sinetra.apps.base.tasks import periodic
from sinetra.apps.registry.imports.held_file import forget_old


@periodic("registry.forget_uploads", every=timedelta(hours=1))
def forget_uploads(payload: Mapping[str, Any]) -> None:
    del payload
    forget_old()
