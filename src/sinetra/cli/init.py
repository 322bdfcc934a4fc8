"""A working, empty installation in the data folder. Running it again changes nothing that is there."""

from __future__ import annotations

import argparse

from sinetra.cli.steps import step
from sinetra.cli.words import gettext as _
from sinetra.core.errors import gettext_noop

HELP: str = gettext_noop("Menyiapkan map data: kunci, tabel, wilayah, berkas statis")
DJANGO = True


def configure(parser: argparse.ArgumentParser) -> None:
    del parser


def run(args: argparse.Namespace) -> int:
    del args
    initialise()
    return 0


def initialise() -> None:
    from django.conf import settings
    from django.core.management import call_command

    from sinetra.apps.registry.regions import import_regions
    from sinetra.catalogue import ROOT
    from sinetra.ports.keyring import create_ring, ring_exists

    settings.SINETRA_DATA.mkdir(parents=True, exist_ok=True)
    if not ring_exists(settings.SINETRA_KEYS):
        with step(_("Kunci baru")):
            create_ring(settings.SINETRA_KEYS)
    with step(_("Tabel")):
        call_command("migrate", verbosity=0, interactive=False)
    with step(_("Wilayah: kode dan nama")):
        import_regions(ROOT / "regions" / "wilayah.csv")
    with step(_("Berkas statis")):
        call_command("collectstatic", verbosity=0, interactive=False)
