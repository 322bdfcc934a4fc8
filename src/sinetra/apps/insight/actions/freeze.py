"""Open statistics are frozen at a cut-off: counted, checked, signed and kept. After that nothing moves them."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from datetime import date

from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.insight.models import Snapshot
from sinetra.apps.insight.statistics.cut_off import cut_off_now
from sinetra.apps.insight.statistics.history import kept_persons, shown_until
from sinetra.apps.insight.statistics.inputs import packed
from sinetra.apps.insight.statistics.manifest import Manifest
from sinetra.apps.insight.statistics.people import Reported
from sinetra.apps.insight.statistics.query import QUERY, VERSION, ask, code_digest
from sinetra.apps.registry.models import Organisation
from sinetra.core.errors import BadInput, Conflict, NotFound, gettext_noop
from sinetra.core.statistics import SMALLEST
from sinetra.ports import clock
from sinetra.ports.signer import signer


def freeze(*, as_of: date, actor: Actor) -> Snapshot:
    """The edition of the end of ``as_of``. A unit that does not balance is left out and named in it (``refused``).

    Errors: ``Forbidden``; ``BadInput`` naming ``as_of`` for a day to come or one before the last edition; ``Conflict``
    when it is there; ``NotFound`` while the installation has no institution; ``VerificationFailed`` when a withheld
    cell could be recovered.
    """
    require(actor, "statistics.freeze")
    if as_of > clock.today():
        raise BadInput(gettext_noop("Tanggal ini belum lewat."), field="as_of")
    owner = Organisation.objects.order_by("created_at", "id").first()
    if owner is None:
        raise NotFound(gettext_noop("Pemasangan ini belum punya instansi."), code="organisation")
    cut_off = cut_off_now(as_of)
    last = Snapshot.objects.order_by("-as_of").first()
    if last is not None and last.as_of >= as_of:
        if last.as_of == as_of:
            raise Conflict(gettext_noop("Edisi tanggal ini sudah dibekukan."), code="frozen")
        raise BadInput(gettext_noop("Edisi terakhir lebih baru daripada tanggal ini."), field="as_of")
    answer = ask(cut_off, Reported(kept=kept_persons(last)), shown_until(last))
    content, inputs = answer.edition.content(), packed(answer)
    manifest = Manifest(
        edition=as_of.isoformat(),
        as_of=as_of,
        query=QUERY,
        version=VERSION,
        smallest=SMALLEST,
        code=code_digest(),
        rows=hashlib.sha256(content).hexdigest(),
        inputs=hashlib.sha256(inputs).hexdigest(),
        audit_root=cut_off.root,
        previous=last.sha256 if last is not None else "",
        frozen_at=clock.now(),
    )
    row = Snapshot(
        organisation_id=owner.pk,
        edition=manifest.edition,
        as_of=as_of,
        query=QUERY,
        query_version=VERSION,
        code_digest=manifest.code,
        previous=last,
        heads=cut_off.to_json(),
        inputs=inputs,
        content=content,
        sha256=manifest.rows,
        manifest=manifest.content(),
        signature=signer().sign(manifest.content()),
        frozen_at=manifest.frozen_at,
    )
    with unit_of_work(actor) as work:
        work.create(row)
        data = {"edition": row.edition, "sha256": row.sha256, "refused": [asdict(fault) for fault in answer.faults]}
        work.record("statistics.freeze", row, data=data)
    return row
