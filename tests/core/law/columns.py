"""Facts one by one as columns, for the bulk screen to be compared with the single decision."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from sinetra.core.law.codes import DOUBT, Codes, coding, epoch_codes
from sinetra.core.law.facts import Facts
from sinetra.core.law.masks import DAY, Masks
from sinetra.core.law.vocabulary import FIELDS


def columns_of(rows: Iterable[Facts], masks: Masks) -> dict[str, Codes]:
    """The columns of facts that are complete already (:func:`sinetra.core.law.facts.complete`)."""
    every = list(rows)
    found = {DAY: epoch_codes([-1 if row.act_date is None else row.act_date.toordinal() for row in every], masks)}
    for name in FIELDS:
        item = coding(name)
        found[name] = np.fromiter(
            (
                item.code_of[row.values.get(name)]
                | (DOUBT if item.parent is not None and item.parent not in row.values else 0)
                for row in every
            ),
            np.uint8,
            len(every),
        )
    return found
