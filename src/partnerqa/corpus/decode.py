"""Bytes of a page to text: UTF-8 first, then a byte-order mark, then a guess."""

from __future__ import annotations

import codecs

from partnerqa.errors import CorpusError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536  # bytes that the guess looks at
_GUESSED = ("cp1252", "mac_roman")  # what pages in English and French are saved in besides UTF-8


def decode(data: bytes, path: str) -> str:
    """The text of `data`. `path` is named in the CorpusError for bytes that are not text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, path)
    if b"\x00" in data[:_SAMPLE]:
        raise CorpusError(
            path, 1, "is a binary file; expected text. Save the page as .txt or .html"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, path)


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message = f"starts as {encoding} but byte {error.start} is not. Save the page as UTF-8"
        raise CorpusError(path, line, message) from error


def _guess(data: bytes, path: str) -> str:
    # Imported here: nearly every page is UTF-8, and reading one should not pay for the guess.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_GUESSED)).best()
    for encoding in (best.encoding, *_GUESSED) if best else _GUESSED:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CorpusError(path, 1, "is in no encoding that we know. Save the page as UTF-8")
