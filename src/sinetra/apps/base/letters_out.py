"""Letters that go out once: each is a task of the queue under its own key.

What the relay of the office took along is not written again, until the queue forgets its done tasks after thirty days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.conf import settings

from sinetra.apps.base.outbox import outbox
from sinetra.apps.base.tasks import handler
from sinetra.ports.clock import now
from sinetra.ports.mail import Letter, mailer

TASK = "mail.send"


def send_once(letter: Letter) -> bool:
    """False: a letter of that key was promised before."""
    return outbox().add(TASK, asdict(letter), key=f"{TASK}:{letter.key}", run_after=now())


@handler(TASK)
def send(payload: Mapping[str, Any]) -> None:
    mailer(settings.SINETRA_DATA).send(Letter(**payload))
