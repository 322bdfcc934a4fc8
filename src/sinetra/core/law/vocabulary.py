"""The facts a norm may ask about: name, type, values, and which fact rules out which other.

A field is a choice (one of ``values``), a flag, a list (a set of ``values``) or an amount. Fields of the subject and
the act are given; ``stage``, ``election_kind`` and ``months_after_inauguration`` follow from the context.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sinetra.core.clock.stages import StageCode
from sinetra.core.law.words import ASN, ActCode, Position, SubjectStatus

NOT_APPLICABLE = "not_applicable"


class FieldType(StrEnum):
    CHOICE = "choice"
    FLAG = "flag"
    LIST = "list"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """The field has a meaning only when ``parent`` has one of ``values``; else it is ``not_applicable``."""

    parent: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    name: str
    type: FieldType
    values: tuple[str, ...] = ()
    dependency: Dependency | None = None
    derived_from: tuple[str, ...] = ()


_FLAG = ("true", "false")
# Amounts matter to a norm only in so far as there was one (UU 10/2016 art. 73(4): any money or material).
_AMOUNT = ("none", "some")
_TARGETS = ("candidate", "prospective_candidate", "party", "campaign_team", "opponent", "empty_column", "none")
_AUDIENCES = ("public", "staff", "subordinates", "village_heads", "pupils", "closed_group", "family")
_MEANS = ("car", "hall", "uniform", "budget", "programme", "aid", "office_name")
_MARKERS = ("name", "picture", "number", "slogan", "hand_sign", "colour")
_ONLINE = (ActCode.LIKE, ActCode.COMMENT, ActCode.SHARE, ActCode.FOLLOW_JOIN_GROUP, ActCode.POST_MEDIA)
_SHOWN = (*_ONLINE, ActCode.PHOTO_WITH_CANDIDATE, ActCode.HAND_SIGN, ActCode.BANNER_BILLBOARD)
_EVENTS = (
    ActCode.ATTEND_DECLARATION,
    ActCode.ATTEND_CAMPAIGN,
    ActCode.CAMPAIGN_PARTICIPATION,
    ActCode.ATTEND_PASSIVELY,
    ActCode.SPOUSE_SUPPORT,
)
# Acts that UU 7/2017 art. 280 and UU 10/2016 art. 70(1) forbid to a campaign team, so that membership is asked for.
_TEAM_ACTS = (
    ActCode.CAMPAIGN_TEAM,
    ActCode.MOBILISE_ASN,
    ActCode.MONEY_POLITICS,
    ActCode.USE_STATE_FACILITY,
    ActCode.INTIMIDATION,
    ActCode.HATE_SPEECH_HOAX,
)


def _when(parent: str, *values: str) -> Dependency:
    return Dependency(parent=parent, values=frozenset(str(value) for value in values))


def _choice(name: str, values: type[StrEnum] | tuple[str, ...], dependency: Dependency | None = None) -> Field:
    return Field(name=name, type=FieldType.CHOICE, values=tuple(str(v) for v in values), dependency=dependency)


def _flag(name: str, dependency: Dependency | None = None) -> Field:
    return Field(name=name, type=FieldType.FLAG, values=_FLAG, dependency=dependency)


def _list(name: str, values: tuple[str, ...], dependency: Dependency | None = None) -> Field:
    return Field(name=name, type=FieldType.LIST, values=values, dependency=dependency)


def _derived(name: str, values: type[StrEnum] | tuple[str, ...], dependency: Dependency | None = None) -> Field:
    return Field(
        name=name,
        type=FieldType.CHOICE,
        values=tuple(str(v) for v in values),
        dependency=dependency,
        derived_from=("act_date", "election", "region"),
    )


# The order is the order in which questions are asked when they decide equally much.
FIELDS: Mapping[str, Field] = {
    item.name: item
    for item in (
        _choice("act.code", ActCode),
        _choice("subject.status", SubjectStatus),
        _choice("subject.contract_kind", ("honorer", "ppnpn_pjlp", "outsourced"), _when("subject.status", "non_asn")),
        _choice("subject.acting_kind", ("pj", "pjs", "plt", "plh"), _when("subject.status", "acting_regional_head")),
        # A teacher may be honorary: the post is known, though no norm on staff who are no civil servants asks for it.
        _choice(
            "subject.position",
            Position,
            _when("subject.status", *ASN, SubjectStatus.NON_ASN, SubjectStatus.ACTING_REGIONAL_HEAD),
        ),
        _flag("subject.is_official"),
        _flag("subject.is_candidate"),
        _flag("subject.is_prospective"),
        _flag(
            "subject.incumbent_running",
            _when("subject.status", "regional_head", "acting_regional_head", "state_official"),
        ),
        _flag("subject.spouse_of_candidate"),
        # An incumbent who stands again takes leave for the whole campaign (UU 10/2016 art. 70(3)).
        _flag("subject.on_unpaid_leave", _when("subject.status", *ASN, SubjectStatus.REGIONAL_HEAD)),
        _flag("subject.resigned"),
        _choice("act.target", _TARGETS),
        _flag("act.active"),
        _choice("act.capacity", ("private", "official")),
        _list("act.audience", _AUDIENCES),
        _list("act.state_means", _MEANS),
        _flag("act.intent_support"),
        _list("act.identity_markers", _MARKERS, _when("act.code", *_SHOWN, ActCode.UNIFORM_OR_ATTRIBUTE, *_EVENTS)),
        _flag("act.invitation_words"),
        _flag("act.posted_by_other", _when("act.code", *_SHOWN)),
        _flag(
            "act.registered_on_team",
            _when("act.code", *_EVENTS, ActCode.PARTISAN_ACTIVITY, ActCode.PARTISANSHIP_GENERAL, *_TEAM_ACTS),
        ),
        _flag("act.on_duty"),
        _flag("act.minister_approval", _when("act.code", ActCode.OFFICIAL_TRANSFER)),
        Field(
            name="act.money_value_idr",
            type=FieldType.AMOUNT,
            values=_AMOUNT,
            dependency=_when(
                "act.code", ActCode.MONEY_POLITICS, ActCode.PARTISAN_ACTIVITY, ActCode.USE_STATE_PROGRAMME
            ),
        ),
        # Terstruktur, sistematis, dan masif: UU 10/2016 arts. 73(2) and 135A, UU 7/2017 art. 286.
        _flag("act.structured_systematic_massive", _when("act.code", ActCode.MONEY_POLITICS)),
        _derived("stage", StageCode),
        _derived("election_kind", ("pemilu", "pilkada", "pilkades", "other", "none")),
        _derived(
            "months_after_inauguration",
            ("up_to_six", "more_than_six"),
            _when("stage", StageCode.AFTER_INAUGURATION),
        ),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Implied:
    """When ``parent`` is ``value``, ``field`` is ``fact``, unless it was told otherwise."""

    parent: str
    value: str
    field: str
    fact: str | frozenset[str]


def _official(parent: str, values: Mapping[str, bool]) -> tuple[Implied, ...]:
    return tuple(
        Implied(parent=parent, value=value, field="subject.is_official", fact="true" if yes else "false")
        for value, yes in values.items()
    )


# A structural post is an official's post (pejabat); heads of region and state officials are officials by definition;
# some acts say by their name how and before whom they were done.
IMPLIED = (
    *_official(
        "subject.position",
        {
            Position.JPT_UTAMA: True,
            Position.JPT_MADYA: True,
            Position.JPT_PRATAMA: True,
            Position.ADMINISTRATOR: True,
            Position.SUPERVISOR: True,
            Position.CAMAT: True,
            Position.LURAH: True,
            Position.EXECUTOR: False,
        },
    ),
    *_official(
        "subject.status",
        {
            SubjectStatus.STATE_OFFICIAL: True,
            SubjectStatus.REGIONAL_HEAD: True,
            SubjectStatus.ACTING_REGIONAL_HEAD: True,
            SubjectStatus.NONE: False,
        },
    ),
    Implied(parent="act.code", value=ActCode.ATTEND_PASSIVELY, field="act.active", fact="false"),
    Implied(parent="act.code", value=ActCode.CAMPAIGN_PARTICIPATION, field="act.active", fact="true"),
    Implied(parent="act.code", value=ActCode.PRIVATE_OPINION, field="act.audience", fact=frozenset({"family"})),
    # The rows of the joint decree on posts and photos say: to post. That another person did it must be told.
    Implied(parent="act.code", value=ActCode.POST_MEDIA, field="act.posted_by_other", fact="false"),
    Implied(parent="act.code", value=ActCode.PHOTO_WITH_CANDIDATE, field="act.posted_by_other", fact="false"),
)

CONTEXT_DATES = ("act_date", "known_date", "filed_on", "as_of")
CONTEXT_CODES = ("election", "region")
