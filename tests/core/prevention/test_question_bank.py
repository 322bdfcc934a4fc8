"""Questions come from the rulebook: the key is what the engine says, and only where it is sure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sinetra.catalogue import ROOT
from sinetra.core.law import load_rulebook
from sinetra.core.law.decide import decide
from sinetra.core.law.facts import parse_facts
from sinetra.core.law.rulebook import Rulebook
from sinetra.core.law.words import Outcome
from sinetra.core.prevention.answer_key import ALL_ASN, NO, NOBODY, YES, answer_key
from sinetra.core.prevention.parallel_forms import Item, parallel_forms
from sinetra.core.prevention.question_bank import Fault, Generated, fault, generate
from sinetra.core.prevention.question_words import QuestionKind, QuestionWords, load_question_words

CAMPAIGN, EARLY = date(2024, 11, 22), date(2024, 8, 1)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load_rulebook(ROOT)


@pytest.fixture(scope="module")
def words() -> QuestionWords:
    return load_question_words(ROOT)


@pytest.fixture(scope="module")
def questions(book: Rulebook, words: QuestionWords) -> list[Generated]:
    return list(generate(book, words, CAMPAIGN))


def standing(book: Rulebook, words: QuestionWords, item: Generated, today: date, **changes: Any) -> Fault | None:
    told: dict[str, Any] = {
        "kind": item.kind,
        "key": item.key,
        "norms": item.norms,
        "facts": item.facts,
        "law_date": item.law_date,
        "printed": item.fingerprint,
    }
    return fault(book, words, today=today, **(told | changes))


def test_there_are_enough_for_two_forms_of_ten_from_different_scenes(questions: list[Generated]):
    assert len({item.source for item in questions}) == len(questions) >= 20


def test_the_key_of_every_question_is_the_outcome_of_the_engine(book: Rulebook, questions: list[Generated]):
    outcome = {YES: Outcome.PERMITTED, NO: Outcome.VIOLATION, ALL_ASN: Outcome.VIOLATION, NOBODY: Outcome.PERMITTED}
    for item in questions:
        assert decide(book, parse_facts(item.facts)).outcome is outcome[item.key], item.source


def test_what_is_permitted_is_asked_as_well(questions: list[Generated]):
    free = {item.source.split(":")[0] for item in questions if item.key in {YES, NOBODY}}
    assert {"vote", "talk", "vote_scope"} <= free


def test_both_languages_every_option_and_the_article_stand_in_every_question(
    book: Rulebook, questions: list[Generated]
):
    for item in questions:
        for text in (item.prompt, item.explanation, *(option.text for option in item.options)):
            assert text.id and text.en and "%(" not in text.id + text.en, item.source
        assert item.key in {option.code for option in item.options}
        assert item.norms and all(name in book.place for name in item.norms)
        cited = [one.instrument for one in book.norm(item.norms[0]).citations]
        assert any(book.instruments[name].cited_as in item.explanation.id for name in cited), item.source


def test_where_readings_differ_nothing_is_asked(book: Rulebook, words: QuestionWords):
    """Listening passively: the catalogue records that authorities read the law differently."""
    scene = next(item for item in words.scenes if item.id == "speaker")
    act = {"code": "attend_passively", "active": False, "intent_support": False}
    disputed = replace(scene, id="listen", act=act)
    assert list(generate(book, replace(words, scenes=(disputed,)), date(2024, 10, 1))) == []
    assert list(generate(book, replace(words, scenes=(disputed,)), CAMPAIGN)) == []
    assert list(generate(book, replace(words, scenes=(scene,)), CAMPAIGN))


def test_where_a_fact_is_missing_nothing_is_asked(book: Rulebook, words: QuestionWords, questions: list[Generated]):
    item = next(item for item in questions if item.source.startswith("photo:"))
    facts = {**item.facts, "act": {**item.facts["act"], "intent_support": None, "posted_by_other": None}}
    assert answer_key(book, words, item.kind, item.facts) is not None
    assert answer_key(book, words, item.kind, facts) is None


def test_a_wrong_option_that_might_be_right_is_not_offered(book: Rulebook, words: QuestionWords):
    """To stand as a candidate hangs on the resignation, not on the post; "depends on the post" is wrong for all."""
    for item in generate(book, words, CAMPAIGN):
        if item.kind is QuestionKind.MAY:
            found = {
                decide(
                    book, parse_facts({**item.facts, "subject": {**item.facts["subject"], "position": post}})
                ).outcome
                for post in words.posts
            }
            assert len(found) == 1, item.source


def test_before_the_determination_a_question_speaks_of_prospective_candidates(book: Rulebook, words: QuestionWords):
    early = {item.source.split(":")[0]: item for item in generate(book, words, EARLY)}
    assert "bakal calon" in early["like"].prompt.id and "prospective candidate" in early["like"].prompt.en
    assert early["like"].facts["act"]["target"] == "prospective_candidate"
    assert "speaker" not in early


def test_the_same_day_gives_the_same_questions(book: Rulebook, words: QuestionWords, questions: list[Generated]):
    assert list(generate(book, words, CAMPAIGN)) == questions


def test_nobody_is_named(questions: list[Generated]):
    for item in questions:
        assert "Contoh" not in item.prompt.id
        assert "pelanggar" not in (item.prompt.id + item.explanation.id).casefold().replace("pelanggaran", "")


def test_a_question_stands_while_its_law_does(book: Rulebook, words: QuestionWords, questions: list[Generated]):
    assert {standing(book, words, item, CAMPAIGN) for item in questions} == {None}


def test_a_question_on_a_norm_that_changed_falls_out_of_use(book: Rulebook, words: QuestionWords):
    """UU 5/2014 gave way to UU 20/2023 on 31 October 2023: the articles to cite are others."""
    old = next(item for item in generate(book, words, date(2023, 6, 1)) if item.source.startswith("member"))
    assert standing(book, words, old, date(2023, 10, 30)) is None
    assert standing(book, words, old, date(2023, 10, 31)) is Fault.LAW_CHANGED


def test_an_edited_catalogue_is_told_from_the_one_that_was_read(
    book: Rulebook, words: QuestionWords, questions: list[Generated]
):
    item = questions[0]
    assert standing(book, words, item, CAMPAIGN, printed="0" * 64) is Fault.LAW_CHANGED
    assert standing(book, words, item, CAMPAIGN, norms=("tidak.ada",)) is Fault.NORM_GONE
    assert standing(book, words, item, CAMPAIGN, key=YES) is Fault.ANSWER_CHANGED


topics = st.sampled_from(["a", "b", "c"])
banks = st.lists(st.tuples(topics, st.one_of(st.none(), st.floats(0, 1))), min_size=20, max_size=60)


@given(banks, st.integers(0, 2**32))
def test_two_forms_share_no_question_and_balance_topics(bank: list[tuple[str, float | None]], seed: int):
    items = [Item(id=str(at), topic=topic, scene=str(at), difficulty=easy) for at, (topic, easy) in enumerate(bank)]
    forms = parallel_forms(items, 10, Random(seed))
    assert forms is not None
    a, b = forms
    assert len(a) == len(b) == 10 and not set(a) & set(b) and len({*a, *b}) == 20
    topic = {item.id: item.topic for item in items}
    for name in "abc":
        counts = [sum(topic[one] == name for one in form) for form in (a, b)]
        assert abs(counts[0] - counts[1]) <= 2


@given(banks)
def test_the_same_seed_gives_the_same_forms(bank: list[tuple[str, float | None]]):
    items = [Item(id=str(at), topic=topic, scene=str(at)) for at, (topic, _) in enumerate(bank)]
    assert parallel_forms(items, 10, Random(1)) == parallel_forms(items[::-1], 10, Random(1))


def test_two_questions_of_one_scene_are_never_in_the_forms_together():
    items = [Item(id=f"{at}{kind}", topic="t", scene=str(at)) for at in range(6) for kind in "xy"]
    forms = parallel_forms(items, 3, Random(3))
    assert forms is not None
    assert len({one[:-1] for form in forms for one in form}) == 6
    assert parallel_forms(items, 4, Random(3)) is None
