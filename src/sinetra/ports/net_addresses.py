"""Which addresses on the network may be asked: public ones, and those that the installation lists itself.

A page of the press that leads to a machine of the office must not make this server the one that opens it.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
# RFC 6052: the last 32 bits are an IPv4 address that a gateway would reach.
_NAT64 = IPv6Network("64:ff9b::/96")


def networks(texts: Iterable[str]) -> tuple[Network, ...]:
    """Errors: ``ValueError`` for what is no address and no network."""
    return tuple(ip_network(text.strip()) for text in texts if text.strip())


def carried(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one that would lead there.

    >>> str(carried(ip_address("::ffff:127.0.0.1"))), str(carried(ip_address("64:ff9b::a00:1")))
    ('127.0.0.1', '10.0.0.1')
    """
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else address)


def may_ask(address: Address, allowed: Sequence[Network]) -> bool:
    """
    >>> [may_ask(ip_address(one), ()) for one in ("8.8.8.8", "10.1.2.3", "169.254.169.254", "::1", "224.0.0.1")]
    [True, False, False, False, False]
    >>> may_ask(ip_address("10.1.2.3"), networks(["10.1.0.0/16"]))
    True
    """
    if any(address in network for network in allowed):
        return True
    inner = carried(address)
    return all(one.is_global and not one.is_multicast for one in (address, inner))


def resolved(host: str, port: int) -> list[Address]:
    """Every address of a name, in the order of the resolver. Errors: ``OSError``, ``UnicodeError``."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))
