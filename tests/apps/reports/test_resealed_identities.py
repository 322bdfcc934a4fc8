"""Names are sealed anew after a new key, and before somebody leaves."""

from __future__ import annotations

import pytest
from custody_cast import (
    NEWER,
    leave,
    newest,
    opened,
)
from report_cast import PASSPHRASE, REPORTER, Cast, filed, formal, hold, person

from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.audit.verify import verify
from sinetra.apps.base.actor import Role
from sinetra.apps.reports.actions import (
    new_custodian_key,
    reseal_identities,
)
from sinetra.apps.reports.actions.reseal_identities import Resealed
from sinetra.apps.reports.custody_reads import custody_of
from sinetra.apps.reports.intake import Reporter
from sinetra.apps.reports.models import Identity
from sinetra.apps.reports.vault import seal_reporter
from sinetra.core.errors import VerificationFailed

pytestmark = pytest.mark.django_db


def test_after_a_new_key_the_old_names_are_sealed_to_it_and_the_old_key_opens_them_no_more(cast: Cast) -> None:
    for _ in range(5):
        filed(formal())
    sealed_before = {bytes(row.sealed) for row in Identity.objects.all()}
    new_custodian_key(organisation=cast.bawaslu, passphrase=NEWER, actor=cast.custodian)
    with pytest.raises(VerificationFailed):
        opened(cast.custodian, NEWER)
    first = reseal_identities(secret=PASSPHRASE, actor=cast.custodian, size=2)
    assert (first.done, first.left) == (2, 0) and first.after is not None
    second = reseal_identities(secret=PASSPHRASE, actor=cast.custodian, size=2, after=first.after)
    last = reseal_identities(secret=PASSPHRASE, actor=cast.custodian, size=2, after=second.after)
    assert (second.done, last.done, last.after) == (2, 1, None)
    assert not sealed_before & {bytes(row.sealed) for row in Identity.objects.all()}
    assert opened(cast.custodian, NEWER) == REPORTER["name"]
    with pytest.raises(VerificationFailed):
        opened(cast.custodian, PASSPHRASE)
    assert AuditEntry.objects.filter(action="identity.reseal").count() == 5
    assert not AuditEntry.objects.filter(action="identity.open", data__icontains=REPORTER["name"]).exists()
    assert verify().ok


def test_who_follows_a_leaver_uses_the_printed_sheet_from_the_safe_and_makes_a_new_key(cast: Cast) -> None:
    _, made = new_custodian_key(organisation=cast.bawaslu, passphrase="frasa yang dibawa pergi", actor=cast.custodian)
    filed(formal())
    hold(cast.custodian)
    leave(cast.custodian)
    assert custody_of(person(cast.bawaslu, Role.CUSTODIAN)).holder_left
    follower = person(cast.bawaslu, Role.CUSTODIAN)
    hold(follower)
    new_custodian_key(organisation=cast.bawaslu, passphrase=NEWER, actor=follower)
    assert not custody_of(follower).holder_left
    assert reseal_identities(secret=made.recovery, actor=follower).done == 1
    assert opened(follower, NEWER) == REPORTER["name"]


def test_a_wrong_secret_seals_nothing_anew_and_what_it_does_not_open_is_counted(cast: Cast) -> None:
    filed(formal())
    new_custodian_key(organisation=cast.bawaslu, passphrase=NEWER, actor=cast.custodian)
    filed(formal())
    new_custodian_key(organisation=cast.bawaslu, passphrase="akar bahar di dasar laut", actor=cast.custodian)
    before = list(Identity.objects.order_by("pk").values_list("version", flat=True))
    with pytest.raises(VerificationFailed):
        reseal_identities(secret="bukan frasa siapa pun", actor=cast.custodian)
    assert list(Identity.objects.order_by("pk").values_list("version", flat=True)) == before
    assert reseal_identities(secret=NEWER, actor=cast.custodian) == Resealed(done=1, left=1, after=None)


def test_a_name_moved_to_another_report_stops_the_sealing(cast: Cast) -> None:
    filed(formal())
    row = newest()
    other = seal_reporter(Reporter(**REPORTER), row.pk, bytes(row.key.public_key))
    Identity.objects.update(sealed=other)
    new_custodian_key(organisation=cast.bawaslu, passphrase=NEWER, actor=cast.custodian)
    with pytest.raises(VerificationFailed) as caught:
        reseal_identities(secret=PASSPHRASE, actor=cast.custodian)
    assert caught.value.code == "identity_moved"
