from __future__ import annotations

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "sinetra.apps.cases"
    label = "cases"

    def ready(self) -> None:
        from sinetra.apps.cases import (
            correction_policies,  # noqa: F401 - registers who may what after a matter has ended
            letter_policies,  # noqa: F401 - registers who may what with letters
            open_work,  # noqa: F401 - registers what a hand-over of office moves
            policies,  # noqa: F401 - registers who may what
            queue_keeping,  # noqa: F401 - keeps the queues
            words,  # noqa: F401 - keeps what the search finds
        )
