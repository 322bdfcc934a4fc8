"""Plain words for the invitation consult: what is asked, at what event, advised, decided."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _lazy

from sinetra.apps.invitations.vocabulary import Ask, Choice, Event, Source, Stance, Whom
from sinetra.web.law_words import Words

WHOM: Words = {Whom.SELF: _lazy("Saya sendiri"), Whom.UNIT: _lazy("Unit kerja saya")}

EVENTS: Words = {
    Event.CAMPAIGN: _lazy("Kampanye"),
    Event.DECLARATION: _lazy("Deklarasi dukungan"),
    Event.PARTY: _lazy("Pertemuan partai atau tim kampanye"),
    Event.OFFICIAL: _lazy("Acara kedinasan"),
    Event.SOCIAL: _lazy("Acara keagamaan, keluarga, olahraga, atau warga"),
    Event.OTHER: _lazy("Acara lain"),
}

ASKS: Words = {
    Ask.LISTEN: _lazy("Hadir dan mendengarkan saja"),
    Ask.ATTEND: _lazy("Hadir sebagai undangan"),
    Ask.SPEAK: _lazy("Memberi sambutan atau mengisi acara"),
    Ask.PHOTO: _lazy("Berfoto bersama"),
    Ask.ATTRIBUTES: _lazy("Memakai atau membawa atribut"),
    Ask.BRING_STAFF: _lazy("Mengajak pegawai atau bawahan datang"),
    Ask.HALL: _lazy("Meminjamkan gedung atau ruang"),
    Ask.CAR: _lazy("Meminjamkan kendaraan dinas"),
    Ask.PROGRAMME: _lazy("Menggabungkan program kantor dengan acara itu"),
}

#: Asked where the kind of the event says nothing yet, with its answers.
PARTISAN = _lazy("Apakah ada ajakan memilih atau atribut di acara itu?")
YES_NO: Words = {"true": _lazy("ya"), "false": _lazy("tidak")}

CHOICES: Words = {
    Choice.ACCEPT: _lazy("Memenuhi undangan"),
    Choice.ACCEPT_WITH_LIMITS: _lazy("Memenuhi dengan batas"),
    Choice.DECLINE: _lazy("Tidak memenuhi"),
}

STANCES: Words = {
    Stance.NO_OBJECTION: _lazy("Tidak keberatan"),
    Stance.WITH_LIMITS: _lazy("Boleh dengan batas"),
    Stance.BETTER_NOT: _lazy("Sebaiknya tidak"),
}
SENTIMENTS = {Stance.NO_OBJECTION: "good", Stance.WITH_LIMITS: "attention", Stance.BETTER_NOT: "stop"}

SOURCES: Words = {
    Source.HERE: _lazy("diberikan langsung di sini"),
    Source.PACKAGE: _lazy("datang sebagai paket bertanda tangan"),
    Source.LETTER: _lazy("dicatat Tim Netralitas dari surat"),
}
