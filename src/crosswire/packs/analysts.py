"""Who an assessment can be written for: the analysts a pack brings, and the user's own."""

import tomllib
from pathlib import Path

import msgspec

from crosswire.errors import PackError, QuestionError
from crosswire.model import Analyst
from crosswire.packs.schema import Packs


def read_analyst(path: Path) -> Analyst:
    """Read an analyst's TOML file. Raises `PackError` naming the file, the field and the remedy."""
    try:
        analyst = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Analyst)
    except OSError as error:
        raise PackError(f"{path}: {error.strerror}; give an analyst's name or a .toml file") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: expected TOML in UTF-8: {error}; mend the file") from None
    except msgspec.ValidationError as error:
        raise PackError(f"{path}: {error}; see docs/analysts.md") from None
    wrong = [f"{name} = {weight}" for name, weight in analyst.issues.items() if not 0 <= weight <= 10]
    if wrong:
        raise PackError(f"{path}: issues: {', '.join(wrong)}: a weight lies between 0 and 10; 1 is the usual one")
    return analyst


def choose_analyst(name: str, packs: Packs) -> Analyst:
    """
    Return the analyst of this name that the packs bring, or the one in this .toml file.

    Raises `QuestionError` when nobody has the name, or its vantage or an issue is unknown to the packs.

    >>> from crosswire.packs import load
    >>> choose_analyst("neutral", load()).vantage is None
    True
    """
    known = {one.name: one for one in packs.analysts}
    if name in known:
        analyst = known[name]
    elif name.endswith(".toml"):
        analyst = read_analyst(Path(name))
    else:
        raise QuestionError(f"no analyst is called {name!r}; known: {', '.join(sorted(known))}; or give a .toml file")
    parties = {actor.party or actor.id for actor in packs.actors}
    if analyst.vantage is not None and analyst.vantage not in parties:
        raise QuestionError(f"analyst {analyst.name}: vantage {analyst.vantage!r} is no party of the packs loaded")
    unknown = sorted(set(analyst.issues) - {issue.id for issue in packs.issues})
    if unknown:
        raise QuestionError(f"analyst {analyst.name}: no issue of the packs loaded is called {', '.join(unknown)}")
    return analyst
