"""The closed vocabulary as enums: subjects, acts, tracks, outcomes. Values are stable and public."""

from __future__ import annotations

from enum import StrEnum


class SubjectStatus(StrEnum):
    PNS = "pns"
    CPNS = "cpns"
    PPPK = "pppk"
    PPPK_PART_TIME = "pppk_part_time"
    NON_ASN = "non_asn"
    TNI = "tni"
    POLRI = "polri"
    VILLAGE_HEAD = "village_head"
    VILLAGE_OFFICIAL = "village_official"
    VILLAGE_COUNCIL = "village_council"
    STATE_OFFICIAL = "state_official"
    REGIONAL_HEAD = "regional_head"
    ACTING_REGIONAL_HEAD = "acting_regional_head"
    SOE_OFFICIAL = "soe_official"
    ELECTION_OFFICIAL = "election_official"
    NONE = "none"


class Position(StrEnum):
    JPT_UTAMA = "jpt_utama"
    JPT_MADYA = "jpt_madya"
    JPT_PRATAMA = "jpt_pratama"
    ADMINISTRATOR = "administrator"
    SUPERVISOR = "supervisor"
    FUNCTIONAL = "functional"
    EXECUTOR = "executor"
    CAMAT = "camat"
    LURAH = "lurah"
    SCHOOL_HEAD = "school_head"
    TEACHER = "teacher"
    OTHER = "other"


class ActCode(StrEnum):
    LIKE = "like"
    COMMENT = "comment"
    SHARE = "share"
    FOLLOW_JOIN_GROUP = "follow_join_group"
    POST_MEDIA = "post_media"
    PHOTO_WITH_CANDIDATE = "photo_with_candidate"
    HAND_SIGN = "hand_sign"
    UNIFORM_OR_ATTRIBUTE = "uniform_or_attribute"
    ATTEND_DECLARATION = "attend_declaration"
    ATTEND_CAMPAIGN = "attend_campaign"
    CAMPAIGN_PARTICIPATION = "campaign_participation"
    CAMPAIGN_TEAM = "campaign_team"
    BANNER_BILLBOARD = "banner_billboard"
    INVITE_VOTE = "invite_vote"
    MOBILISE_ASN = "mobilise_asn"
    PARTISAN_ACTIVITY = "partisan_activity"
    MONEY_POLITICS = "money_politics"
    SUPPORT_LETTER_KTP = "support_letter_ktp"
    DECISION_BENEFIT = "decision_benefit"
    USE_STATE_FACILITY = "use_state_facility"
    USE_STATE_PROGRAMME = "use_state_programme"
    OFFICIAL_TRANSFER = "official_transfer"
    APPROACH_PARTY = "approach_party"
    RUN_FOR_OFFICE = "run_for_office"
    PARTY_MEMBER = "party_member"
    PARTY_SYMPATHISER = "party_sympathiser"
    SPOUSE_SUPPORT = "spouse_support"
    PARTISANSHIP_GENERAL = "partisanship_general"
    INTIMIDATION = "intimidation"
    HATE_SPEECH_HOAX = "hate_speech_hoax"
    CONFLICT_OF_INTEREST = "conflict_of_interest"
    PRIVATE_OPINION = "private_opinion"
    VOTE = "vote"
    ATTEND_PASSIVELY = "attend_passively"


class Track(StrEnum):
    ETHICS = "ethics"
    DISCIPLINE = "discipline"
    CRIMINAL = "criminal"
    ELECTION_ADMINISTRATION = "election_administration"
    OTHER_LAW = "other_law"


class NormKind(StrEnum):
    PROHIBITION = "prohibition"
    PERMISSION = "permission"


class SanctionClass(StrEnum):
    """From light to heavy, as far as the classes can be compared."""

    NONE = "none"
    EMPLOYER_RULE = "employer_rule"
    ADMINISTRATIVE = "administrative"
    MORAL_CLOSED = "moral_closed"
    MORAL_OPEN = "moral_open"
    DISCIPLINE_LIGHT = "discipline_light"
    DISCIPLINE_MEDIUM = "discipline_medium"
    DISCIPLINE_HEAVY = "discipline_heavy"
    DISMISSAL_DISHONOURABLE = "dismissal_dishonourable"
    CANDIDACY_CANCELLED = "candidacy_cancelled"
    CRIMINAL = "criminal"


class BodyCode(StrEnum):
    BAWASLU = "bawaslu"
    KPU = "kpu"
    BKN = "bkn"
    KASN = "kasn"
    PPK = "ppk"
    GAKKUMDU = "gakkumdu"
    COURT = "court"
    DKPP = "dkpp"
    MENDAGRI = "mendagri"
    MENPANRB = "menpanrb"
    GOVERNOR = "governor"
    REGIONAL_HEAD = "regional_head"
    REGIONAL_LEGISLATURE = "regional_legislature"
    EMPLOYER = "employer"
    TNI = "tni"
    POLRI = "polri"
    INSPECTORATE = "inspectorate"
    PRESIDENT = "president"


class Status(StrEnum):
    MET = "met"
    OPEN = "open"
    EXCEPTED = "excepted"
    DISPLACED = "displaced"
    OUT_OF_TIME = "out_of_time"
    NOT_MET = "not_met"


class Outcome(StrEnum):
    VIOLATION = "violation"
    UNDETERMINED = "undetermined"
    PERMITTED = "permitted"
    NO_VIOLATION = "no_violation"


ASN = (SubjectStatus.PNS, SubjectStatus.CPNS, SubjectStatus.PPPK, SubjectStatus.PPPK_PART_TIME)
