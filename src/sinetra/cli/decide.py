"""``sinetra decide``: what the law says about one act, or a list of acts."""

from __future__ import annotations

import argparse
import json

from sinetra.cli.json_input import answer_each, read_json
from sinetra.cli.words import gettext as _
from sinetra.cli.words import language
from sinetra.core.clock.citing import citation_words
from sinetra.core.errors import gettext_noop
from sinetra.core.law import Decision, decide, load_rulebook, parse_facts

HELP: str = gettext_noop("Apa kata hukum tentang suatu perbuatan: norma, pengecualian, sanksi, lembaga, tenggat")


def configure(parser: argparse.ArgumentParser) -> None:
    given = _("JSON: satu perbuatan atau daftar; - membaca stdin")
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help=given)
    parser.add_argument("--json", action="store_true", help=_("cetak JSON"))
    parser.add_argument("--all", action="store_true", help=_("juga norma yang tidak terpenuhi, dan sebabnya"))


def run(args: argparse.Namespace) -> int:
    from sinetra.catalogue import ROOT
    from sinetra.cli.installation import own_folder

    given = read_json(args.file)
    rulebook = load_rulebook(ROOT, own_folder())
    decisions = answer_each(given, lambda item: decide(rulebook, parse_facts(item), include_all=args.all))
    if args.json:
        found = [decision.to_json() for decision in decisions]
        print(json.dumps(found if isinstance(given, list) else found[0], ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(_in_words(decision) for decision in decisions))
    return 0


def _in_words(decision: Decision) -> str:
    shown = language()
    lines = [f"{decision.outcome.value}", getattr(decision.text, shown)]
    if decision.stage is not None:
        stage = decision.stage
        named = f"{stage.code.value} ({stage.election or '-'}; {stage.source})"
        lines.append(_("tahapan: %(stage)s") % {"stage": named})
    for item in decision.findings:
        lines.append(f"\n{item.status.value:<13}{item.norm.id}: {getattr(item.norm.title, shown)}")
        for norm in item.norms:
            mark = {True: "", False: "; " + _("tidak berlaku"), None: "; ?"}[norm.in_force]
            lines.append(f"    {norm.instrument} {citation_words(norm.article, shown)} ({norm.confidence.value}{mark})")
        for reason in item.because:
            mark = {True: "+", False: "-", None: "?"}[reason.holds]
            lines.append(f"    {mark} {reason.condition}  [{json.dumps(reason.value, ensure_ascii=False)}]")
        for exception in item.exceptions:
            named = f"{exception.id}: {exception.status.value}, {getattr(exception.title, shown)}"
            lines.append("    " + _("kecuali %(exception)s") % {"exception": named})
        for due in item.deadlines:
            lines.append(f"    {due.rule}: {due.due or '?'}")
        if item.route is not None:
            lines.append(f"    {item.route.receives} -> {item.route.forwards_to} -> {item.route.decides}")
    if decision.next_questions:
        lines.append("\n? " + ", ".join(decision.next_questions))
    for dispute in decision.disputes:
        lines.append(f"\n! {getattr(dispute.topic, shown)}")
        lines += [f"    {getattr(reading.text, shown)} ({reading.source})" for reading in dispute.readings]
    return "\n".join(lines)
