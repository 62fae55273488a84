"""How often one client may send a wrong token before it must wait."""

import ipaddress
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from math import ceil

# Wrong tokens within the window after which a client waits until the first of them is that old. A person mistypes a few
# times; tokens of 256 bits fall to no guessing, but a token somebody chose themselves might, and logs fill.
WRONG, WINDOW = 10, 300.0
# Clients remembered; the one heard of longest ago is forgotten first.
_CLIENTS = 10_000


class Patience:
    """Counts the wrong tokens of each client, in memory."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Remember nobody yet."""
        self._clock = clock
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()

    def wait(self, client: str) -> int:
        """Return for how many seconds a client may send no token, 0 when it may."""
        held = self._wrong.get(_line(client))
        while held and self._clock() - held[0] >= WINDOW:
            held.popleft()
        return ceil(WINDOW - (self._clock() - held[0])) if held and len(held) >= WRONG else 0

    def wrong(self, client: str) -> None:
        """Count a wrong token."""
        line = _line(client)
        self._wrong.setdefault(line, deque(maxlen=WRONG)).append(self._clock())
        self._wrong.move_to_end(line)
        if len(self._wrong) > _CLIENTS:
            self._wrong.popitem(last=False)


def _line(client: str) -> str:
    """
    Return what one subscriber holds: of an IPv6 address its first half, for the other half is theirs to change.

    >>> _line("2001:db8::1") == _line("2001:db8::2"), _line("192.0.2.1") == _line("192.0.2.2"), _line("unix")
    (True, False, 'unix')
    """
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        return client
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
