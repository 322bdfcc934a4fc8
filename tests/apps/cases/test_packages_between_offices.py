"""What arrives is believed only when it is signed, whole, meant for us, and answers what we sent."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from nacl.signing import SigningKey
from report_cast import SUMMARY, Cast, person

from sinetra.apps.base.actor import SYSTEM, Role
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.cases.actions import acknowledge, deliver, receive_package, return_package
from sinetra.apps.cases.models import HandOver, Matter
from sinetra.apps.cases.parcels import unsealed
from sinetra.apps.cases.partners import party_of
from sinetra.apps.cases.selectors import package_file
from sinetra.apps.cases.vocabulary import Direction, HandOverState
from sinetra.apps.reports.sealing import open_value
from sinetra.core import packages
from sinetra.core.errors import Conflict, Forbidden, VerificationFailed
from sinetra.core.ids import uuid7
from sinetra.ports import keyring

pytestmark = pytest.mark.django_db
KEY = SigningKey(b"k" * 32)


def raw_of(row: HandOver, part: str = "package") -> bytes:
    return unsealed(row.package_sealed if part == "package" else row.reply_sealed or b"", row.pk, part)


def signed_anew(raw: bytes, **content: Any) -> bytes:
    """The same package with other content, properly signed by this installation."""
    package = packages.verify(raw, check=lambda *_: True, addressed_here=lambda _: True)
    values = {name: getattr(package, name) for name in packages.Package.__slots__}
    return packages.write(packages.Package(**values | {"content": dict(package.content) | content}), keyring.sign)


def refused(raw: bytes) -> str:
    before = (Matter.objects.count(), HandOver.objects.count())
    with pytest.raises(VerificationFailed) as caught:
        receive_package(raw)
    assert (Matter.objects.count(), HandOver.objects.count()) == before
    return caught.value.code


def test_receiving_twice_opens_one_matter(cast: Cast) -> None:
    sent = cast.sent()
    first, again = deliver(sent.pk, "package"), deliver(sent.pk, "package")
    assert first is not None
    assert first == again
    assert Matter.objects.filter(organisation=cast.bkn).count() == 1
    again = receive_package(raw_of(sent))
    assert (again.hand_over, again.repeated) == (first, True)


def test_a_tampered_package_is_refused_and_leaves_nothing(cast: Cast) -> None:
    raw = raw_of(cast.sent())
    assert refused(raw.replace(SUMMARY.encode(), b"Ringkasan yang lain untuk penerima.")) == "package_altered"
    assert refused(raw[:-40]) == "package_unreadable"
    document = json.loads(raw)
    forged = packages.verify(raw, check=lambda *_: True, addressed_here=lambda _: True)
    other = packages.write(forged, lambda message: bytes(8) + KEY.sign(message).signature)
    assert refused(other) == "package_signature"
    assert refused(json.dumps(document | {"from": {"kind": "bawaslu", "name": "Siapa"}}).encode()) == "package_altered"
    assert receive_package(raw).hand_over.state == HandOverState.RECEIVED, "the true one is taken after all that"


def test_a_package_of_an_unregistered_office_is_refused(cast: Cast) -> None:
    package = packages.Package(
        kind=packages.Kind.FORWARDING,
        id=uuid7(),
        sender=packages.Party(kind="bawaslu", name="Bawaslu Antah Berantah"),
        recipient=party_of(cast.bkn),
        created_at=cast.sent().sent_at,
        content={},
    )
    assert refused(packages.write(package, keyring.sign)) == "package_sender_unknown"


def test_the_same_id_with_other_content_is_a_conflict(cast: Cast) -> None:
    raw = raw_of(cast.sent())
    receive_package(raw)
    with pytest.raises(Conflict):
        receive_package(signed_anew(raw, summary="lain"))


@pytest.mark.parametrize(
    "content",
    [
        {"region": "99.99"},
        {"region": 7},
        {"regime": "kerajaan"},
        {"acts": ["vote"]},
        {"acts": "like"},
        {"happened_on": "kemarin"},
        {"reported": [{"role": "lurah"}]},
        {"reported": [{"role": "lurah", "name": 1, "unit": None}]},
        {"summary": None},
        {"number": "9" * 61},
    ],
)
def test_a_true_signature_does_not_make_broken_content_usable(cast: Cast, content: dict[str, Any]) -> None:
    assert refused(signed_anew(raw_of(cast.sent()), **content)) == "package_content"


@pytest.mark.parametrize("content", [{"track": 7, "product": "vonis"}, {"track": "pajak", "product": None}])
def test_a_track_in_words_unknown_here_is_left_out_and_nothing_is_refused(cast: Cast, content: dict[str, Any]) -> None:
    row = receive_package(signed_anew(raw_of(cast.sent()), **content)).hand_over
    told = open_value(row.matter.facts_sealed, row.matter_id, "facts")
    assert told["number"] and not {"track", "product"} & set(told)


def elsewhere(settings: LazySettings, cast: Cast, key: SigningKey | None) -> None:
    """BKN has an installation of its own; this one is Bawaslu's."""
    settings.SINETRA_PROFILE = "bawaslu"
    with unit_of_work(SYSTEM) as work:
        work.change(cast.bkn, public_key=None if key is None else key.verify_key.encode())
        work.record("organisation.key", cast.bkn)


