"""Lines that belong to the web page and not to what it says, and lines that announce speech."""

from __future__ import annotations

import re

_LINES = re.compile(
    r"""(?ix) ^\W* (?:
      view \s .{0,40}? profile | (?:see|read|more\sabout) \s .{0,40}? (?:profile|story|interview)
    | (?:date\s)? (?:last\s(?:updated|reviewed|modified)|review\sdate|date\spublished|published
        |updated|publication\sdate|next\sreview|reviewed) (?:\s(?:on|in|due))? \W*
        (?:[\w\s,./-]{0,30}\d{4}
        | (?:\d{1,2}\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)?
    | (?:(?:(?:show|hide|view|read)\s)? (?:text\s(?:version|only)|transcript) | print \s transcript)
        (?: [\s|/·-]+ (?:(?:(?:show|hide|view|read)\s)? (?:text\s(?:version|only)|transcript)
            |print\s(?:transcript)?))*
    | (?:age\sat\s(?:interview|diagnosis)|gender|sex|âge|sexe) \s*:?\s .{1,40}
    | print | transcription | transcript
    | (?:audio|video|text) (?:\s?(?:&|and)\s?(?:audio|video))? (?:\s?only)?
    | read \s (?:more|below|less)
    | (?:watch|listen|play|pause|download|embed|share|tweet|email|print)
        (?:\s(?:the|this|to|on)\s.{0,30}|\s(?:video|audio|clip|page))*
    | (?:back|return) \s to \s .{0,30} | (?:scroll\sto\s)?top | skip \s to \s .{0,30}
    | (?:previous|next) (?:\s(?:topic|page))? | menu | search | home | close | loading\.{0,3}
    | (?:copyright|©) .{0,80} | all \s rights \s reserved
    | (?:voir|lire|masquer|afficher)
        \s (?:(?:le|la)\s(?:profil|témoignage|transcription|récit).{0,40}|plus|la\ssuite)
    | haut \s de \s page
    | (?:dernière\smise\sà\sjour|date\sde\srévision|mis\sà\sjour\sle|révisé\sle)
        \W* [\w\s,./-]{0,30}
    ) \W* $"""
)
_JUMP = re.compile(
    r"(?i)\b(?:jump to (?:one of |any of )?(?:the |these )?(?:following )?"
    r"(?:sections?|topics?|headings?)"
    r"|(?:following|these) sections?\s*:|on this page\s*:?\s*$"
    r"|in this (?:section|page|topic)\s*:?\s*$"
    r"|passer (?:directement )?aux? sections?|sections suivantes|sur cette page\s*:?\s*$"
    r"|table of contents|jump to\s*:|go (?:straight |directly )?to\s*:)"
)
_FACT = re.compile(
    r"(?i)^(?:age at (?:interview|diagnosis|onset)|âge (?:à|lors de) .{0,20}|sex|sexe|gender|genre"
    r"|age|âge|brief outline|background|outline|ethnicity|occupation|marital status|children"
    r"|number of children|diagnosis|year of diagnosis|format|recorded"
    r"|interview(?:ed)? (?:date|number|on)|location|role|rôle)\s*:"
    r"|^(?:age at (?:interview|diagnosis)|gender|sex|sexe)\s.{1,40}$"
)
_SPEECH_FOLLOWS = re.compile(
    r"(?i)^\W*(?:(?:(?:show|hide|view|read)\s)?(?:text version|transcript(?:ion)?)|print transcript"
    r"|text only|read below|afficher le texte|imprimer|transcription|[\s|/·-])+$"
)
_PROFILE = re.compile(
    r"(?i)^\W*(?:(?:view|see|read|voir|lire)\s.{0,40}?(?:profile?|story|témoignage)\b.{0,20}"
    r"|(?:hide|close|masquer|fermer) (?:the |la |le )?"
    r"(?:transcript|text|transcription|texte).{0,20})$"
)
_TEASER = re.compile(
    r"\s*(?:\[\s?(?:…|\.\.\.)\s?\]|\(\s?(?:…|\.\.\.)\s?\))\s*(?:Read more|Lire la suite)?\W*$"
)


def is_furniture(line: str) -> bool:
    """Whether a block is a link, a date or a button of the page."""
    return len(line) < 120 and _LINES.match(line) is not None


def is_jump_list(line: str) -> bool:
    """Whether a block announces a list of the page's sections."""
    return len(line) < 160 and _JUMP.search(line) is not None


def is_fact(line: str) -> bool:
    """Whether a block states a fact of a profile ("Age at interview: 46")."""
    return len(line) < 600 and _FACT.match(line) is not None


def announces_speech(line: str) -> bool:
    """Whether the words after a block are a participant's ("Transcript", "SHOW TEXT VERSION")."""
    return len(line) < 60 and _SPEECH_FOLLOWS.match(line) is not None


def ends_speech(line: str) -> bool:
    """Whether a block closes a participant's words ("View profile")."""
    return len(line) < 80 and _PROFILE.match(line) is not None


def without_teaser(text: str) -> str:
    """`text` without the mark with which a page shortens a quote ("[…]")."""
    return _TEASER.sub("", text)
