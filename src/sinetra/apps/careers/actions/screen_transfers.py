"""A file of proposed replacements is screened: its numbers are kept, its rows are not."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from django.db import IntegrityError

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.careers import law
from sinetra.apps.careers.models import TransferFile
from sinetra.apps.careers.policies import account
from sinetra.apps.careers.tallies import count_checks
from sinetra.apps.careers.transfer_rows import Answered, answers
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.ports.clock import today


def screen_transfers(*, path: Path, actor: Actor, tell: Callable[[Answered], None]) -> TransferFile:
    """``tell`` gets every row in order, bad ones too. Once all are read the numbers are stored, in one unit of work;
    a file that was screened before counts once. Errors: ``Forbidden``; ``BadInput``, and then nothing is stored."""
    require(actor, "transfer.check")
    office = Organisation.objects.get(pk=actor.office)
    day = today(office.region_id)
    counts: Counter[str] = Counter()
    rows = 0
    for row in answers(path, region=office.region_id):
        rows += 1
        counts[row.result.verdict.value if row.result else ""] += 1
        tell(row)
    if not rows:
        raise BadInput(gettext_noop("Berkas ini tidak berisi satu baris pun."), field="file")
    bad = counts.pop("", 0)
    digest = _digest(path)
    known = TransferFile.objects.filter(organisation=office, sha256=digest).first()
    if known is not None:
        return known
    try:
        with unit_of_work(actor) as work:
            made = work.create(
                TransferFile(
                    organisation=office,
                    sha256=digest,
                    rows=rows,
                    counts=dict(counts),
                    bad_rows=bad,
                    checked_on=day,
                    law=law.law_digest(),
                    checked_by_id=account(actor),
                )
            )
            count_checks(office.pk, day, counts)
            work.record("transfer.screen", made, data={"rows": rows})
    except IntegrityError:
        # The same file, screened twice at once: the other post was faster.
        return TransferFile.objects.get(organisation=office, sha256=digest)
    return made


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
