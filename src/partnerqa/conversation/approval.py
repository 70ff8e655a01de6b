"""Emoji that stand for thanks, approval or a greeting, such as a raised thumb."""

from __future__ import annotations

SIGNS = frozenset(
    "👍👏🙏🙌👌🤝✌👋💪🤗😊🙂😀😃😄😁😆☺🥰😍😌🥲😢🥺🎉✨🌟⭐💯✅✔❤🧡💛💚💙💜🤎🖤🤍💖💗💕💐🌹🌸"
)
# Joiners, variation selectors and skin tones, which only change how a sign looks.
SHADES = frozenset("\u200d\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
MARKS = frozenset("!.,… ")


def is_approval(message: str) -> bool:
    """Whether `message` consists of such signs, with nothing but marks beside them."""
    letters = set(message.strip()) - SHADES - MARKS
    return bool(letters) and letters <= SIGNS
