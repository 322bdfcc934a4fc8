"""The correction goes as a signed package to a body that knows the matter by a package."""

from __future__ import annotations

from datetime import datetime

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases import parcels
from sinetra.apps.cases.conflicts import require_no_conflict
from sinetra.apps.cases.corrections import goes_by_package, require_waiting
from sinetra.apps.cases.models import Correction
from sinetra.apps.cases.steps import StepCode, add_step, moment
from sinetra.apps.cases.vocabulary import CorrectionState
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.core.packages import Kind, Party


def send_correction_package(*, correction: Correction, actor: Actor, at: datetime | None = None) -> Correction:
    """It names the package and its digest, and nobody.

    Errors: ``Forbidden``; ``Conflict`` when the body has no Sinetra, when it was sent or given up before, by a lost
    race, or by a conflict of interest.
    """
    require(actor, "correction.send", correction)
    require_waiting(correction, CorrectionState.OPEN)
    about = correction.about
    if about is None or not goes_by_package(correction):
        message = gettext_noop("Lembaga ini tidak menerima paket Sinetra untuk perkara ini; kirim surat.")
        raise Conflict(message, code="no_package")
    matter = correction.matter
    require_no_conflict(actor, matter)
    at, on = moment(at, matter.region_id)
    to = Party(kind=correction.body_kind, name=correction.body_name)
    content = {"package": str(about.package_id), "digest": about.package_digest, "number": matter.number}
    parcel = parcels.reply(Kind.CORRECTION, matter.organisation, to, at, content)
    with unit_of_work(actor) as work:
        work.change(
            correction,
            state=CorrectionState.SENT,
            sent_on=on,
            by_id=actor.user_id,
            package_id=parcel.package.id,
            package_digest=parcel.package.digest(),
            package_sealed=parcel.sealed(correction.pk, "package"),
        )
        work.record("correction.send", correction, data={"digest": correction.package_digest, "on": on})
        add_step(work, StepCode.CORRECTION_SENT, matter=matter, at=at, on=on, counterpart=correction.body_name)
        payload = {"correction": str(correction.pk), "part": "package"}
        work.enqueue("corrections.deliver", payload, key=f"package:{correction.package_id}")
    return correction
