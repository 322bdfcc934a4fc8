"""The acts of the invitation consult, one a file."""

from __future__ import annotations

from sinetra.apps.invitations.actions.advise import advise
from sinetra.apps.invitations.actions.decide import decide
from sinetra.apps.invitations.actions.deliver import deliver
from sinetra.apps.invitations.actions.note_done import note_done
from sinetra.apps.invitations.actions.receive import receive
from sinetra.apps.invitations.actions.record import Recorded, record
from sinetra.apps.invitations.actions.record_letter import record_letter
from sinetra.apps.invitations.actions.take import take

__all__ = ["Recorded", "advise", "decide", "deliver", "note_done", "receive", "record", "record_letter", "take"]
