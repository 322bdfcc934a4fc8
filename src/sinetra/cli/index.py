"""``sinetra index compute``: where regions and offices stand on the index, how sure that is, and why."""

from __future__ import annotations

import argparse
import json
from typing import Any

from sinetra.cli.words import gettext as _
from sinetra.core.errors import BadInput, gettext_noop

HELP: str = gettext_noop("Menghitung indeks kerawanan daerah dan kantor, atau menggolongkan skor IKP")
LARGEST = 100_000


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["compute"])
    parser.add_argument(
        "given",
        metavar="REGION|FILE",
        help=_("kode kota yang faktanya sudah diumumkan, atau berkas: JSON, YAML, untuk ikp CSV; - membaca stdin"),
    )
    parser.add_argument(
        "--mode", default="main", choices=["main", "ikp"], help=_("cara utama, atau replika kompatibel IKP")
    )
    parser.add_argument("--day", metavar="DATE", help=_("batas data; tanpa ini yang tertulis di berkas, atau hari ini"))
    parser.add_argument("--seed", type=int, default=1, metavar="N", help=_("benih perhitungan ulang (1)"))
    parser.add_argument("--draws", type=int, default=2000, metavar="N", help=_("banyaknya perhitungan ulang (2000)"))
    parser.add_argument("--json", action="store_true", help=_("cetak hasilnya sebagai JSON"))


def run(args: argparse.Namespace) -> int:
    """0; wrong values and refusals raise BadInput (exit 2)."""
    _limits(args)
    if args.mode == "ikp":
        return _ikp(args.given, as_json=args.json)
    return _main(args)


def _limits(args: argparse.Namespace) -> None:
    wrong = gettext_noop("%(field)s: yang diterima: %(accepted)s")
    if not 1 <= args.draws <= LARGEST:
        raise BadInput(wrong, field="draws", accepted=(f"1…{LARGEST}",))
    if args.seed < 0:
        raise BadInput(wrong, field="seed", accepted=("0…",))


def _ikp(given: str, *, as_json: bool) -> int:
    from sinetra.catalogue import ROOT
    from sinetra.cli.index_scores import read_scores
    from sinetra.cli.index_table import ikp_lines
    from sinetra.core.index.ikp import classify
    from sinetra.core.index.ikp_json import ikp_json
    from sinetra.core.index.reading import load_index

    scores, equal_weights = read_scores(given)
    result = classify(scores, load_index(ROOT).ikp)
    if as_json:
        _print(ikp_json(scores, result, equal_weights=equal_weights))
    else:
        print("\n".join(ikp_lines(scores, result, equal_weights=equal_weights)))
    return 0


def _main(args: argparse.Namespace) -> int:
    from sinetra.catalogue import ROOT
    from sinetra.cli.index_files import read_units
    from sinetra.cli.index_table import main_lines
    from sinetra.core.clock.written import day_written
    from sinetra.core.index.compute import compute
    from sinetra.core.index.reading import load_index
    from sinetra.core.index.result_json import result_json
    from sinetra.core.index.validation import validate, validation_json

    configuration = load_index(ROOT)
    day = None if args.day is None else day_written(args.day, field="day")
    asked = read_units(args.given, configuration, day)
    result = compute(asked.units, configuration, day=asked.day, seed=args.seed, draws=args.draws)
    # Nothing that came later is given here, so nothing can be said of whether the index foresaw it.
    validation = validate({}, {}, {}, {})
    shown = asked.shown(result)
    if args.json:
        _print(result_json(shown, configuration) | {"validation": validation_json(validation)})
    else:
        print("\n".join(main_lines(shown, configuration, asked, validation)))
    return 0


def _print(value: dict[str, Any]) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
