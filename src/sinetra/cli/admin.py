"""The first administrators of an office, made on the machine itself (the slip is shown once; nothing is mailed), and
the institutions that it hands matters over to."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import TYPE_CHECKING

from sinetra.cli import partner
from sinetra.cli.words import gettext as _
from sinetra.cli.words import language
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from sinetra.apps.accounts.actions.print_slip import PrintedSlip
    from sinetra.apps.registry.models import Organisation, Region

HELP: str = gettext_noop("admin create: seorang admin; admin partner: instansi tujuan penerusan")
DJANGO = True


def configure(parser: argparse.ArgumentParser) -> None:
    from sinetra.apps.registry.vocabulary import OrganisationKind, OrganisationLevel

    commands = parser.add_subparsers(dest="what", required=True)
    create = commands.add_parser("create", help=_("akun dengan peran admin, dan instansinya bila baru"))
    create.add_argument("--username", required=True)
    create.add_argument("--name", required=True, help=_("nama orangnya"))
    create.add_argument("--organisation", required=True, metavar="NAME")
    create.add_argument(
        "--until", required=True, type=_day, metavar="DATE", help=_("hari terakhir peran, seperti 2025-12-31")
    )
    create.add_argument("--kind", choices=[kind.value for kind in OrganisationKind], help=_("jenis instansi baru"))
    create.add_argument("--level", choices=[level.value for level in OrganisationLevel], default="city")
    create.add_argument("--region", metavar="REGION", help=_("wilayah instansi baru: kode atau nama"))
    create.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))
    partner.configure(commands.add_parser("partner", help=_("instansi tujuan penerusan, dan kuncinya bila ada")))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = _("%(value)s bukan tanggal; tulis seperti 2025-12-31") % {"value": repr(text)}
        raise argparse.ArgumentTypeError(message) from None


def run(args: argparse.Namespace) -> int:
    from django.utils import translation

    with translation.override(language()):
        if args.what == "partner":
            return partner.run(args)
        slip = _create(args)
    if args.json:
        print(json.dumps(as_json(slip), ensure_ascii=False))
    else:
        show(slip)
    return 0


def _create(args: argparse.Namespace) -> PrintedSlip:
    from sinetra.apps.accounts.actions.set_up import new_administrator
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.base.work import unit_of_work
    from sinetra.ports.clock import today

    with unit_of_work(SYSTEM):
        office = _organisation(args)
        first = today(office.region_id)
        return new_administrator(
            username=args.username, name=args.name, organisation=office, first=first, last=args.until
        )


def _organisation(args: argparse.Namespace) -> Organisation:
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.registry.actions.store_organisation import store_organisation
    from sinetra.apps.registry.models import Organisation
    from sinetra.apps.registry.vocabulary import OrganisationKind, OrganisationLevel

    found = list(Organisation.objects.filter(name=args.organisation))
    if args.kind:
        found = [row for row in found if row.kind == args.kind]
    if len(found) == 1:
        return found[0]
    if not args.kind:
        raise BadInput(
            gettext_noop("Instansi %(value)s belum ada; sebutkan jenisnya: %(accepted)s"),
            field="--kind",
            accepted=tuple(OrganisationKind),
            value=repr(args.organisation),
        )
    return store_organisation(
        name=args.organisation,
        kind=OrganisationKind(args.kind),
        level=OrganisationLevel(args.level),
        region=_region(args.region),
        actor=SYSTEM,
    )


def _region(code: str | None) -> Region | None:
    from sinetra.apps.accounts.region_named import region_named

    return None if code is None else region_named(code, field="--region")


def as_json(slip: PrintedSlip) -> dict[str, str]:
    return {"username": slip.username, "code": slip.code, "expires_at": slip.expires_at.isoformat()}


def show(slip: PrintedSlip) -> None:
    """The slip on the terminal, once."""
    print(_("Nama pengguna: %(value)s") % {"value": slip.username})
    print(_("Kode aktivasi (hanya tampil sekali): %(value)s") % {"value": slip.code})
    print(_("Berlaku sampai %(value)s") % {"value": slip.expires_at.isoformat(timespec="minutes")})
