"""A second person has checked a question: it may be asked, and the version that it rewords may not any more."""

from __future__ import annotations

from collections.abc import Sequence

from sinetra.apps.accounts.two_persons import accounts_of_one_person
from sinetra.apps.advice.policies import person
from sinetra.apps.base.actor import Actor
from sinetra.apps.base.policy import require
from sinetra.apps.base.work import unit_of_work
from sinetra.apps.prevention.models import BankQuestion
from sinetra.apps.prevention.standing import fault
from sinetra.core.errors import Conflict, gettext_noop
from sinetra.ports.clock import today

State = BankQuestion.State


def publish_question(*, question: BankQuestion, version: int, actor: Actor) -> BankQuestion:
    """``version`` is what the second person read. Errors: ``Forbidden``; ``Conflict`` for the author's own draft
    (``two_persons``), one that is no draft, was rewritten meanwhile, or whose law changed (``law_changed``).
    """
    require(actor, "question_bank.publish", question)
    if question.state != State.DRAFT:
        raise Conflict(gettext_noop("Hanya konsep yang dapat diterbitkan."), code="no_draft")
    if question.written_by_id in accounts_of_one_person(person(actor)):
        raise Conflict(
            gettext_noop("Anda yang menyusun soal ini; orang lain yang memeriksa dan menerbitkannya."),
            code="two_persons",
        )
    if question.version != version:
        raise Conflict(gettext_noop("Konsep ini baru saja ditulis ulang. Baca lagi sebelum menerbitkan."))
    day = today()
    if fault(question, day) is not None:
        raise Conflict(gettext_noop("Hukum yang disebut sudah berubah. Susun ulang soalnya."), code="law_changed")
    with unit_of_work(actor) as work:
        old = question.previous
        work.change(question, state=State.PUBLISHED, checked_by_id=person(actor), published_on=day)
        work.record("question_bank.publish", question)
        if old is not None and old.state == State.PUBLISHED:
            work.change(old, state=State.RETIRED, retired_on=day)
            work.record("question_bank.retire", old, data={"reworded": True})
    return question


def publish_all(*, questions: Sequence[tuple[BankQuestion, int]], actor: Actor) -> int:
    """Those that were read together on one page, all or none; how many. Errors: as above."""
    with unit_of_work(actor):
        for question, version in questions:
            publish_question(question=question, version=version, actor=actor)
    return len(questions)
