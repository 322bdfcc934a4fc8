"""The whole evaluation of a folder of texts against a gold file, and its JSON."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sinetra.core.errors import BadInput, gettext_noop
from sinetra.core.law.words import ActCode
from sinetra.core.press.article import Article
from sinetra.core.press.evaluation import confusions
from sinetra.core.press.evaluation.compare import compare
from sinetra.core.press.evaluation.confusions import Confusion
from sinetra.core.press.evaluation.figures import RESAMPLES, SEED, Figure, figures
from sinetra.core.press.evaluation.gold import KEYS, GoldArticle
from sinetra.core.press.evaluation.gold_file import read_gold
from sinetra.core.press.evaluation.outcomes import Outcome, Verdict
from sinetra.core.press.evaluation.pairs import same_event
from sinetra.core.press.evaluation.texts import texts_of
from sinetra.core.press.extract import extract
from sinetra.core.press.facts import Json
from sinetra.core.press.lexicon import Lexicon
from sinetra.core.press.read import MAX_BYTES, read
from sinetra.core.press.stories import stories

_KINDS = ("sosialisasi", "rakor/mou", "circular", "alleged_violation", "decision/sanction", "statistics")
EVENT_TYPES = (*_KINDS, "opinion", "other")

SANCTIONS = frozenset(
    [
        "ethics",
        "light",
        "medium",
        "heavy",
        "moral",
        "reprimand",
        "allowance_cut",
        "demotion",
        "post_release",
        "increment_delay",
        "ptdh",
        "dismissal",
        "suspension",
        "criminal_prison",
        "criminal_fine",
        "administrative",
        "candidacy_cancelled",
        "unspecified",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """``without_text``: articles of the gold that have no text here. ``unknown``: codes outside the vocabulary.
    ``unscored``: keys of the gold that are not read, a misspelt one too."""

    articles: int
    part: int
    unseen: int
    without_text: tuple[str, ...]
    unknown: tuple[str, ...]
    unscored: tuple[str, ...]
    figures: tuple[Figure, ...]
    event_types: tuple[Confusion, ...]
    acts: tuple[Confusion, ...]
    sanction_modes: tuple[Confusion, ...]
    outcomes: tuple[Outcome, ...]

    def figure(self, field: str) -> Figure | None:
        return next((figure for figure in self.figures if figure.field == field), None)

    @property
    def misses(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.verdict is not Verdict.RIGHT)

    def to_json(self) -> dict[str, Json]:
        return {
            "articles": self.articles,
            "part": self.part,
            "unseen": self.unseen,
            "without_text": list(self.without_text),
            "unknown_codes": list(self.unknown),
            "unscored_keys": list(self.unscored),
            "interval": {"method": "percentile bootstrap over articles", "resamples": RESAMPLES, "seed": SEED},
            "facts": [figure.to_json() for figure in self.figures],
            "confusions": {
                "event_type": [item.to_json() for item in self.event_types],
                "acts": [item.to_json() for item in self.acts],
                "sanction_modes": [item.to_json() for item in self.sanction_modes],
            },
            "misses": [_miss(outcome) for outcome in self.misses],
        }


def _miss(outcome: Outcome) -> dict[str, Json]:
    return {
        "fact": outcome.field,
        "verdict": outcome.verdict.value,
        "file": outcome.file,
        "value": outcome.value,
        "span": None if outcome.span is None else [outcome.span.start, outcome.span.end],
    }


def evaluate(lexicon: Lexicon, texts: Path, gold_path: Path, *, unseen: bool = False) -> Evaluation:
    """Reads every text alone and compares it with its gold; stories are told from all of them together.

    ``unseen``: no rule was written from any of these articles. Errors: ``BadInput`` naming the file and the field.
    """
    gold = read_gold(gold_path)
    paths = texts_of(texts, gold, gold_path.name)
    pairs = [(item, _article(lexicon, path)) for item, path in zip(gold, paths, strict=True) if path is not None]
    outcomes = [outcome for item, article in pairs for outcome in compare(lexicon, article, item)]
    outcomes += same_event(gold, pairs, stories([article for _, article in pairs]), gold_path.name)
    return Evaluation(
        articles=len(pairs),
        part=sum(item.part for item, _ in pairs),
        unseen=len(pairs) if unseen else sum(item.unseen for item, _ in pairs),
        without_text=tuple(str(item.id) for item, path in zip(gold, paths, strict=True) if path is None),
        unknown=_unknown(gold),
        unscored=tuple(sorted(frozenset[str]().union(*(item.keys for item in gold)) - KEYS)),
        figures=figures(outcomes, [article.source for _, article in pairs]),
        event_types=confusions.event_types(pairs),
        acts=confusions.acts(pairs),
        sanction_modes=confusions.sanction_modes(pairs),
        outcomes=tuple(outcomes),
    )


def _article(lexicon: Lexicon, path: Path) -> Article:
    with path.open("rb") as handle:
        documents = read(path.name, handle.read(MAX_BYTES + 1))
    if len(documents) != 1:
        raise BadInput(
            gettext_noop("%(file)s memuat %(number)s artikel; yang diterima: satu artikel satu berkas"),
            field="TEXTS",
            file=path.name,
            number=len(documents),
        )
    return extract(lexicon, documents[0])


def _unknown(gold: tuple[GoldArticle, ...]) -> tuple[str, ...]:
    """Codes that no reading can match, with their place: most often a slip of the pen."""
    acts = {code.value for code in ActCode}
    found = []
    for item in gold:
        if item.event_type is not None and item.event_type not in EVENT_TYPES:
            found.append(f"{item.label}.event_type: {item.event_type}")
        for key, codes in (("prohibited_acts", item.prohibited_acts), ("permitted_acts", item.permitted_acts)):
            found += [f"{item.label}.{key}: {code}" for code in codes if code not in acts]
        found += [f"{item.label}.sanctions: {one.code}" for one in item.sanctions if one.code not in SANCTIONS]
    return tuple(found)
