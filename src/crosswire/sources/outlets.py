"""The name an outlet goes by: one spelling a news organisation, from a page's address or its own words."""

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from crosswire.packs import PackOutlet


class _Index:
    """Outlets by domain and by every name they go by."""

    def __init__(self, outlets: Sequence[PackOutlet]) -> None:
        self.domains = {domain.casefold(): outlet for outlet in outlets for domain in outlet.domains}
        self.names = {_key(alias): outlet for outlet in outlets for alias in outlet.aliases}
        self.names.update({_key(outlet.name): outlet for outlet in outlets})


def find_outlet(name: str | None, url: str | None, outlets: Sequence[PackOutlet]) -> PackOutlet | None:
    """
    Return the pack's outlet for a page's address or a written name; None when no pack lists it.

    The address goes first: a wire's story on a paper's site is the paper's publication.

    >>> known = (PackOutlet(id="courier", name="The Courier", domains=("courier.example",)),)
    >>> find_outlet(None, "https://world.courier.example/a", known).name
    'The Courier'
    """
    index = _index(SameOutlets(tuple(outlets)))
    for host in (host_of(url), host_of(name)):
        for domain in _suffixes(host):
            if domain in index.domains:
                return index.domains[domain]
    return index.names.get(_key(name)) if name else None


def outlet_name(name: str | None, url: str | None, outlets: Sequence[PackOutlet]) -> str | None:
    """
    Return the outlet's canonical name, else the written one, else the address's host; None when nothing is known.

    >>> outlet_name(None, "https://www.valley-post.example/news/1", ())
    'valley-post.example'
    """
    known = find_outlet(name, url, outlets)
    if known is not None:
        return known.name
    if name and name.strip():
        return host_of(name) or " ".join(name.split())[:120]
    return host_of(url)


def host_of(address: str | None) -> str | None:
    """
    Return the host of an address or of a bare domain, without `www.`; None when it has none.

    >>> host_of("www.example.org"), host_of("The Herald")
    ('example.org', None)
    """
    if not address or len(address) > 2_000 or any(char.isspace() for char in address.strip()):
        return None
    address = address.strip()
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return None
    host = host.casefold().removeprefix("www.").removeprefix("m.")
    labels = host.split(".")
    is_host = len(labels) > 1 and all(label.replace("-", "").isalnum() for label in labels) and not host[-1].isdigit()
    return host if is_host and len(labels[-1]) > 1 else None


class SameOutlets:
    """A tuple compared by identity: hashing two hundred outlets for every article costs more than looking one up."""

    def __init__(self, outlets: tuple[PackOutlet, ...]) -> None:
        self.outlets = outlets

    def __hash__(self) -> int:
        return id(self.outlets)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameOutlets) and self.outlets is other.outlets


@lru_cache(maxsize=8)
def _index(outlets: SameOutlets) -> _Index:
    return _Index(outlets.outlets)


def _suffixes(host: str | None) -> list[str]:
    labels = host.split(".") if host else []
    return [".".join(labels[start:]) for start in range(len(labels) - 1)]


def _key(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())
