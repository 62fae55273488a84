"""Hand-built articles, readings and statements for weighing: no reader needed."""

import datetime as dt
from typing import Any

from crosswire.model import Actor, Article, Credit, Evidence, Quantity, Reading, Span, Statement, When
from crosswire.text.tokens import terms

DAY = dt.date(2031, 5, 14)


def actor(id_: str, name: str, kind: Any = "person", **more: Any) -> Actor:
    return Actor(id=id_, name=name, kind=kind, names=(name,), **more)


RED = actor("RED", "Redland", "state", party="RED", known=True)
BLUE = actor("BLU", "Blueland", "state", party="BLU", known=True)
VARGA = actor("varga", "Mira Varga", party="RED", known=True)
TOLLER = actor("toller", "Jon Toller", party="BLU", known=True)
CAST = (RED, BLUE, VARGA, TOLLER)


class Report:
    """Collects the sentences of one article and the statements read from them."""

    def __init__(self, id_: str, outlet: str | None = None, day: int = 0, **more: Any) -> None:
        self.id, self.outlet, self.published, self.more = id_, outlet, DAY + dt.timedelta(days=day), more
        self.text = ""
        self.statements: list[Statement] = []
        self.actors: tuple[Actor, ...] = CAST
        self.credits: list[Credit] = []

    def say(self, sentence: str, act: str = "STATE", **fields: Any) -> "Report":
        start = len(self.text)
        self.text += sentence + "\n\n"
        span = Span(start, start + len(sentence))
        fields.setdefault("mode", "indirect" if fields.get("speaker") else "narrated")
        fields.setdefault("actors", tuple(sorted({a for a in (fields.get("agent"), fields.get("target")) if a})))
        for name in ("figures", "issues", "via"):
            fields[name] = tuple(fields.get(name, ()))
        said = Statement(
            id=f"{self.id}:{start}",
            article=self.id,
            act=act,
            evidence=Evidence.cut(self.id, self.text, span),
            contents=(span,),
            terms=terms(sentence),
            **fields,
        )
        self.statements.append(said)
        return self

    def credit(self, words: str, outlet: str, how: Any = "wire") -> "Report":
        start = len(self.text)
        self.text += words + "\n\n"
        self.credits.append(Credit(outlet, how, Span(start, start + len(words))))
        return self

    @property
    def article(self) -> Article:
        return Article(self.id, self.text, outlet=self.outlet, published=self.published, **self.more)

    @property
    def reading(self) -> Reading:
        return Reading(self.id, "k", actors=self.actors, statements=tuple(self.statements), credits=tuple(self.credits))


def count(unit: str, value: float, **more: Any) -> Quantity:
    return Quantity(unit, value, value, **more)


def on(day: int, precision: str = "day") -> When:
    date = DAY + dt.timedelta(days=day)
    return When(date, date, precision, 0, 1)
