"""What the walks over the pages of the demo share: which addresses are pages, what one is called, how one presses on.

A page without anything variable in its address is found in the list of addresses, so a new one is walked by itself; a
page with a number in its address is opened from the list that leads to it. ``UNREACHED`` says what is no page.
"""

from __future__ import annotations

from django.urls import Resolver404, resolve
from django.urls.resolvers import URLPattern
from django.utils import translation
from playwright.sync_api import Page

# Addresses that answer with a file, or only take a form and lead on to a page.
UNREACHED = {
    "rulebook_csv",
    "rulebook_xlsx",
    "printed_poster",
    "printed_leaflet",
    "printed_card",
    "printed_message",
    "printed_talk_text",
    "fair_service_sheet",
    "report_evidence",
    "follow_evidence",
    # Talking points are about a rule or a status that the address names: public_pages has it with one.
    "printed_talk",
    "statistics_csv",
    # Files of a map; its pages are in public_pages by their names.
    "map_svg",
    "map_png",
    "index_unit_csv",
    "index_unit_json",
    "after_vote_csv",
    "public_circular_pdf",
    "public_circular_message",
    "public_circular_annex",
    "circular_pdf",
    "circular_message",
    "circular_annex",
    "circular_proof",
    "remove_annex",
    "article_capture",
    "page_capture",
    "digest_data",
    "digest_file",
    "see_watch_hit",
    "coverage_xlsx",
    "recommendations_workbook",
    "room_workbook",
    "room_brief",
    "room_recount",
    "ladder_letter",
    "package",
    "follow_up_answer",
    "queue_workbook",
    # Only with rows ticked in the queue: tests/web/test_queue_pages.py has them.
    "assign_chosen",
    "acknowledge_chosen",
    # Only with rows ticked in the inbox, or two reports of one event: tests/web/test_triage_pages.py has them.
    "open_chosen",
    "keep_chosen",
    "group_chosen",
    "separate_report",
    "send_report_on",
    "tell_apart",
    # An office of the demo has no short text of its own: tests/web/test_reply_texts.py has them.
    "change_reply_text",
    "retire_reply_text",
    "import_example",
    "store_import",
    "import_faults",
    "sign_in_as",
    "sign_out",
    "open_report",
    # A new link is shown once, on the page of the links: tests/web/test_due_calendar.py has them.
    "issue_own_calendar",
    "revoke_own_calendar",
    "decide_story",
    "retry_task",
    # A role that ends, a reset of an opened account and its second administrator: tests/web/test_accounts.py has them.
    "end_role",
    "request_reset",
    "confirm_reset",
    # Nobody is named in the demo: tests/web/test_custody.py has it.
    "end_naming",
    # The demo follows no feed: tests/web/test_feeds.py has them.
    "feed",
    "change_feed",
    # Open only when two people have agreed, or met: tests/web/test_mediation.py has them.
    "hold_mediation",
    "close_mediation",
    # A letter of a Bawaslu without Sinetra, which the demo has not: tests/web/test_invitation_advice.py has it.
    "invitation_letter",
    # What stands behind a code or a link: tests/browser/test_check_in.py and test_session_walk.py go there.
    "check_in",
    "participant",
    "participant_test",
    "participant_pledge",
    "participant_certificate",
    "own_page",
    "certificate",
    "check_document",
    "session_open",
    "session_close",
    "session_screen",
    "session_offline",
    "session_sync",
    "attendance_link",
    "attendance_match",
    "attendance_remove",
    "unit_slips",
    "new_letter",
    "prepare_test",
    "open_after_test",
    # Only where something is as it is not in the demo: tests/web has them by their noun.
    "circular_unit",
    "enter_pledge_sheet",
    "pledge_sheet",
    "pledge_text",
    "rewrite_pledge_text",
    "unit_pledges",
    "programme_understanding",
    "quote_fact",
    "judge_fact",
    "take_back_correction",
    "arrange_story",
    "take_figure",
    "drop_figure",
    "take_lead",
    "remove_activity_file",
    "remove_part",
    "retire_question",
    "reword_question",
    "settle_commitment",
    "end_interest",
    # The pairs of the demo were entered by the KPU, which alone corrects them: tests/web/test_heads.py has it.
    "change_pair",
    "standing",
    "drop_standing",
    # A letter of a matter, what is done to it and to a recommendation: tests/web has them by their noun.
    "correction",
    "correction_step",
    "correction_package",
    "new_correction",
    "answer_recommendation",
    "climb_recommendation",
    # Only for who did not come: tests/web/test_clarification_pages.py has it.
    "summon_again",
    "letter",
    "edit_letter",
    "number_letter",
    "discard_letter",
    "revoke_letter",
    "make_letter_file",
    "bring_signed",
    # An answer recorded on paper, and its second person: tests/web/test_recorded_acknowledgement.py has them.
    "record_acknowledgement",
    "confirm_acknowledgement",
    # Evidence of a report: test_evidence_walk.py goes there.
    "evidence_file",
    "evidence_custody",
    "evidence_original",
    "mask_evidence",
    # The result of a screened file, and a letter that was issued: tests/web/test_transfer_checks.py has them.
    "transfer_results",
    "transfer_example",
    "transfer_letter",
    "revoke_transfer_letter",
    # Behind a printed link: tests/web/test_careers.py has it.
    "own_policy",
    # Files.
    "evidence_copy",
    "evidence_play",
    "acknowledgement_proof",
    "invitation_package",
    "letter_pdf",
    "letter_docx",
    "signed_pdf",
    "attendance_scan",
    "attendance_xlsx",
    "test_items_xlsx",
    "certificates_pdf",
    "pledges_xlsx",
    "pledge_scan",
    "letter_file",
    "access_log_xlsx",
    "erasure_certificate",
    # Files that are made of what a page after filing holds: tests/web/test_report_completion.py has them.
    "report_form_file",
    "follow_form_file",
    # Only at a report that waits for its signed form: tests/web/test_report_completion.py has it.
    "signed_form",
    # A hold stands on a report that has no matter: tests/web/test_retention_pages.py has it.
    "report_hold",
    "run_sheet_file",
    "programme_calendar_file",
    "due_calendar",
    "activity_file",
    # Files, and what only takes a form: tests/web/test_agreements.py and test_data_requests.py have them.
    "agreement_annex",
    "drop_agreement_annex",
    "unlink_meeting",
    "disclosures_xlsx",
    "open_disclosure",
    # The demo knows no breach: tests/web/test_breaches.py has it with its letters.
    "breach",
    "breach_notice",
    "breach_letter",
    # Only once something was approved and before it is told: tests/web/test_data_requests.py has it.
    "disclose_data",
}
NEXT = "main form .actions button:is(:not([name]), [name=go][value=next])"


def press(page: Page, button: str) -> None:
    """The button, and the page that answers."""
    with page.expect_navigation():
        page.locator(button).click()


def names(patterns: list[URLPattern]) -> set[str]:
    return {str(pattern.name) for pattern in patterns} - UNREACHED


def name_of(url: str, language: str) -> str:
    """The name of the page at ``url``, empty when there is none."""
    path = "/" + url.split("://", 1)[-1].split("/", 1)[-1].split("?")[0].split("#")[0]
    with translation.override(language):
        try:
            return resolve(path).url_name or ""
        except Resolver404:
            return ""


def plain(patterns: list[URLPattern], prefix: str) -> list[str]:
    routes = [str(pattern.pattern) for pattern in patterns if pattern.name not in UNREACHED]
    return [prefix + route for route in routes if "<" not in route]
