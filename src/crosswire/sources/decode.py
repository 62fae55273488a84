"""Bytes to text: by byte order mark, by what the page declares, by its bytes."""

import codecs
import re

from crosswire.sources.mojibake import mend

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
# Browsers read these names as their Windows superset (WHATWG Encoding, section 4.2).
_AS_WINDOWS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
# Enough bytes for a sound guess; charset_normalizer is slow on megabytes.
_GUESS_BYTES = 32_768


def decode(data: bytes, *, declared: bool = False) -> str:
    """
    Decode a file's bytes; never fails, and never lets a lone surrogate or twice encoded letters through.

    `declared` also trusts a charset named in the first 2,048 bytes, as HTML and XML do.

    >>> decode("Gespräche".encode("utf-16"))
    'Gespräche'
    """
    return mend(_decode(data, declared))


def _decode(data: bytes, declared: bool) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    match = _DECLARED.search(data[:2_048]) if declared else None
    return _decode_as(data, match[1].decode("ascii")) if match else _decode_guessed(data)


def scrub(text: str) -> str:
    r"""
    Join surrogate pairs and replace lone surrogates, which JSON may spell and UTF-8 cannot hold; mend garbled letters.

    >>> scrub("a\ud83d\ude00b\ud800")
    'a😀b�'
    """
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return mend(text)


def _wide(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark by its zero bytes, all on one side."""
    head = data[:512]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half < 4:
        return None
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.1 else None


def _decode_as(data: bytes, name: str) -> str:
    name = _AS_WINDOWS.get(name.lower(), name)
    try:
        if codecs.lookup(name)._is_text_encoding and "utf-16" not in name.lower():
            return data.decode(name, "replace")
    except (LookupError, UnicodeError, ValueError):
        pass
    # The page is not what it says: UTF-8 with a few broken bytes is the common case.
    return _decode_guessed(data)


def _decode_guessed(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if broken * 50 < high:
        return text
    # Few bytes outside ASCII: a Western text, and too little for a guesser, which reads a lone accent as Arabic.
    if high * 10 < len(data):
        return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    guess = from_bytes(data[:_GUESS_BYTES], cp_exclusion=["utf_7"]).best()
    return data.decode(guess.encoding if guess else "cp1252", "replace")
