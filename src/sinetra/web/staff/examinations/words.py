"""Words of an examination in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.cases.examinations import said
from sinetra.apps.cases.vocabulary import RemedyResult, Verdict
from sinetra.core.casework.examination import Owner
from sinetra.core.casework.penalties import Penalty
from sinetra.web.law_view import in_words, printed
from sinetra.web.law_words import CONFIDENCE, SANCTIONS

OWNERS: Mapping[str, str | Promise] = {
    Owner.PERSONNEL_OFFICE: _lazy("bagian kepegawaian (BKPSDM)"),
    Owner.DIRECT_SUPERIOR: _lazy("atasan langsung"),
    Owner.EXAMINER: _lazy("atasan langsung, atau tim pemeriksa bila dibentuk"),
    Owner.COMPETENT_OFFICIAL: _lazy("pejabat yang berwenang menghukum"),
    Owner.PERSON: _lazy("yang bersangkutan"),
    Owner.REVIEWER: _lazy("yang memutus keberatan atau banding"),
}
OFFICIALS: Mapping[str, str | Promise] = {code: _lazy(text) for code, text in said.OFFICIALS.items()}
TEAM_ROLES: Mapping[str, str | Promise] = {code: _lazy(text) for code, text in said.TEAM_ROLES.items()}
VERDICTS: Mapping[str, str | Promise] = {
    Verdict.SANCTION: _lazy("Hukuman dijatuhkan"),
    Verdict.NOT_PROVEN: _lazy("Tidak terbukti"),
    Verdict.PASSED_ON: _lazy("Diserahkan kepada pejabat yang berwenang"),
}
RESULTS: Mapping[str, str | Promise] = {
    RemedyResult.UPHELD: _lazy("Keputusan tetap"),
    RemedyResult.INADMISSIBLE: _lazy("Tidak dapat diterima karena lewat waktu; keputusan tetap"),
    RemedyResult.CHANGED: _lazy("Hukuman diubah"),
    RemedyResult.ANNULLED: _lazy("Keputusan dibatalkan"),
}


def penalty_words(penalty: Penalty) -> str:
    """Class, kind, article as printed and how far it was checked."""
    return _("%(level)s: %(kind)s (%(article)s)") % {
        "level": SANCTIONS[penalty.sanction_class.value],
        "kind": in_words(penalty.text),
        "article": basis(penalty.article, penalty.confidence.value),
    }


def basis(source: str, confidence: str) -> str:
    return f"{printed(source)}; {CONFIDENCE[confidence]}"
