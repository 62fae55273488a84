"""
Errors planted in the demo's own words by a seeded script: quotations altered, speakers swapped.

    python -m bench.quality.check.swaps

300 altered quotations: a word dropped, added, replaced or moved, a "not" lost or gained; each also set in other type
(straight and curly marks, dashes, ellipses, spaces, capitals), which changes no word and must never be flagged.
200 swapped speakers: what one person says in the demo given to another one; each also under the right name.
"""

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files

import msgspec

from crosswire.check import check_report
from crosswire.model import Check, Checked, Dossier, Reading
from crosswire.packs import Packs
from crosswire.pipeline import Inputs, Job, collect_inputs, load_packs, read_all, weigh_readings
from crosswire.sources.drafts import read_draft

QUOTATIONS, SPEAKERS = 300, 200
_NEGATIONS = ("not", "never", "no")
_AUXILIARIES = ("will", "is", "are", "was", "were", "has", "have", "can", "do", "would", "should")
_FILLERS = ("fully", "today", "perhaps", "always", "together", "quickly", "openly", "formally")


class Demo(msgspec.Struct, frozen=True):
    """The bundled case, read by rules and weighed."""

    packs: Packs
    inputs: Inputs
    readings: tuple[Reading, ...]
    dossier: Dossier

    def check(self, lines: Sequence[str]) -> Check:
        """Check a draft of these lines, one paragraph each."""
        draft = read_draft("\n\n".join(lines).encode(), "planted.txt")
        return check_report(draft, self.dossier, self.readings, self.packs)


class Planted(msgspec.Struct, frozen=True):
    """A line of a draft with what was done to it, the words concerned, and the same line unharmed."""

    line: str
    how: str
    words: tuple[str, ...]
    unharmed: str


@cache
def demo() -> Demo:
    """Read the demo."""
    with as_file(files("crosswire.examples") / "demo") as folder:
        job = Job((str(folder / "reports"),), packs=("core", "negotiation", str(folder / "pack")), fast=True)
        packs = load_packs(job)
        inputs = collect_inputs(job, packs, None, _silent)
        readings = tuple(read_all(inputs.articles, packs))
        return Demo(packs, inputs, readings, weigh_readings(inputs, readings, packs, _silent))


def altered_quotations() -> list[Planted]:
    """Return the altered quotations with their unharmed twins, the same ones on every run."""
    quotes = sorted({words for words, _ in _said(demo()) if 6 <= len(words.split()) <= 40})
    found: list[Planted] = []
    for turn in range(40):
        for at, quote in enumerate(quotes):
            draw = random.Random(turn * 10_007 + at)
            planted = _altered(quote, draw, ("drop", "add", "replace", "move", "negation")[(turn + at) % 5], quotes)
            if planted is not None and planted not in found:
                found.append(planted)
            if len(found) == QUOTATIONS:
                return found
    return found


def swapped_speakers() -> list[Planted]:
    """Return what the demo's people say under another's name, with the right name as the unharmed twin."""
    case = demo()
    people = sorted({name for _, name in _said(case)} | {name for _, name in _reported(case)})
    said = sorted(set(_said(case))) + sorted(set(_reported(case)))
    found: list[Planted] = []
    for turn in range(20):
        for at, (words, name) in enumerate(said):
            draw = random.Random(turn * 7_919 + at)
            other = draw.choice([one for one in people if one != name and one.split()[-1] != name.split()[-1]])
            quoted = (words, name) in set(_said(case))
            forms = [f"“{words},” said {{}}.", f"{{}} said: “{words}”"] if quoted else [f"{{}} said {words}."]
            form = forms[turn % len(forms)]
            planted = Planted(form.format(other), "quoted" if quoted else "reported", (name, other), form.format(name))
            if planted not in found:
                found.append(planted)
            if len(found) == SPEAKERS:
                return found
    return found


