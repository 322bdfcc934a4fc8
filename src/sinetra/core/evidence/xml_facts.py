"""Leaves and attributes of a small XML part, as pairs: no entity, no network, no depth without end."""

from __future__ import annotations

from collections.abc import Iterator

MOST_OCTETS = 1_000_000
_SYNTAX = frozenset({"about", "parseType", "lang", "type", "resource", "xmptk"})


def facts_of_xml(content: bytes) -> Iterator[tuple[str, str]]:
    """Local name and text. Errors: ``ValueError`` when it is no XML or larger than a megabyte.

    >>> list(facts_of_xml(b"<a xmlns:x='u'><x:creator>Budi</x:creator><b x:Tool='Kertas 2'/></a>"))
    [('creator', 'Budi'), ('Tool', 'Kertas 2')]
    >>> list(facts_of_xml(b"<!DOCTYPE a [<!ENTITY e 'boom'>]><a>&e;</a>"))
    []
    """
    from lxml import etree

    if len(content) > MOST_OCTETS:
        raise ValueError(len(content))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content.strip(b"\0 \r\n\t"), parser)
    except etree.XMLSyntaxError as error:
        raise ValueError from error
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            local = etree.QName(str(name)).localname
            if local not in _SYNTAX:
                yield local, str(value)
        if len(element) == 0 and element.text and element.text.strip():
            yield _name(element), element.text.strip()


def _name(element: object) -> str:
    """Of a list item the list's name: ``rdf:li`` tells nothing."""
    from lxml import etree

    at = element
    while isinstance(at, etree._Element) and isinstance(at.tag, str):
        local = etree.QName(at.tag).localname
        if local not in {"li", "Seq", "Bag", "Alt"}:
            return local
        at = at.getparent()
    return "li"
