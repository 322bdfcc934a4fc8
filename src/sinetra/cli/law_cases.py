"""``sinetra law cases``: the real cases of the catalogue, and how far the engine agrees with what the bodies found."""

from __future__ import annotations

import argparse
import json

from sinetra.cli.words import gettext as _
from sinetra.cli.words import language
from sinetra.core.errors import gettext_noop
from sinetra.core.law.case_scores import Figures, Score, Share, figures, score

HELP: str = gettext_noop("Kasus nyata dan sejauh mana mesin sepakat dengan putusan lembaganya")


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("cetak JSON"))


def run(args: argparse.Namespace) -> int:
    """0, whatever the figures say: the test suite holds them to their floors."""
    from sinetra.catalogue import ROOT
    from sinetra.cli.installation import own_folder
    from sinetra.core.law import load_rulebook
    from sinetra.core.law.case_reader import load_cases

    rulebook = load_rulebook(ROOT, own_folder())
    scores = [score(rulebook, case) for case in load_cases(ROOT, rulebook.instruments)]
    found = figures(scores)
    if args.json:
        print(json.dumps({"figures": figures_json(found), "cases": [score_json(item) for item in scores]}, indent=2))
    else:
        print("\n".join([*(_line(item) for item in scores), "", *_figures_in_words(found)]))
    return 0


def score_json(item: Score) -> dict[str, object]:
    """``tracks`` right, open or wrong (null: no breach was found); the rest true, false, or null: not compared."""
    differs = item.case.differs
    return {
        "id": item.case.id,
        "decision_level": item.case.decision_level.value,
        "found": item.case.found.value,
        "ground": None if item.case.ground is None else item.case.ground.value,
        "final": item.case.is_final,
        "tracks": None if item.tracks is None else item.tracks.value,
        "needs": list(item.needs),
        "sanction": item.sanction,
        "routed": item.routed,
        "cleared": item.cleared,
        "called": [track.value for track in item.called],
        "differs": None if differs is None else differs.to_json(),
    }


def figures_json(found: Figures) -> dict[str, object]:
    names = ("strict", "lenient", "sanctions", "all_strict", "all_lenient", "routed", "cleared")
    return {"cases": found.cases, **{name: _share_json(getattr(found, name)) for name in names}}


def _share_json(share: Share) -> dict[str, object]:
    return {"right": share.right, "of": share.of, "wilson95": [round(end, 4) for end in share.interval]}


def _line(item: Score) -> str:
    """``+`` as expected, ``-`` not, ``?`` open, ``.`` nothing to compare: tracks, sanction, body, no breach."""
    tracks = {None: ".", "right": "+", "open": "?", "wrong": "-"}[item.tracks]
    marks = {None: ".", True: "+", False: "-"}
    signs = " ".join([tracks, *(marks[answer] for answer in (item.sanction, item.routed, item.cleared))])
    differs = item.case.differs
    reason = "" if differs is None else f"\n      {getattr(differs, language())}"
    return f"{item.case.id}  {signs}  {item.case.decision_level:<32}{getattr(item.case.title, language())}{reason}"


def _figures_in_words(found: Figures) -> list[str]:
    rows = (
        (_("jalur benar, keputusan final, ketat"), found.strict),
        (_("jalur benar, keputusan final, longgar (termasuk terbuka)"), found.lenient),
        (_("sanksi dalam rentang, keputusan final"), found.sanctions),
        (_("jalur benar, semua yang terbukti, ketat"), found.all_strict),
        (_("jalur benar, semua yang terbukti, longgar"), found.all_lenient),
        (_("lembaga yang memutus benar"), found.routed),
        (_("bukan pelanggaran menurut hukum: tidak disebut pelanggaran"), found.cleared),
    )
    return [
        f"{share.right:>3}/{share.of:<3} {share.value:6.1%}  [{share.interval[0]:.1%}, {share.interval[1]:.1%}]  {name}"
        for name, share in rows
    ]
