"""How well the reader reads: its facts against those of a careful person, fact by fact."""

from __future__ import annotations

from sinetra.core.press.evaluation.evaluation import Evaluation, evaluate
from sinetra.core.press.evaluation.figures import RESAMPLES, Figure
from sinetra.core.press.evaluation.gold_file import read_gold
from sinetra.core.press.evaluation.outcomes import Outcome, Verdict

__all__ = ["RESAMPLES", "Evaluation", "Figure", "Outcome", "Verdict", "evaluate", "read_gold"]
