"""Crosswire reads every report of an unfolding event and writes the account you can check."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosswire.case import Case

__version__ = "0.1.0"

__all__ = ["__version__", "open"]


def open(path: Path | str, *, fast: bool = False) -> "Case":  # noqa: A001 (named as `crosswire.open`, and never starred)
    """
    Open a kept case, for notebooks and scripts. Raises `StoreError` when it is no case.

    Use it in a `with` block, or close it; `fast` asks for what was read by rules alone, as `--fast` does.
    `case.tables()` gives its records, `crosswire.export.to_pandas` and its neighbours make data frames of them.
    """
    from crosswire.case import Case

    return Case(path, fast=fast)