def _altered(quote: str, draw: random.Random, how: str, quotes: Sequence[str]) -> Planted | None:
    words = quote.split(" ")
    inner = list(range(1, len(words) - 1))
    at = draw.choice(inner)
    changed: tuple[str, ...]
    if how == "drop":
        changed, new = (words[at],), words[:at] + words[at + 1 :]
    elif how == "add":
        filler = draw.choice(_FILLERS)
        changed, new = (filler,), [*words[:at], filler, *words[at:]]
    elif how == "replace":
        other = draw.choice([one for one in draw.choice(quotes).split(" ") if len(one) > 3] or ["elsewhere"])
        changed, new = (words[at], other), [*words[:at], other, *words[at + 1 :]]
    elif how == "move":
        changed, new = (words[at], words[at - 1]), [*words[: at - 1], words[at], words[at - 1], *words[at + 1 :]]
    else:
        places = [i for i in inner if words[i].lower().strip(",.;") in _NEGATIONS]
        if places:
            at = places[0]
            changed, new = (words[at],), words[:at] + words[at + 1 :]
        else:
            places = [i for i in inner if words[i].lower() in _AUXILIARIES]
            if not places:
                return None
            at = places[0]
            changed, new = ("not",), [*words[: at + 1], "not", *words[at + 1 :]]
    bare = [tuple(re.sub(r"[^\w]", "", word).lower() for word in one) for one in (words, new)]
    if bare[0] == bare[1] or " ".join(bare[1]) in " ".join(" ".join(one) for one in bare[:1]):
        return None
    return Planted(
        f"The statement read: “{' '.join(new)}”", how, changed, f"The statement read: {_retyped(quote, draw)}"
    )


def _retyped(quote: str, draw: random.Random) -> str:
    """Set a quotation in other type: no word of it changes."""
    typed = quote.replace("’", "'") if draw.random() < 0.5 else quote.replace("'", "’")
    typed = typed.replace(" - ", " — ").replace("...", "…")
    if draw.random() < 0.3:
        typed = typed.replace(" ", "  ", 1)
    if draw.random() < 0.3:
        typed = typed[:1].swapcase() + typed[1:]
    first, last = draw.choice((('"', '"'), ("“", "”"), ("«", "»")))
    return f"{first}{typed}{last}"


def _said(case: Demo) -> Iterator[tuple[str, str]]:
    """Yield the quotations of the demo that name who spoke: the words and the full name."""
    articles = {one.id: one for one in case.inputs.articles}
    for reading in case.readings:
        text = articles[reading.article].text
        people = {one.id: one.name for one in reading.actors if one.kind == "person" and " " in one.name}
        for one in reading.attributions:
            if one.kind == "direct" and one.speaker in people and not one.negated and len(one.contents) == 1:
                words = one.contents[0].of(text).strip("“”\"' ,")
                if len(words.split()) > 4 and "\n" not in words and not re.search('[“”"]', words):
                    yield words.rstrip(".,"), people[one.speaker]


def _reported(case: Demo) -> Iterator[tuple[str, str]]:
    """Yield what the demo reports people to have said in its own words."""
    articles = {one.id: one for one in case.inputs.articles}
    for reading in case.readings:
        text = articles[reading.article].text
        people = {one.id: one.name for one in reading.actors if one.kind == "person" and " " in one.name}
        for one in reading.attributions:
            if one.kind == "indirect" and one.lemma == "say" and one.speaker in people and len(one.contents) == 1:
                words = one.contents[0].of(text).strip(" ,.")
                if 7 < len(words.split()) < 30 and "\n" not in words and not re.search('[“”"]', words):
                    yield words[:1].lower() + words[1:] if words[:4] == "The " else words, people[one.speaker]


def measure() -> dict[str, float]:
    """Return the shares found and the false alarms."""
    quotes, speakers = altered_quotations(), swapped_speakers()
    return {**_quotation_figures(quotes), **_speaker_figures(speakers)}


def _quotation_figures(planted: Sequence[Planted]) -> dict[str, float]:
    found, alarms = demo().check([one.line for one in planted]), demo().check([one.unharmed for one in planted])
    hit = [_found_in(one, checked) for one, checked in zip(planted, found.statements, strict=True)]
    wrong = [any(one.kind == "quotation" for one in checked.differences) for checked in alarms.statements]
    return {"altered quotations found": sum(hit) / len(hit), "typographic changes flagged": float(sum(wrong))}


def _speaker_figures(planted: Sequence[Planted]) -> dict[str, float]:
    found, alarms = demo().check([one.line for one in planted]), demo().check([one.unharmed for one in planted])
    hit = [checked.verdict == "misattributed" for checked in found.statements]
    wrong = [any(one.kind == "speaker" for one in checked.differences) for checked in alarms.statements]
    return {"swapped speakers found": sum(hit) / len(planted), "right speakers flagged": sum(wrong) / len(planted)}


def _found_in(planted: Planted, checked: Checked) -> bool:
    """Tell whether a difference of a quotation shows one of the words that were changed."""
    marked = " ".join(f"{one.said} {one.found or ''}" for one in checked.differences if one.kind == "quotation")
    shown = _words(marked)
    return any(_words(word) & shown for word in planted.words)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower().replace("’", "'")))


def _silent(stage: str, done: int, total: int | None) -> None:
    """Report no progress."""


if __name__ == "__main__":
    for name, figure in measure().items():
        print(f"{name:32} {figure:.3f}")
