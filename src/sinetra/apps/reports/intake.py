"""What a person hands in, checked field by field. Shape: contract 10. No NIP, NIK, vote or opinion is asked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sinetra.apps.reports.vocabulary import Channel
from sinetra.core.canonical import canonical
from sinetra.core.clock.places import check_region
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.words import ActCode, Position, SubjectStatus

LONGEST_STORY, LONGEST_TEXT, MOST_REPORTED = 10_000, 300, 50
# A vote and an opinion at home are nobody's business: they cannot be reported.
NOT_REPORTABLE = frozenset({ActCode.VOTE, ActCode.PRIVATE_OPINION})
ACTS = tuple(code.value for code in ActCode if code not in NOT_REPORTABLE)
ROLES = tuple(dict.fromkeys(role.value for words in (Position, SubjectStatus) for role in words))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedPerson:
    """The one who is reported (yang dilaporkan). ``role`` is a position or a status; name and unit may be unknown."""

    role: str
    name: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter:
    """Formal requirement of a report: name and address."""

    name: str
    address: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReport:
    """A checked filing. ``idempotency_key`` is the reporter's secret: the same key is the same filing. ``evidence``:
    secret keys of whole uploads."""

    channel: Channel
    what: str
    where: str
    region: str
    happened_on: date | None
    known_on: date | None
    reported: tuple[ReportedPerson, ...]
    acts: tuple[str, ...]
    reporter: Reporter | None
    idempotency_key: str
    evidence: tuple[str, ...] = ()

    def content(self, digests: Sequence[str]) -> bytes:
        """What makes two filings the same: everything but the key, and of evidence its digests."""
        values = asdict(self)
        del values["idempotency_key"], values["evidence"]
        return canonical(values | ({"evidence": list(digests)} if digests else {}))


_FIELDS = tuple(NewReport.__dataclass_fields__)


def read_report(given: Mapping[str, Any]) -> NewReport:
    """From the shape of contract 10. Errors: ``BadInput`` naming the field and what would have been right."""
    _only(given, _FIELDS, "")
    channel = Channel(_one_of(given.get("channel"), tuple(Channel), "channel"))
    formal = channel is Channel.REPORT
    reporter = given.get("reporter")
    if formal and reporter is None:
        raise BadInput(
            gettext_noop("Laporan memerlukan nama dan alamat pelapor; tanpa itu, sampaikan sebagai informasi awal."),
            field="reporter",
            accepted=("name, address", f"channel: {Channel.INITIAL_INFORMATION}"),
            code="reporter_missing",
        )
    return NewReport(
        channel=channel,
        what=_text(given.get("what"), "what", LONGEST_STORY, required=True),
        where=_text(given.get("where"), "where", LONGEST_TEXT),
        region=check_region(_text(given.get("region"), "region", 13, required=True)),
        happened_on=_day(given.get("happened_on"), "happened_on", required=formal),
        known_on=_day(given.get("known_on"), "known_on", required=formal),
        reported=tuple(_person(item, place) for place, item in enumerate(_list(given.get("reported"), "reported"))),
        acts=tuple(dict.fromkeys(_one_of(item, ACTS, "acts") for item in _list(given.get("acts"), "acts"))),
        reporter=None if reporter is None else _reporter(reporter),
        idempotency_key=_key(given.get("idempotency_key")),
        evidence=tuple(_upload(item) for item in _list(given.get("evidence"), "evidence")),
    )


def check_days(report: NewReport, today: date) -> None:
    """Errors: ``BadInput`` for a day to come, or known before it happened."""
    for field in ("happened_on", "known_on"):
        day = getattr(report, field)
        if day is not None and day > today:
            raise BadInput(
                gettext_noop("%(field)s: tanggal %(value)s belum terjadi; paling lambat %(accepted)s."),
                field=field,
                accepted=(today.isoformat(),),
                code="day_to_come",
                value=day.isoformat(),
            )
    if report.happened_on and report.known_on and report.known_on < report.happened_on:
        raise BadInput(
            gettext_noop("Tanggal diketahui (%(value)s) mendahului tanggal kejadian (%(accepted)s)."),
            field="known_on",
            accepted=(report.happened_on.isoformat(),),
            code="known_before",
            value=report.known_on.isoformat(),
        )


def _reporter(given: Any) -> Reporter:
    _only(_mapping(given, "reporter"), ("name", "address", "phone", "email"), "reporter.")
    return Reporter(
        name=_text(given.get("name"), "reporter.name", LONGEST_TEXT, required=True),
        address=_text(given.get("address"), "reporter.address", LONGEST_TEXT, required=True),
        phone=_text(given.get("phone"), "reporter.phone", 40),
        email=_text(given.get("email"), "reporter.email", LONGEST_TEXT),
    )


def _person(given: Any, place: int) -> ReportedPerson:
    field = f"reported[{place}]"
    _only(_mapping(given, field), ("role", "name", "unit"), f"{field}.")
    return ReportedPerson(
        role=_one_of(given.get("role"), ROLES, f"{field}.role"),
        name=_text(given.get("name"), f"{field}.name", LONGEST_TEXT) or None,
        unit=_text(given.get("unit"), f"{field}.unit", LONGEST_TEXT) or None,
    )


def _key(given: Any) -> str:
    """128 random bits need 22 characters of base64 or 32 of hex."""
    if not isinstance(given, str) or not 22 <= len(given) <= 200 or len(set(given)) < 8:
        raise BadInput(
            gettext_noop("%(field)s: perlu 128 bit acak yang dirahasiakan (%(accepted)s)."),
            field="idempotency_key",
            accepted=("22-200 characters",),
            code="key_too_weak",
        )
    return given


def _upload(given: Any) -> str:
    if not isinstance(given, str) or not given:
        raise BadInput(
            gettext_noop("%(field)s: yang diterima: %(accepted)s"), field="evidence", accepted=("key",), code="type"
        )
    return given


def _only(given: Mapping[str, Any], known: tuple[str, ...], prefix: str) -> None:
    for name in given:
        if name not in known:
            raise BadInput(
                gettext_noop("%(field)s: tidak dikenal; yang diterima: %(accepted)s"),
                field=f"{prefix}{name}"[:80],
                accepted=known,
                code="unknown_field",
            )


def _mapping(given: Any, field: str) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise BadInput(
            gettext_noop("%(field)s: yang diterima: %(accepted)s"), field=field, accepted=("object",), code="type"
        )
    return given


def _list(given: Any, field: str) -> list[Any]:
    if given is None:
        return []
    if not isinstance(given, list | tuple) or len(given) > MOST_REPORTED:
        raise BadInput(
            gettext_noop("%(field)s: yang diterima: %(accepted)s"),
            field=field,
            accepted=(f"list, 0-{MOST_REPORTED}",),
            code="type",
        )
    return list(given)


def _one_of(given: Any, accepted: tuple[str, ...], field: str) -> str:
    if not isinstance(given, str) or given not in accepted:
        raise BadInput(
            gettext_noop("%(field)s: %(value)s tidak diterima; yang diterima: %(accepted)s"),
            field=field,
            accepted=accepted,
            code="value",
            value=repr(given)[:80],
        )
    return str(given)


def _text(given: Any, field: str, longest: int, *, required: bool = False) -> str:
    text = unicodedata.normalize("NFC", given).replace("\x00", "").strip() if isinstance(given, str) else given
    if text is None and not required:
        return ""
    if not isinstance(text, str) or len(text) > longest or (required and not text):
        raise BadInput(
            gettext_noop("%(field)s: perlu diisi teks, %(accepted)s karakter."),
            field=field,
            accepted=(f"{int(required)}-{longest}",),
            code="text",
        )
    return text


def _day(given: Any, field: str, *, required: bool) -> date | None:
    if given is None and not required:
        return None
    if isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        raise BadInput(
            gettext_noop("%(field)s: yang diterima: tanggal seperti %(accepted)s"),
            field=field,
            accepted=("2024-11-20",),
            code="day",
        ) from None
