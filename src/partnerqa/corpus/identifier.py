"""Ids made of content, so that they survive a rebuild and can be used as permalinks."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata

_BYTES = 10  # of the digest: whole groups of five, which hold the characters below
_LENGTH = 12  # base32 characters: 60 bits, so a collision among a million ids is below 1e-6


def identifier(*parts: str) -> str:
    """Twelve lowercase base32 characters of the SHA-256 of `parts`."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest[:_BYTES]).decode("ascii")[:_LENGTH].lower()


def slug(name: str) -> str:
    """`name` in lowercase ASCII letters, digits and hyphens ("Zoë D'Arcy" is "zoe-d-arcy")."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "speaker"


def speaker_id(module: str, name: str) -> str:
    """A readable id for `name` within `module`, such as `nkechi-3f2a`."""
    return f"{slug(name)}-{identifier(module, name)[:4]}"