def answer_of_bkn(
    cast: Cast, sent: HandOver, key: SigningKey, *, claimed: datetime | None = None, **content: Any
) -> bytes:
    package = packages.Package(
        kind=packages.Kind.ACKNOWLEDGEMENT,
        id=uuid7(),
        sender=party_of(cast.bkn),
        recipient=party_of(cast.bawaslu),
        created_at=claimed or sent.sent_at,
        content={"package": str(sent.package_id), "digest": sent.package_digest, "number": "7/BKN"} | content,
    )
    return packages.write(package, lambda message: bytes(8) + key.sign(message).signature)


def test_between_installations_the_package_is_a_file_and_the_registered_key_decides(
    cast: Cast, settings: LazySettings
) -> None:
    sent = cast.sent()
    elsewhere(settings, cast, KEY)
    assert deliver(sent.pk, "package") is None, "it waits for export"
    name, raw = package_file(cast.staff, sent.pk)
    assert name.endswith(".json")
    assert packages.verify(raw, check=lambda _, m, s: keyring.verify(m, s), addressed_here=lambda _: True)
    assert refused(raw) == "package_addressee"
    assert refused(answer_of_bkn(cast, sent, SigningKey(b"x" * 32))) == "package_signature"
    receive_package(answer_of_bkn(cast, sent, KEY))
    sent.refresh_from_db()
    assert sent.state == HandOverState.ACKNOWLEDGED


def test_without_a_registered_key_another_installation_is_not_believed(cast: Cast, settings: LazySettings) -> None:
    sent = cast.sent()
    elsewhere(settings, cast, None)
    assert refused(answer_of_bkn(cast, sent, KEY)) == "package_sender_unknown"


def test_an_acknowledgement_of_something_else_is_refused(cast: Cast, settings: LazySettings) -> None:
    sent = cast.sent()
    elsewhere(settings, cast, KEY)
    assert refused(answer_of_bkn(cast, sent, KEY, package=str(uuid7()))) == "reply_to_nothing"
    assert refused(answer_of_bkn(cast, sent, KEY, package=["x"])) == "reply_to_nothing"
    assert refused(answer_of_bkn(cast, sent, KEY, digest="0" * 64)) == "reply_to_other_content"
    sent.refresh_from_db()
    assert sent.state == HandOverState.SENT


def test_an_acknowledgement_counts_once_and_a_second_answer_is_a_conflict(cast: Cast, settings: LazySettings) -> None:
    sent = cast.sent()
    elsewhere(settings, cast, KEY)
    raw = answer_of_bkn(cast, sent, KEY)
    first, again = receive_package(raw), receive_package(raw)
    assert (first.hand_over, first.repeated, again.repeated) == (again.hand_over, False, True)
    with pytest.raises(Conflict):
        receive_package(answer_of_bkn(cast, sent, KEY))


@pytest.mark.parametrize(
    ("claimed", "counted"), [(-400, 0), (-1, 0), (0, 0), (2, 2), (5, 5), (6, 5), (24 * 400, 5)], ids=str
)
def test_when_a_partner_answered_counts_between_sending_and_arrival_and_the_claim_is_kept(
    cast: Cast, settings: LazySettings, claimed: int, counted: int
) -> None:
    sent = cast.sent()
    elsewhere(settings, cast, KEY)
    said = sent.sent_at + timedelta(hours=claimed)
    raw = answer_of_bkn(cast, sent, KEY, claimed=said)
    receive_package(raw, at=sent.sent_at + timedelta(hours=5))
    sent.refresh_from_db()
    assert sent.acknowledged_at == sent.sent_at + timedelta(hours=counted)
    assert raw_of(sent, "reply") == raw


def test_the_receiver_answers_once(cast: Cast) -> None:
    arrived = cast.arrived()
    acknowledge(hand_over=arrived, actor=cast.bkn_officer)
    for verb, more in ((acknowledge, {}), (return_package, {"reason": "Bukan kewenangan kami."})):
        with pytest.raises(Conflict):
            verb(hand_over=arrived, actor=cast.bkn_officer, **more)
    sent = HandOver.objects.get(direction=Direction.OUTGOING)
    with pytest.raises(Forbidden):
        acknowledge(hand_over=sent, actor=cast.bkn_officer)


def test_who_may_not_receive_answer_or_return(cast: Cast) -> None:
    sent = cast.sent()
    raw = raw_of(sent)
    for actor in (*cast.outsiders, cast.staff, cast.province_staff, cast.custodian):
        with pytest.raises(Forbidden):
            receive_package(raw, actor=actor)
    arrived = receive_package(raw, actor=cast.bkn_officer).hand_over
    other_bkn = person(cast.pemko, Role.BKN_OFFICER)
    for actor in (*cast.outsiders, cast.staff, cast.commissioner, cast.province_staff, cast.custodian, other_bkn):
        with pytest.raises(Forbidden):
            acknowledge(hand_over=arrived, actor=actor)
        with pytest.raises(Forbidden):
            return_package(hand_over=arrived, reason="Bukan kewenangan kami.", actor=actor)
    arrived.refresh_from_db()
    assert arrived.state == HandOverState.RECEIVED
