"""A connection to one checked address: the name is only said in ``Host`` and in TLS, and is not looked up again.

Else a name could lead to a public address while it is checked and to a machine of the office a moment later.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sinetra.ports.net_addresses import Address


class TooSlow(OSError):
    """The time for the whole of it is over."""


def left(deadline: float) -> float:
    """Seconds until ``deadline`` (monotonic). Errors: ``TooSlow``."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TooSlow
    return seconds


@contextmanager
def connected(
    scheme: str, host: str, port: int, addresses: Sequence[Address], deadline: float
) -> Iterator[http.client.HTTPConnection]:
    """The first of ``addresses`` that answers. At the deadline the socket is shut, whatever is being read: a server
    that sends a byte a second would outlast every limit of a single read. Errors: ``OSError``, ``TooSlow``."""
    plain = _dial(addresses, port, deadline)
    try:
        reached = _secured(plain, host, deadline) if scheme == "https" else plain
    except TimeoutError as error:
        raise TooSlow from error
    finally:
        if scheme == "https":
            plain.close()
    over = threading.Event()

    def shut() -> None:
        over.set()
        try:
            # Not the method of the TLS socket: that one would forget its cipher state under the reader.
            socket.socket.shutdown(reached, socket.SHUT_RDWR)
        except OSError:
            return

    timer = threading.Timer(max(0.0, deadline - time.monotonic()), shut)
    timer.daemon = True
    timer.start()
    connection = http.client.HTTPConnection(host, port)
    try:
        connection.sock = reached
        yield connection
    except (OSError, http.client.HTTPException, ValueError) as error:
        if over.is_set() or isinstance(error, TimeoutError):
            raise TooSlow from error
        raise
    finally:
        timer.cancel()
        timer.join()
        connection.close()
        reached.close()


def _secured(plain: socket.socket, host: str, deadline: float) -> ssl.SSLSocket:
    plain.settimeout(left(deadline))
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _dial(addresses: Sequence[Address], port: int, deadline: float) -> socket.socket:
    last: OSError = OSError("no address")
    for address in addresses:
        try:
            return socket.create_connection((str(address), port), timeout=left(deadline))
        except TooSlow:
            raise
        except OSError as error:
            last = error
    if isinstance(last, TimeoutError):
        raise TooSlow from last
    raise last
