"""The test on the participant's page: the one that is open now, else the one that will be."""

from __future__ import annotations

from django.utils.translation import gettext as _

from sinetra.apps.prevention.models import ActivitySession, Attendance, KnowledgeTest, TestSheet
from sinetra.apps.prevention.moments import Moment, delayed_window, moment_now
from sinetra.ports.clock import today
from sinetra.web.format import day_text
from sinetra.web.law_view import language
from sinetra.web.public.participation.knowledge import TITLES, url_of
from sinetra.web.public.participation.tile import Tile


def knowledge_tile(attendance: Attendance, link: str) -> Tile | None:
    """None for an activity without a test, and once the delayed test is over."""
    moment = moment_now(attendance)
    if moment is not None:
        return _now(attendance, link, moment)
    if not KnowledgeTest.objects.filter(activity_id=attendance.activity_id).exists():
        return None
    window = delayed_window(attendance.session)
    if attendance.session.state == ActivitySession.State.CLOSED and window is not None:
        if today(attendance.activity.region_id) > window.end:
            return None
        day = day_text(window.start, language())
        text = _("Dibuka %(day)s dengan tautan ini. Nilai tes yang lalu sudah dihapus.") % {"day": day}
        return Tile(title=str(TITLES[Moment.DELAYED]), text=text, url=url_of(link, Moment.DELAYED))
    return Tile(title=str(TITLES[Moment.BEFORE]), text=_("Dibuka begitu sesi dimulai."))


def _now(attendance: Attendance, link: str, moment: Moment) -> Tile:
    done = TestSheet.objects.filter(attendance=attendance, moment=moment).exists()
    title, url = str(TITLES[moment]), url_of(link, moment)
    if not done:
        return Tile(title=title, text=_("Beberapa soal singkat. Nilainya hanya untuk Anda."), url=url)
    if moment == Moment.BEFORE:
        return Tile(title=title, text=_("Sudah Anda kerjakan."), url=url, done=True)
    return Tile(title=title, text=_("Sudah Anda kerjakan. Lihat nilai dan penjelasannya."), url=url, done=True)
