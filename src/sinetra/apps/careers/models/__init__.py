from __future__ import annotations

from sinetra.apps.careers.models.check import TransferCheck, TransferFile
from sinetra.apps.careers.models.letter import TransferLetter
from sinetra.apps.careers.models.policy import CareerPolicy
from sinetra.apps.careers.models.step import CareerStep
from sinetra.apps.careers.models.tally import CareerTally

__all__ = ["CareerPolicy", "CareerStep", "CareerTally", "TransferCheck", "TransferFile", "TransferLetter"]
