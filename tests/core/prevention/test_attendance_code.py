"""The rotating code: good for its minute and the next, for its session, and for nothing else."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as some

from sinetra.core.prevention import attendance_code as codes

MOMENTS = some.integers(1_700_000_000, 1_900_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


def digest(session: UUID, step: int, key: bytes = b"key") -> bytes:
    return hashlib.blake2b(codes.step_message(session, step), digest_size=32, key=key).digest()


def shown(session: UUID, at: datetime) -> str:
    return codes.written(digest(session, codes.step_of(at)))


def counts(session: UUID, code: str, at: datetime, key: bytes = b"key") -> bool:
    return codes.is_one_of(code, [digest(session, step, key) for step in codes.accepted_steps(at)])


@given(session=some.uuids(), at=MOMENTS, seconds=some.integers(0, codes.STEP_SECONDS + codes.GRACE_SECONDS))
def test_a_code_counts_for_a_minute_and_the_grace_after_it_was_shown(session: UUID, at: datetime, seconds: int) -> None:
    assert counts(session, shown(session, at), at + timedelta(seconds=seconds))


@given(session=some.uuids(), at=MOMENTS)
def test_a_photographed_code_is_old_after_two_minutes_and_the_grace(session: UUID, at: datetime) -> None:
    late = at + timedelta(seconds=2 * codes.STEP_SECONDS + codes.GRACE_SECONDS)
    assert not counts(session, shown(session, at), late)


@given(session=some.uuids(), at=MOMENTS)
def test_a_code_of_the_hours_to_come_does_not_count_yet(session: UUID, at: datetime) -> None:
    assert not counts(session, shown(session, at + timedelta(minutes=2)), at)


@given(one=some.uuids(), other=some.uuids(), at=MOMENTS)
def test_a_code_belongs_to_one_session_and_one_key(one: UUID, other: UUID, at: datetime) -> None:
    assert one == other or not counts(other, shown(one, at), at)
    assert not counts(one, shown(one, at), at, key=b"another key")


def test_a_code_typed_in_capitals_with_a_blank_is_the_same() -> None:
    session, at = UUID(int=7), datetime(2024, 11, 22, 2, tzinfo=UTC)
    assert counts(session, f" {shown(session, at).upper()} ", at)
    assert not counts(session, shown(session, at)[:-1], at)
    assert not counts(session, "é" * 8, at)


def test_the_link_of_a_session_is_no_code_of_a_minute() -> None:
    session = UUID(int=7)
    assert codes.link_message(session) != codes.step_message(session, 0)
    assert len(codes.written(b"x" * 32, codes.LINK_LENGTH)) == codes.LINK_LENGTH
