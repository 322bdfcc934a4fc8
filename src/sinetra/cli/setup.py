"""The first set-up of an installation, step by step on the terminal, or at once with flags. Again it changes nothing.

Two administrators from the first day, because a password is reset by two. Nobody gets a password: two slips are shown.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sinetra.cli.setup_answers import KINDS, Question, answer, option, plan_of, questions
from sinetra.cli.words import gettext as _
from sinetra.cli.words import language
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from sinetra.apps.accounts.actions.set_up import Done, Plan

HELP: str = gettext_noop("Menyiapkan pemasangan baru: jenis, instansi, wilayah, dua admin; bertanya di terminal")
DJANGO = True


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", help=_("bawaslu atau pemda; bila tidak disebut: SINETRA_PROFILE"))
    parser.add_argument("--organisation", metavar="NAME", help=_("nama instansi"))
    parser.add_argument(
        "--region", metavar="REGION", help=_("kode atau nama; tidak disebut untuk Bawaslu tingkat pusat")
    )
    parser.add_argument("--admin-name", metavar="NAME", help=_("admin pertama"))
    parser.add_argument("--admin-username", metavar="USERNAME", help=_("nama pengguna admin pertama"))
    parser.add_argument("--second-name", metavar="NAME", help=_("admin kedua, orang lain"))
    parser.add_argument("--second-username", metavar="USERNAME", help=_("nama pengguna admin kedua"))
    parser.add_argument(
        "--until", metavar="DATE", help=_("hari terakhir peran keduanya (bila tidak disebut: setahun lagi)")
    )
    parser.add_argument("--json", action="store_true", help=_("cetak sebagai JSON; tidak bertanya"))


def run(args: argparse.Namespace) -> int:
    from django.utils import translation

    from sinetra.apps.accounts.actions.set_up import set_up

    with translation.override(language()):
        _check_profile()
        _prepare()
        given = {name: value for name, value in vars(args).items() if value is not None and name != "json"}
        asks = not args.json and sys.stdin.isatty()
        plan = ask(given) if asks else from_flags(given)
        done = set_up(plan)
    _print(done, as_json=args.json)
    return 0


def _check_profile() -> None:
    from django.conf import settings

    if settings.SINETRA_PROFILE == "demo":
        raise BadInput(
            gettext_noop("Pemasangan contoh disiapkan dengan sinetra demo; yang diterima di sini: %(accepted)s"),
            field="SINETRA_PROFILE",
            accepted=tuple(KINDS),
        )


def _prepare() -> None:
    """Keys, tables and regions, unless they are there."""
    from django.db import DatabaseError

    from sinetra.apps.registry.models import Region
    from sinetra.cli.init import initialise

    try:
        ready = Region.objects.exists()
    except DatabaseError:
        ready = False
    if not ready:
        initialise()


def from_flags(given: dict[str, str]) -> Plan:
    """Errors: ``BadInput`` naming the first flag that is missing or makes no sense."""
    values: dict[str, Any] = {}
    for question in questions():
        values[question.flag] = answer(question, given.get(question.flag), values)
    return plan_of(values)


def ask(given: dict[str, str], read: Callable[[str], str] = input) -> Plan:
    """One question after another; an answer that makes no sense is asked for again. Errors: ``BadInput`` at the end of
    input, and for a flag that makes no sense.
    """
    values: dict[str, Any] = {}
    for question in questions():
        while question.flag not in values:
            said = given.get(question.flag)
            typed = _read(question, read) if said is None else said
            try:
                values[question.flag] = answer(question, typed or None, values)
            except BadInput as error:
                if said is not None:
                    raise
                print(f"  {_(error.message) % error.params}", file=sys.stderr)
    return plan_of(values)


def _read(question: Question, read: Callable[[str], str]) -> str:
    proposed = f" [{question.proposed}]" if question.proposed else ""
    try:
        return read(f"{_(question.text)}{proposed}: ").strip()
    except EOFError:
        raise BadInput(gettext_noop("Jawaban belum lengkap"), field=option(question.flag)) from None


def _print(done: Done, *, as_json: bool) -> None:
    from sinetra.cli import admin

    office = done.organisation
    if as_json:
        made = {"name": office.name, "kind": office.kind, "level": office.level, "region": office.region_id}
        slips = [admin.as_json(slip) for slip in done.slips]
        print(json.dumps({"organisation": made, "slips": slips, "known": done.known}, ensure_ascii=False))
        return

    print(_("Instansi: %(value)s") % {"value": office.name})
    for slip in done.slips:
        print()
        admin.show(slip)
    for name in done.known:
        print(_("%(value)s sudah ada; tidak diubah dan tidak mendapat kode baru") % {"value": name})
    if done.slips:
        print()
        print(_("Serahkan tiap kode langsung kepada orangnya, lalu: sinetra serve"))
