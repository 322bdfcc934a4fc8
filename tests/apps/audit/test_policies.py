"""Who reads the chain: administrators and auditors of the organisation, nobody else."""

from __future__ import annotations

from uuid import uuid4

import pytest

from sinetra.apps.audit.models import AuditEntry, AuditHead, Checkpoint
from sinetra.apps.base.actor import PUBLIC, Actor, Role, reporter
from sinetra.apps.base.models import OutboxTask
from sinetra.apps.base.outbox import outbox
from sinetra.apps.base.policy import may, visible
from sinetra.apps.registry.models import Organisation
from sinetra.ports.clock import now

pytestmark = pytest.mark.django_db
READERS = {Role.ADMINISTRATOR, Role.AUDITOR}


def person(organisation: Organisation, *roles: Role) -> Actor:
    return Actor(kind="person", user_id=uuid4(), organisation_id=organisation.pk, roles=frozenset(roles))


@pytest.mark.parametrize("role", list(Role))
def test_only_administrators_and_auditors_read_the_chain_of_their_office(
    bawaslu: Organisation, pemda: Organisation, role: Role
) -> None:
    actor = person(bawaslu, role)
    seen = set(visible(actor, AuditEntry).values_list("organisation_id", flat=True))
    assert seen == ({bawaslu.pk} if role in READERS else set())
    assert visible(actor, AuditHead).count() == (1 if role in READERS else 0)
    for action in ("audit.read", "audit.verify"):
        assert may(actor, action) is (role in READERS)


def test_the_public_and_a_reporter_read_checkpoints_and_nothing_else(bawaslu: Organisation) -> None:
    outbox().add("test", {}, key="k", run_after=now())
    for actor in (PUBLIC, reporter(uuid4())):
        assert not visible(actor, AuditEntry).exists()
        assert not visible(actor, AuditHead).exists()
        assert not visible(actor, OutboxTask).exists()
        assert not may(actor, "audit.read")
        assert not may(actor, "outbox.retry")
        assert visible(actor, Checkpoint).count() == Checkpoint.objects.count()


@pytest.mark.parametrize("role", list(Role))
def test_only_administrators_see_the_outbox(bawaslu: Organisation, role: Role) -> None:
    outbox().add("test", {}, key="k", run_after=now())
    actor = person(bawaslu, role)
    assert visible(actor, OutboxTask).exists() is (role is Role.ADMINISTRATOR)
    assert may(actor, "outbox.retry") is (role is Role.ADMINISTRATOR)
