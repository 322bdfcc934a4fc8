"""``sinetra admin partner``: an institution that matters can be forwarded to, and its key if it has one."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

if TYPE_CHECKING:
    from sinetra.apps.registry.models import Organisation


def configure(parser: argparse.ArgumentParser) -> None:
    from sinetra.apps.registry.vocabulary import OrganisationKind, OrganisationLevel

    parser.add_argument("--organisation", required=True, metavar="NAME")
    parser.add_argument("--kind", required=True, choices=[kind.value for kind in OrganisationKind])
    parser.add_argument("--level", choices=[level.value for level in OrganisationLevel], default="national")
    parser.add_argument("--region", metavar="REGION", help=_("wilayah instansi baru: kode atau nama"))
    parser.add_argument(
        "--public-key",
        metavar="HEX",
        help=_("kunci tanda tangan pemasangannya, 64 digit heksadesimal; tanpa ini jawabannya dicatat dengan bukti"),
    )
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    stored = _store(args)
    told = {"organisation": stored.name, "kind": stored.kind, "signs": stored.public_key is not None}
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
    elif told["signs"]:
        print(_("%(value)s tercatat; paketnya dipercaya dengan kunci itu") % {"value": stored.name})
    else:
        print(_("%(value)s tercatat tanpa kunci; jawabannya dicatat pengirim dengan bukti") % {"value": stored.name})
    return 0


def _store(args: argparse.Namespace) -> Organisation:
    from sinetra.apps.accounts.region_named import region_named
    from sinetra.apps.base.actor import SYSTEM
    from sinetra.apps.registry.actions.store_organisation import store_organisation
    from sinetra.apps.registry.vocabulary import OrganisationKind, OrganisationLevel

    return store_organisation(
        name=args.organisation,
        kind=OrganisationKind(args.kind),
        level=OrganisationLevel(args.level),
        region=None if args.region is None else region_named(args.region, field="--region"),
        public_key=_key(args.public_key),
        actor=SYSTEM,
    )


def _key(text: str | None) -> bytes | None:
    if text is None:
        return None
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != 32:
        message = gettext_noop("%(field)s: kunci publik tidak sah; yang diterima: %(accepted)s")
        raise BadInput(message, field="--public-key", accepted=(_("64 digit heksadesimal"),))
    return key
