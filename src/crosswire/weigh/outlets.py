"""Know an outlet by any of its names, and tell wires and aggregators apart."""

from collections.abc import Iterable
from urllib.parse import urlsplit

import msgspec

from crosswire.model import Article
from crosswire.packs.schema import PackOutlet

from .spelling import body_key, slug


class Outlet(msgspec.Struct, frozen=True, order=True):
    """An outlet of the case: key, name, the kind the pack says it is (`unknown` when it does not), and its owner."""

    key: str
    name: str
    kind: str = "unknown"
    owner: str = ""

    @property
    def is_wire(self) -> bool:
        """Tell whether other outlets reprint it."""
        return self.kind == "wire"


class OutletBook(msgspec.Struct, frozen=True):
    """Every name the packs give an outlet, normalised, and every domain."""

    names: dict[str, Outlet]
    domains: dict[str, Outlet]

    def find(self, name: str) -> Outlet:
        """Return the outlet called `name`: the pack's entry, or a new outlet of that name."""
        return self.names.get(body_key(name)) or Outlet(slug(name), name)

    def known(self, name: str) -> Outlet | None:
        """Return the pack's outlet called `name`, None when no pack lists it."""
        return self.names.get(body_key(name))

    def of(self, article: Article) -> Outlet:
        """Return the article's outlet: by name, else by web domain; an article with neither is its own."""
        if article.outlet:
            return self.find(article.outlet)
        host = _host(article.url)
        labels = host.split(".")
        for at in range(len(labels) - 1):
            if outlet := self.domains.get(".".join(labels[at:])):
                return outlet
        if host:
            return Outlet(slug(host), host)
        return Outlet(f"article-{article.id}", article.label)


def outlet_book(outlets: Iterable[PackOutlet]) -> OutletBook:
    """
    Index pack outlets by id, name, alias and domain.

    >>> book = outlet_book([PackOutlet(id="lakewire", name="Lake Wire", kind="wire", aliases=("LW",))])
    >>> book.find("The LW").key, book.find("Lake Wire").is_wire, book.find("Harbour Post").key
    ('lakewire', True, 'harbour-post')
    """
    names: dict[str, Outlet] = {}
    domains: dict[str, Outlet] = {}
    for entry in outlets:
        outlet = Outlet(entry.id, entry.name, entry.kind, entry.owner or "")
        for name in (entry.id, entry.name, *entry.aliases):
            names.setdefault(body_key(name), outlet)
        for domain in entry.domains:
            domains.setdefault(domain.lower().removeprefix("www."), outlet)
    return OutletBook(names, domains)


def _host(url: str | None) -> str:
    if not url:
        return ""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # a malformed address in a page's metadata names nobody
        return ""
    return host.lower().removeprefix("www.")
