"""Letters that were read in the wrong encoding and stored so: "itâ€™s" for "it’s", "cafÃ©" for "café"."""

import re

# What the bytes 0x80 to 0xBF are in the Windows encoding, or where it has none, in Latin-1.
_TAIL = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_BYTE = {character: byte for byte, character in enumerate(_TAIL, 0x80)}
# After "Ã" a quotation mark or a dash may stand in its own right, as in a name in capitals.
_LETTER = "".join(one for one in _TAIL if one not in "‘’“”–— ")
# "â€" and the mark that should follow: some programs parted the two by a blank, or lost the closing mark's last byte.
_SPLIT = re.compile(
    f"â€(?:[ \u00a0]?([{re.escape(_TAIL[0x10:])}])(?:(?<=[ \u00a0]™) (?=(?:s|t|re|ve|ll|d|m)\\b))?"
    "|[ \u00a0]?\ufffd|(?=[\\s.,;:!?)])|$)"
)
_APART = re.compile(r"(?<=\w) (?=’(?:s|t|re|ve|ll|d|m)\b)|(?<=[,.?!]) (?=”)")
_THREE = re.compile(f"[âï][{re.escape(_TAIL)}\x80-\x9f]{{2}}")
_TWO = re.compile(f"Ã[{re.escape(_LETTER)}]|Â[\u00a0-\u00bf]")
# What stands in every text that needs mending.
_SIGNS = ("â€", "Ã", "Â", "â\x80", "â‚", "ï»")


def mend(text: str) -> str:
    """
    Return a text with letters that were read in the wrong encoding set right.

    ftfy does more, but takes a second for a megabyte with curly quotes in it, and leaves "â€ ™" as it is.

    >>> mend("Itâ€™s â€œopenâ€ � in the cafÃ©"), mend("Oriaâ€ ™ s port"), mend("“AMANHÔ – Âge")
    ('It’s “open” in the café', 'Oria’s port', '“AMANHÔ – Âge')
    """
    if text.isascii() or not any(sign in text for sign in _SIGNS):
        return text
    text = _SPLIT.sub(lambda found: _read(f"â€{found[1]}") if found[1] else "”", text)
    text = _APART.sub("", text)
    text = _THREE.sub(lambda found: _read(found[0]), text)
    return _TWO.sub(lambda found: _read(found[0]), text)


def _read(garbled: str) -> str:
    """Return what some characters mean as the bytes they were; themselves where they mean nothing."""
    written = bytes(_BYTE.get(one) or ord(one) for one in garbled)
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return garbled
