"""Pages as their tests read them: whatever ends in ``_of`` takes any status, what is named so without asks for one."""

from __future__ import annotations

from typing import Any

from lxml import html


def tree_of(answer: Any) -> html.HtmlElement:
    """The page of an answer, whatever its status."""
    return html.document_fromstring(answer.content.decode())


def tree(answer: Any, status: int = 200) -> html.HtmlElement:
    """The page of an answer that has this status."""
    assert answer.status_code == status, answer.status_code
    return tree_of(answer)


def words(element: html.HtmlElement) -> str:
    """All words of an element or of a page, one space between them."""
    return " ".join(element.text_content().split())


def main_words(page: html.HtmlElement) -> str:
    """The words of a page without what stands around its main part."""
    return words(page.xpath("//main")[0])


def text_of(answer: Any) -> str:
    """All words of the page of an answer, whatever its status."""
    return words(tree_of(answer))


def text(answer: Any, status: int = 200) -> str:
    """All words of the page of an answer that has this status."""
    return words(tree(answer, status))


def main_text_of(answer: Any) -> str:
    """The words of the main part of the page of an answer, whatever its status."""
    return main_words(tree_of(answer))


def main_text(answer: Any, status: int = 200) -> str:
    """The words of the main part of the page of an answer that has this status."""
    return main_words(tree(answer, status))


def page_faults(page: html.HtmlElement) -> list[str]:
    """The lines at the top of a page that say what was wrong."""
    return [line.text_content().strip() for line in page.xpath("//div[@class='errors']//li")]


def faults_of(answer: Any) -> list[str]:
    """What the page of an answer, whatever its status, says was wrong."""
    return page_faults(tree_of(answer))


def faults(answer: Any, status: int = 200) -> list[str]:
    """What the page of an answer that has this status says was wrong."""
    return page_faults(tree(answer, status))


def field(page: html.HtmlElement, name: str) -> str:
    """The value of the first field of this name, hidden or not."""
    return str(page.xpath(f"//input[@name='{name}']/@value")[0])
