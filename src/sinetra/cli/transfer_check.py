"""``sinetra transfer-check``: may this official be replaced on that day? One transfer, a list, or a table of many."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from sinetra.cli.json_input import answer_each, read_json
from sinetra.cli.words import gettext as _
from sinetra.cli.words import language
from sinetra.core.clock.citing import citation_words
from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.transfers import TransferResult, check_transfer, load_transfer_rules, parse_transfer

HELP: str = gettext_noop("Bolehkah pejabat diganti pada tanggal itu: masa larangan, izin Menteri, pengecualian")


def configure(parser: argparse.ArgumentParser) -> None:
    given = _("JSON: satu pergantian atau daftar; - membaca stdin. Atau tabel .csv, .xlsx, .parquet")
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help=given)
    parser.add_argument("--json", action="store_true", help=_("cetak JSON; untuk tabel satu objek tiap baris"))
    parser.add_argument("--out", metavar="OUT", help=_("untuk tabel: tulis hasilnya ke .csv atau .parquet"))


def run(args: argparse.Namespace) -> int:
    from sinetra.catalogue import ROOT
    from sinetra.cli.installation import own_folder
    from sinetra.cli.transfer_parts import FORMATS
    from sinetra.cli.transfer_table import screen_table

    rules = load_transfer_rules(ROOT, own_folder())
    if Path(args.file).suffix.lower() in FORMATS:
        return screen_table(rules, Path(args.file), out=None if args.out is None else Path(args.out), as_json=args.json)
    if args.out is not None:
        raise BadInput(
            gettext_noop("%(field)s: %(value)s bukan nama yang diterima; akhirannya: %(accepted)s"),
            field="FILE",
            accepted=FORMATS,
            value=repr(args.file),
        )
    given = read_json(args.file)
    results = answer_each(given, lambda item: check_transfer(rules, parse_transfer(item)))
    if args.json:
        found = [result.to_json() for result in results]
        print(json.dumps(found if isinstance(given, list) else found[0], ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(_in_words(result) for result in results))
    return 0


def _in_words(result: TransferResult) -> str:
    shown = language()
    lines = [result.verdict.value, *(getattr(line, shown) for line in result.explanation)]
    for window in result.windows:
        lines.append(f"\n{window.status.value:<10}{getattr(window.name, shown)}")
        for norm in window.norms:
            lines.append(f"    {norm.instrument} {citation_words(norm.article, shown)} ({norm.confidence.value})")
        for reading in window.readings:
            mark = "*" if reading.followed else "-"
            lines.append(f"    {mark} {reading.verdict.value}: {getattr(reading.text, shown)} ({reading.source})")
    for step in result.sequence:
        lines.append(f"\n{step.status.value:<10}{getattr(step.text, shown)} ({step.confidence.value})")
    for item in result.exceptions:
        named = f"{item.id}: {item.status.value}, {getattr(item.text, shown)} ({item.confidence.value})"
        lines.append(_("kecuali %(exception)s") % {"exception": named})
    return "\n".join(lines)
