"""The words that an act of a pack needs or bars around it, looked for in one scan of what stands there."""

from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from crosswire.read.words import split_words


class Contexts:
    """
    Context words as `Words.join` writes them, a trailing `*` for any ending; they begin where a blank stands before.

    A blank must stand before the first word of the text as well. As patterns of their alternatives, the packs' 66
    lists took a third of what makes a process ready to read.

    >>> near = Contexts(["road to", "block*", "isn't"])
    >>> [near.is_in(text) for text in (" a road to it", " a road today", " it blocked it", " unblocked", " it is 't")]
    [True, False, True, False, True]
    """

    def __init__(self, words: Sequence[str]) -> None:
        """Take the words of one entry of a pack, at least one."""
        listed = sorted(set(words))
        self._open = [one.endswith("*") for one in listed]
        joined = [" " + " ".join(split_words(one.removesuffix("*").replace("n't", "'t"))) for one in listed]
        self._scan = AhoCorasick(joined, matchkind=MatchKind.Standard)

    def is_in(self, text: str) -> bool:
        """Tell whether any of the words stands in a text."""
        for one, _, end in self._scan.find_matches_as_indexes(text, overlapping=True):
            if self._open[one] or end == len(text) or not (text[end].isalnum() or text[end] == "_"):
                return True
        return False
