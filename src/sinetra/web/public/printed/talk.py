"""Talking points for the morning roll call: five sentences to read aloud, three things to remember."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sinetra.core.documents import plain
from sinetra.core.documents.notice import Mark, Notice, Talk
from sinetra.web.public.printed import words

# An overview has too much to read aloud: the first of each list, and how many more stand on the paper.
_READ = 3
# A line of more words is for the paper, not for the ear.
_LONGEST = 12


def talk(notice: Notice) -> Talk:
    may = _may(notice)
    answer = _answer(notice)
    return Talk(
        notice=notice,
        sentences=(
            _("Bapak dan Ibu, hari ini kita mengingat netralitas: %(title)s") % {"title": _ended(notice.title)},
            may,
            answer,
            _follows(notice),
            _("Bila ragu, tanyakan dulu kepada BKPSDM, Tim Netralitas, atau Bawaslu."),
        ),
        remember=(may, answer, _("Ragu? Jangan lakukan dulu, lalu tanyakan.")),
        articles=_articles(notice),
        heading_sentences=_("Dibacakan"),
        heading_remember=_("Tiga hal untuk diingat"),
    )


def _may(notice: Notice) -> str:
    if not notice.may:
        return _("Katalog tidak mencatat izin khusus pada tanggal itu.")
    return _("Yang boleh: %(acts)s.") % {"acts": words.listed(_short(notice.may))}


def _answer(notice: Notice) -> str:
    """What the notice answers, with its doubt: never stronger than the paper itself."""
    if notice.mark is None and not notice.may_not:
        return _("Katalog tidak mencatat larangan pada tanggal itu. Ini bukan izin.")
    if notice.mark is None:
        return _("Yang dilarang antara lain: %(acts)s.") % {"acts": words.listed(_short(notice.may_not))}
    return " ".join(text for text in (f"{notice.verdict}.", notice.summary) if text)


def _follows(notice: Notice) -> str:
    if notice.mark in {Mark.MAY_NOT, Mark.UNCLEAR} and notice.follows:
        text = _("Yang dapat menyusul, hanya lewat keputusan pejabat berwenang: %(sanctions)s.")
        short = [item.rstrip(".") for item in notice.follows if len(item.split()) <= _LONGEST]
        return text % {"sanctions": "; ".join(short[:_READ] or notice.follows[:1])}
    return notice.heading.innocence


def _articles(notice: Notice) -> tuple[str, ...]:
    """One sheet: the first articles, and how many more the page behind the link names."""
    found = plain.articles(notice.articles)
    left = len(found) - plain.MOST
    more = (notice.heading.others % {"number": left},) if left > 0 else ()
    return (*found[: plain.MOST], *more)


def _short(acts: tuple[str, ...]) -> list[str]:
    """The first acts in lower case, and how many more there are."""
    read = [act[:1].lower() + act[1:] for act in acts[:_READ]]
    left = len(acts) - len(read)
    return [*read, _("%(number)s hal lain") % {"number": left}] if left else read


def _ended(text: str) -> str:
    return text if text.endswith(("?", ".", "!")) else f"{text}."
