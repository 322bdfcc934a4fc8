"""What ``sinetra setup`` asks, and which answers make sense. Each check names the flag and says what is accepted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from sinetra.apps.accounts.actions.set_up import Plan
    from sinetra.apps.registry.models import Region

KINDS = {"bawaslu": "bawaslu", "pemda": "local_government"}


@dataclass(frozen=True, slots=True)
class Question:
    """``flag`` is asked for on the terminal when it was not given. ``proposed`` is taken by pressing Enter."""

    flag: str
    text: str
    proposed: str = ""
    optional: bool = False


def questions() -> tuple[Question, ...]:
    from django.conf import settings

    from sinetra.ports.clock import today

    year = (today() + timedelta(days=365)).isoformat()
    return (
        Question("kind", gettext_noop("Jenis pemasangan (bawaslu atau pemda)"), settings.SINETRA_PROFILE),
        Question("organisation", gettext_noop("Nama instansi")),
        Question("region", gettext_noop("Wilayah: kode atau nama; kosong untuk Bawaslu tingkat pusat"), optional=True),
        Question("admin_name", gettext_noop("Nama admin pertama")),
        Question("admin_username", gettext_noop("Nama penggunanya")),
        Question("second_name", gettext_noop("Nama admin kedua, orang lain")),
        Question("second_username", gettext_noop("Nama penggunanya")),
        Question("until", gettext_noop("Hari terakhir peran keduanya"), year),
    )


def option(flag: str) -> str:
    return f"--{flag.replace('_', '-')}"


def answer(question: Question, text: str | None, before: dict[str, Any]) -> Any:
    """The checked value. Errors: ``BadInput`` naming the flag."""
    value = " ".join((text or question.proposed).split())
    if not value and not question.optional:
        raise BadInput(gettext_noop("Belum diisi"), field=option(question.flag))
    check = _CHECKS.get(question.flag)
    return check(value, before) if check else value


def _kind(value: str, before: dict[str, Any]) -> str:
    from django.conf import settings

    if value not in KINDS:
        raise BadInput(
            gettext_noop("Jenis %(value)s tidak dikenal; yang diterima: %(accepted)s"),
            field="--kind",
            accepted=tuple(KINDS),
            value=repr(value),
        )
    if value != settings.SINETRA_PROFILE:
        raise BadInput(
            gettext_noop("Pemasangan ini berjalan sebagai %(profile)s; untuk %(value)s: SINETRA_PROFILE=%(value)s"),
            field="--kind",
            profile=settings.SINETRA_PROFILE,
            value=value,
        )
    return value


def _region(value: str, before: dict[str, Any]) -> Region | None:
    from sinetra.apps.accounts.region_named import region_named

    if not value and before["kind"] == "bawaslu":
        return None
    if not value:
        raise BadInput(
            gettext_noop("Pemerintah daerah punya wilayah; contoh: %(accepted)s"), field="--region", accepted=("63.72",)
        )
    found = region_named(value, field="--region")
    if found.level == "village" or (found.level == "district" and before["kind"] == "pemda"):
        raise BadInput(
            gettext_noop("%(value)s terlalu kecil untuk sebuah instansi; tulis kota, kabupaten, atau provinsi"),
            field="--region",
            value=found.name,
        )
    return found


def _second(value: str, before: dict[str, Any]) -> str:
    if value.casefold() == before["admin_name"].casefold():
        raise BadInput(gettext_noop("Admin kedua harus orang lain"), field="--second-name")
    return value


def _second_username(value: str, before: dict[str, Any]) -> str:
    if value == before["admin_username"]:
        raise BadInput(gettext_noop("Nama pengguna kedua admin harus berbeda"), field="--second-username")
    return _username(value, before, field="--second-username")


def _username(value: str, before: dict[str, Any], field: str = "--admin-username") -> str:
    from sinetra.apps.accounts.actions.create_user import check_username

    return check_username(value, field=field)


def _until(value: str, before: dict[str, Any]) -> date:
    from sinetra.apps.accounts.actions.grant_role import LONGEST

    first = _today(before)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = date.min
    if not first < day <= first + LONGEST:
        raise BadInput(
            gettext_noop("%(value)s: tulis tanggal antara %(first)s dan %(last)s"),
            field="--until",
            value=repr(value),
            first=first.isoformat(),
            last=(first + LONGEST).isoformat(),
        )
    return day


_CHECKS: dict[str, Callable[[str, dict[str, Any]], Any]] = {
    "kind": _kind,
    "region": _region,
    "admin_username": _username,
    "second_name": _second,
    "second_username": _second_username,
    "until": _until,
}


def plan_of(values: dict[str, Any]) -> Plan:
    """The checked answers as the verb takes them."""
    from sinetra.apps.accounts.actions.set_up import Administrator, Plan
    from sinetra.apps.registry.vocabulary import OrganisationKind

    first = Administrator(name=values["admin_name"], username=values["admin_username"])
    second = Administrator(name=values["second_name"], username=values["second_username"])
    return Plan(
        kind=OrganisationKind(KINDS[values["kind"]]),
        organisation=values["organisation"],
        region=values["region"],
        administrators=(first, second),
        first=_today(values),
        last=values["until"],
    )


def _today(values: dict[str, Any]) -> date:
    from sinetra.ports.clock import today

    return today(values["region"].pk if values["region"] else None)
