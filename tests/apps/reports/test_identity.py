"""The vault: who may read who reported, and what stays of it."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime

import pytest
from report_cast import PASSPHRASE, REPORTER, Cast, filed, formal, person

from sinetra.apps.accounts.actions.hand_over import hand_over
from sinetra.apps.accounts.models import RoleGrant, User
from sinetra.apps.audit.models import AuditEntry
from sinetra.apps.base.actor import SYSTEM, Actor, Role
from sinetra.apps.base.policy import may, visible
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import assign, open_matter
from sinetra.apps.cases.models import Matter
from sinetra.apps.reports.actions import new_custodian_key, open_identity
from sinetra.apps.reports.models import CustodianKey, Identity, Report
from sinetra.apps.reports.selectors import follow, report_view
from sinetra.apps.reports.vocabulary import OpeningGround
from sinetra.core.errors import BadInput, Forbidden, NotFound, VerificationFailed

pytestmark = pytest.mark.django_db
TODAY = date(2024, 11, 22)
AT = datetime.fromisoformat("2024-11-22T10:00+07:00")
REASON = "Klarifikasi pelapor atas permintaan pleno."
GROUND = OpeningGround.CLARIFICATION


@pytest.fixture
def identity(cast: Cast) -> Identity:
    filed(formal())
    return Identity.objects.select_related("report", "key").get()


def test_the_custodian_reads_the_name_with_a_reason_and_the_reporter_sees_it(cast: Cast) -> None:
    answer = filed(formal())
    identity = Identity.objects.get()
    reporter = open_identity(identity=identity, secret=PASSPHRASE, ground=GROUND, reason=REASON, actor=cast.custodian)
    assert (reporter.name, reporter.address) == (REPORTER["name"], REPORTER["address"])
    entry = AuditEntry.objects.get(action="identity.open")
    assert entry.detail == {"reason": REASON}
    assert entry.actor == cast.custodian.reference
    assert [step.code for step in follow(answer.code).steps] == ["filed", "identity_opened"]
    assert REASON not in str(follow(answer.code).to_json())


def test_nobody_but_the_custodian_of_the_office_opens_an_identity(cast: Cast, identity: Identity) -> None:
    both = dataclasses.replace(cast.custodian, roles=frozenset({Role.CUSTODIAN, Role.BAWASLU_STAFF}))
    elsewhere = person(cast.province, Role.CUSTODIAN)
    district = dataclasses.replace(cast.custodian, regions=("99.71.02",))
    others = (cast.staff, cast.commissioner, cast.bkn_officer, both, elsewhere, district, *cast.outsiders)
    for actor in others:
        with pytest.raises(Forbidden):
            open_identity(identity=identity, secret=PASSPHRASE, ground=GROUND, reason=REASON, actor=actor)
    assert not AuditEntry.objects.filter(action="identity.open").exists()


def test_who_handles_the_matter_never_opens_the_identity(cast: Cast, identity: Identity) -> None:
    open_matter(report=identity.report, actor=cast.staff)
    with unit_of_work(SYSTEM) as work:
        matter = Matter.objects.get()
        work.change(matter, handler_id=cast.custodian.user_id)
        work.record("matter.take", matter)
    again = Identity.objects.select_related("report", "key").get()
    with pytest.raises(Forbidden):
        open_identity(identity=again, secret=PASSPHRASE, ground=GROUND, reason=REASON, actor=cast.custodian)


def granted(actor: Actor, *roles: Role) -> User:
    """The account behind ``actor``, with the roles in its own right."""
    user = User.objects.get(pk=actor.user_id)
    with unit_of_work(SYSTEM) as work:
        for role in roles:
            row = RoleGrant(
                organisation_id=user.organisation_id, user=user, role=role, starts_on=TODAY, ends_on=date(2099, 1, 1)
            )
            work.create(row)
            work.record("accounts.grant_role", row)
    return user


def refused_to(actor: Actor, report: Report) -> bool:
    row = Identity.objects.select_related("report", "key").get(report=report)
    custodian = dataclasses.replace(actor, roles=frozenset({Role.CUSTODIAN}))
    if may(custodian, "identity.open", row):
        return False
    with pytest.raises(Forbidden):
        open_identity(identity=row, secret=PASSPHRASE, ground=GROUND, reason=REASON, actor=custodian)
    return True


def test_who_handed_the_matter_over_stays_away_from_the_vault_and_so_does_the_successor(cast: Cast) -> None:
    matter = cast.matter()
    assert matter.report is not None
    leaving, successor = granted(cast.staff), granted(cast.commissioner, Role.BAWASLU_STAFF)
    hand_over(leaving=leaving, successor=successor, reason="Pindah tugas", today=TODAY, actor=cast.staff)
    matter.refresh_from_db()
    assert matter.handler_id == successor.pk
    assert refused_to(cast.staff, matter.report)
    assert refused_to(cast.commissioner, matter.report)
    assert not refused_to(cast.custodian, matter.report)


def test_who_was_in_between_or_did_one_step_stays_away_too(cast: Cast) -> None:
    matter = cast.matter()
    assert matter.report is not None
    between = person(cast.bawaslu, Role.BAWASLU_STAFF)
    last = person(cast.bawaslu, Role.BAWASLU_STAFF)
    for actor in (between, last):
        assert not refused_to(actor, matter.report), "nobody is barred before the first step"
        assign(matter=matter, handler=granted(actor, Role.BAWASLU_STAFF), actor=cast.commissioner, at=AT)
    assert all(refused_to(actor, matter.report) for actor in (cast.staff, between, last, cast.commissioner))


def test_a_matter_of_another_report_bars_nobody_and_moving_work_as_administrator_neither(cast: Cast) -> None:
    other, matter = cast.matter(), cast.matter()
    assert other.report is not None and matter.report is not None
    handler = person(cast.bawaslu, Role.BAWASLU_STAFF)
    assign(matter=other, handler=granted(handler, Role.BAWASLU_STAFF), actor=cast.commissioner, at=AT)
    assert refused_to(handler, other.report)
    assert not refused_to(handler, matter.report)
    administrator = cast.outsiders[0]
    successor = granted(handler)
    hand_over(leaving=granted(cast.staff), successor=successor, reason="Cuti", today=TODAY, actor=administrator)
    assert refused_to(handler, matter.report)
    assert not refused_to(administrator, matter.report)


@pytest.mark.parametrize("reason", ["", "   ", "perlu"])
def test_without_a_reason_nothing_opens(cast: Cast, identity: Identity, reason: str) -> None:
    with pytest.raises(BadInput) as caught:
        open_identity(identity=identity, secret=PASSPHRASE, ground=GROUND, reason=reason, actor=cast.custodian)
    assert caught.value.field == "reason"


def test_a_wrong_passphrase_opens_nothing_and_a_name_moved_to_another_report_neither(
    cast: Cast, identity: Identity
) -> None:
    with pytest.raises(VerificationFailed):
        open_identity(
            identity=identity, secret="frasa yang lain sama sekali", ground=GROUND, reason=REASON, actor=cast.custodian
        )
    assert AuditEntry.objects.get(action="identity.refused").actor == cast.custodian.reference
    other = Report.objects.get(pk=filed(formal()).report_id)
    Identity.objects.filter(report=other).update(sealed=identity.sealed)
    moved = Identity.objects.select_related("report", "key").get(report=other)
    with pytest.raises(VerificationFailed) as caught:
        open_identity(identity=moved, secret=PASSPHRASE, ground=GROUND, reason=REASON, actor=cast.custodian)
    assert caught.value.code == "identity_moved"


def test_the_server_alone_cannot_open_it(cast: Cast, identity: Identity) -> None:
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    from sinetra.ports.keyring import Purpose, keyring

    keys = [keyring().current(purpose).secret for purpose in Purpose]

    for secret in keys:
        with pytest.raises(CryptoError):
            SealedBox(PrivateKey(secret)).decrypt(bytes(identity.sealed))


def test_the_printed_recovery_text_opens_it_and_an_older_key_still_reads_what_was_sealed_to_it(cast: Cast) -> None:
    first, made = new_custodian_key(
        organisation=cast.bawaslu, passphrase="frasa pertama yang panjang", actor=cast.custodian
    )
    filed(formal())
    new_custodian_key(organisation=cast.bawaslu, passphrase="frasa kedua yang panjang", actor=cast.custodian)
    identity = Identity.objects.select_related("report", "key").get()
    assert identity.key_id == first.pk
    reporter = open_identity(
        identity=identity, secret=made.recovery, ground=GROUND, reason=REASON, actor=cast.custodian
    )
    assert reporter.name == REPORTER["name"]
    assert CustodianKey.objects.filter(organisation=cast.bawaslu, retired_at=None).count() == 1
    assert made.recovery not in repr(made)


def test_only_a_custodian_makes_the_vault_key(cast: Cast) -> None:
    for actor in (cast.staff, cast.commissioner, cast.bkn_officer, *cast.outsiders, person(cast.bkn, Role.CUSTODIAN)):
        with pytest.raises(Forbidden):
            new_custodian_key(organisation=cast.bawaslu, passphrase=PASSPHRASE, actor=actor)
    with pytest.raises(BadInput):
        new_custodian_key(organisation=cast.bawaslu, passphrase="pendek", actor=cast.custodian)


def test_two_filings_of_one_person_look_different(cast: Cast) -> None:
    filed(formal())
    filed(formal())
    one, other = Identity.objects.values_list("sealed", flat=True)
    assert bytes(one)[:32] != bytes(other)[:32]


def test_the_office_reads_the_report_without_the_name_and_others_do_not(cast: Cast, identity: Identity) -> None:
    view = report_view(cast.staff, identity.report_id)
    assert view.has_identity
    assert REPORTER["name"] not in repr(view)
    for actor in (*cast.outsiders, cast.custodian):
        with pytest.raises(Forbidden):
            report_view(actor, identity.report_id)
    for actor in (cast.province_staff, cast.district_staff):
        with pytest.raises(NotFound):
            report_view(actor, identity.report_id)
    for actor in (*cast.outsiders, cast.bkn_officer, cast.province_staff, cast.district_staff):
        assert not visible(actor, Report).exists()
        assert not visible(actor, Identity).exists()
    assert visible(cast.staff, Report).exists()
