"""A second person has checked a draft: from its first day on it is the version that is signed."""

from __future__ import annotations

from sinetra.apps.accounts.two_persons import accounts_of_one_person
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import PledgeText
from sinetra.core.errors import Conflict, gettext_noop


def publish_pledge_text(*, text: PledgeText, version: int, actor: Actor) -> PledgeText:
    """``version`` is what the second person read. Errors: ``Forbidden``; ``Conflict`` for the author's own draft
    (``two_persons``, also through another account), one that is published already, was rewritten meanwhile, or would
    begin before the version that it follows (``first_day``).
    """
    require(actor, "pledge.publish", text)
    if text.published_at is not None:
        raise Conflict(gettext_noop("Versi ini sudah terbit."), code="published")
    if actor.user_id is not None and text.written_by_id in accounts_of_one_person(actor.user_id):
        raise Conflict(
            gettext_noop("Anda yang menulis teks ini; orang lain yang memeriksa dan menerbitkannya."),
            code="two_persons",
        )
    if text.version != version:
        raise Conflict(gettext_noop("Konsep ini baru saja ditulis ulang. Baca lagi sebelum menerbitkan."))
    earlier = PledgeText.objects.filter(organisation_id=text.organisation_id, kind=text.kind)
    if earlier.filter(published_at__isnull=False, in_force_from__gt=text.in_force_from).exists():
        raise Conflict(
            gettext_noop("Versi yang lebih lama mulai berlaku sesudah tanggal ini. Pilih hari pertama yang lain."),
            code="first_day",
        )
    with unit_of_work(actor) as work:
        work.change(text, checked_by_id=actor.user_id, published_at=work.at)
        work.record("pledge.publish", text)
    return text
