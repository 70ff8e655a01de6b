"""What a message means after what was said before: a list of small named rules, first come.

Each rule looks at the message and the thread, and gives an Understanding or None. They are in the
order in which they are tried; the last one, `stand_alone`, always answers. No rule writes text of
its own: what is searched and shown are the asker's words, joined by fixed marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from partnerqa.conversation.background import Background
from partnerqa.conversation.dependence import (
    ENOUGH,
    content_words,
    points_back,
    points_firmly,
    said_before_pointing,
    spaced,
    stands_alone,
)
from partnerqa.conversation.heading import unframed
from partnerqa.conversation.lifting import lifted, only_widens
from partnerqa.conversation.meaning import (
    alone,
    filtered,
    leaning,
    narrowed,
    voices,
    widened,
    without_people,
)
from partnerqa.conversation.pattern import phrases, plain
from partnerqa.conversation.pointer import asked_again, person_meant, pointed_at
from partnerqa.conversation.reference import points_beyond
from partnerqa.conversation.said import DOT, Said, cleared, found_in, said_in
from partnerqa.conversation.understanding import NOT_SHOWN, Thread, Understanding
from partnerqa.conversation.unwanted import Unwanted, unwanted_in, who_in
from partnerqa.records import Filters

NOT = re.compile(r"\b(?:not|instead of|rather than|pas|plutot que)\b")
INSTEAD = re.compile(
    r"(?:(?:no|non|and|but|et|mais)[ ,]+)*(?:not|pas) ([^,]+), *(?:but |mais |plutot )?([^,]+)$"
)
RELATED = 0.07
"""From here on a scrap of a message belongs to its thread (-1 to 1). Of invented scraps 0.65 reach
it after a thread that they belong to, and 0.13 after another."""
FARTHER = 0.12
"""How much nearer the thread must be for each telling word beyond the third."""
CLOSE = 0.15
"""From here on even a whole question does, if it says little (-1 to 1). Of invented ones 0.48 reach
it after a thread that they belong to, and none after another."""

Rule = Callable[[Said], Understanding | None]


def understand(message: str, thread: Thread, background: Background) -> Understanding:
    """What `message` means in `thread`."""
    said = said_in(background.mended(message), thread, background)
    rules = RULES if thread.last is not None else OPENING_RULES
    return next(found for rule in rules if (found := rule(said)) is not None)


# --- rules -----------------------------------------------------------------------------------


def as_typed(said: Said) -> Understanding | None:
    """The message before, and nothing else: "No, just what I typed", "forget Grace, as typed"."""
    asked = [found_in("as-typed", clause) for clause in said.clauses]
    parts = zip(said.clauses, asked, strict=True)
    only = all(is_one or found_in("as-typed-beside", clause) for clause, is_one in parts)
    wanted = any(asked) and only and said.thread.typed
    return alone(said.thread.typed, "as typed") if wanted else None


def small_talk(said: Said) -> Understanding | None:
    """Thanks, greetings, yes and no: not a question at all, nor is "new question", with none."""
    rest = spaced(said.message) if said.bare else ""
    for pattern in phrases("small-talk"):
        rest = pattern.sub(" ", rest)
    if rest.strip():
        return None
    return Understanding("small-talk", "small talk", said.message)


def suggested(said: Said) -> Understanding | None:
    """A question that we offered: it asks for a heading, whatever words stand in that."""
    message = said.message
    heading = said.cast.topics.get(spaced(message), "")
    is_heading = heading.endswith("?") and message.endswith("?")
    return alone(message, "suggested") if unframed(message) or is_heading else None


def new_subject(said: Said) -> Understanding | None:
    """Said outright: "different topic: parking", "changeons de sujet, la relève"."""
    is_new = any(pattern.search(plain(said.message)) for pattern in phrases("new-subject"))
    return stand_alone(said) if is_new and content_words(said.bare) else None


def correction(said: Said) -> Understanding | None:
    """What was meant instead: "No, I meant the patients", "sorry, Zoë not Grace"."""
    rest = said.message.lstrip("* ") if said.message.startswith("*") else said.after("correction")
    if rest is None or not rest.strip() or said.matches("correction-not"):
        return put_right(said)
    wanted = NOT.split(cleared("correction-beside", plain(rest)))[0].strip(" ,.!")
    narrowing = said.cast.narrowing(wanted) or only_named(said, wanted)
    if narrowing:
        return narrowed(said, narrowing, "correction")
    if content_words(wanted) and (said.matches("correction-meant") or not is_whole(said, rest)):
        return corrected(said, wanted)
    return None


def corrected(said: Said, wanted: str) -> Understanding:
    """`wanted`, asked in place of the last question if that held a single word, else beside it."""
    meant = as_spelled(said, wanted)
    if len(content_words(said.subject)) < 2:
        return alone(meant, "correction")
    return leaning(said, meant, "correction", leaning_on=())


def put_right(said: Said) -> Understanding | None:
    """One thing for another, without a word for it: "patients, not carers", "words not wards"."""
    parts = NOT.split(cleared("correction-beside", said.core), maxsplit=1)
    if len(parts) < 2 or not content_words(parts[0]):
        return None
    wanted, other = (part.strip(" ,.!") for part in parts)
    narrowing = said.cast.narrowing(wanted)
    if narrowing and who_in(said, other):
        return narrowed(said, narrowing, "correction")
    meant = set(content_words(other))
    if meant and meant <= set(content_words(said.subject)):
        return corrected(said, wanted)
    return None


def others_instead(said: Said) -> Understanding | None:
    """Others in place of some: "not her, the doctors", "pas lui, les patients".

    Two names may both be unwanted ("not Gwen, Kofi"), so names stand in for a pronoun alone.
    """
    match = INSTEAD.match(said.core)
    if match is None:
        return None
    other, wanted = (part.strip(" .!?") for part in match.groups())
    narrowing = said.cast.narrowing(wanted)
    is_other = narrowing and (narrowing.roles or not said.cast.narrowing(other))
    if narrowing and is_other and who_in(said, other):
        return narrowed(said, narrowing, "correction")
    return None


def is_whole(said: Said, rest: str) -> bool:
    """Whether the message, or what follows its first words, is a question by itself."""
    return stands_alone(said.message) or stands_alone(rest)


def only_named(said: Said, wanted: str) -> Filters | None:
    """The people whom a correction names, if it says nothing else: "the other Dave. Dave X"."""
    names = said.cast.mentioned(said.message)
    own = set(content_words(wanted)) - set(content_words(" ".join(names)))
    return Filters(speakers=names) if names and content_words(wanted) and not own else None


def as_spelled(said: Said, line: str) -> str:
    """The plain `line` as it stands in the message, if it does."""
    wanted, words = spaced(line), list(re.finditer(r"[\w'’-]+", said.message))
    for place, first in enumerate(words):
        for last in words[place:]:
            part = said.message[first.start() : last.end()]
            if not wanted.startswith(spaced(part)):
                break
            if spaced(part) == wanted:
                return part
    return line


def widen_said(said: Said) -> Understanding | None:
    """A filter is taken off: "take the filter off", "not just Winnie", "back to everyone"."""
    left = lifted(said)
    return None if left is None else widened(said, left)


def widen(said: Said) -> Understanding | None:
    """All people again, in other words: "all of them please"."""
    return widened(said, Filters()) if only_widens(said) else None


def narrow(said: Said) -> Understanding | None:
    """Other people or another language: "And the clinicians?", "seulement en français"."""
    for name, code in (("narrow-french", "fr"), ("narrow-english", "en")):
        if said.matches(name):
            return narrowed(said, Filters(languages=(code,)), "narrow")
    narrowing = said.cast.narrowing(bare_names(said))
    return narrowed(said, narrowing, "narrow") if narrowing else None


def those_asked(said: Said) -> Understanding | None:
    """Somebody is asked for at the outset, and about nothing: "only researchers", "Gwen?".

    A bare "doctors" may as well ask what is said about them, so it is no filter.
    """
    rest = bare_names(said)
    narrowing = said.cast.narrowing(rest)
    if narrowing is None or (narrowing.roles and spaced(rest) == spaced(said.bare)):
        return None
    return voices(said, said.without_politeness(), narrowing)


def bare_names(said: Said) -> str:
    """The message without the words that ask for somebody: "only the researchers please"."""
    rest = said.core
    for pattern in phrases("narrow-after"):
        rest = pattern.sub("", rest)
    for pattern in phrases("narrow-before"):
        rest = pattern.sub("", rest, count=1)
    return rest


def exclude(said: Said) -> Understanding | None:
    """Some people are not wanted: "Anybody besides Karen?", "who else?"."""
    if said.matches("exclude-unheard"):
        return without_people(said.last, said, said.speakers_of(said.thread.earlier))
    if said.matches("exclude-shown"):
        return without_people(said.last, said, said.speakers_of(said.thread.shown))
    unwanted = unwanted_in(said)
    return excluded(said, unwanted, question_without(said, unwanted)) if unwanted else None


def exclude_at_once(said: Said) -> Understanding | None:
    """Somebody is left out at the outset: "who felt heard, apart from Gwen?".

    Roles are not: "I trust nurses but not doctors" says what the question is about.
    """
    unwanted = unwanted_in(said)
    if not unwanted or unwanted.who.roles or not unwanted.asks:
        return None
    question = stand_alone(said_before(said, unwanted))
    return replace(excluded(said, unwanted, question), kind="stand-alone")


def question_without(said: Said, unwanted: Unwanted) -> Understanding:
    """What is asked of all but some: what the message says before it names them, or the last."""
    if not unwanted.asks:
        return said.last
    before = said_before(said, unwanted)
    return lean(before) or stand_alone(before)


def said_before(said: Said, unwanted: Unwanted) -> Said:
    """The message up to where it says who is left out."""
    return said_in(as_spelled(said, unwanted.before), said.thread, said.background)


def excluded(said: Said, unwanted: Unwanted, question: Understanding) -> Understanding:
    """`question` without some people or roles."""
    names = unwanted.who.speakers
    ids = tuple(dict.fromkeys((*said.cast.ids(names), *names)))
    people = tuple(one for one in ids if one in said.cast.people)
    return without_people(question, said, people, unwanted.who.roles)


def like_shown(said: Said) -> Understanding | None:
    """Others like a shown quote: "More like the second one", "more like what Seun said"."""
    quote = pointed_at(said) if said.matches("like-shown") else None
    if quote is None:
        return None
    return replace(
        said.last,
        kind="reference",
        rule="more like a shown quote",
        shown_as=said.asked(said.last) + DOT + said.note("like", places_of(said, (quote,))),
        filters=Filters(),
        again=(),
        like=quote,
    )


def said_more(said: Said) -> Understanding | None:
    """More by one person: "Was that all she said?", "what else has Winnie got to say"."""
    if not (said.matches("said-more") and said.matches("said-more-needs")):
        return None
    names = said.cast.mentioned(said.message)
    speaker = names[0] if names else person_meant(said)
    if speaker is None:
        return None
    own = set(content_words(said.message)) - set(content_words(speaker))
    narrowing = Filters(speakers=(speaker,))
    if len(own) > 1:
        return leaning(said, said.message, "said more", narrowing=narrowing)
    return narrowed(said, narrowing, "said more", kind="follow-up")


def shown_again(said: Said) -> Understanding | None:
    """A shown quote once more: "The second one", "what Claire said", "the biscuits one"."""
    names = said.cast.mentioned(said.message)
    is_back = said.matches("shown-again") or said.matches("again")
    by_name = said.shown_by(names) if names and is_back else ()
    again = by_name or asked_again(said)
    if not again:
        return None
    return replace(
        said.last,
        kind="reference",
        rule="shown again",
        shown_as=said.last.shown_as + DOT + said.note("again", places_of(said, again)),
        filters=Filters(speakers=names) if by_name else said.last.filters,
        again=again,
        like=None,
    )


def not_shown(said: Said) -> Understanding | None:
    """A place at which no quote was shown: "the fifth one", where there were three."""
    aim = cleared("like-shown", cleared("again", said.core)).strip(" ,.!?;:")
    is_place = len(content_words(aim)) < 2 and points_beyond(said.core, said.thread.shown)
    if not (is_place and said.thread.shown):
        return None
    return replace(said.last, kind="reference", rule=NOT_SHOWN, shown_as=said.message, again=())


def places_of(said: Said, quotes: tuple[str, ...]) -> str:
    """The places of shown quotes: in the last answer, or among all that are looked back at."""
    shown = said.thread.shown if set(quotes) <= set(said.thread.shown) else said.thread.earlier
    return ", ".join(str(shown.index(one) + 1) for one in quotes)


def more(said: Said) -> Understanding | None:
    """The same question, further quotes: "More", "another one", "anything else?", "encore"."""
    if not said.matches("more"):
        return None
    mark = said.note("more")
    subject = said.last.shown_as.removesuffix(DOT + mark)
    return replace(
        said.last,
        kind="follow-up",
        rule="more",
        shown_as=subject + DOT + mark,
        leaning=said.thread.shown,
        again=(),
    )


def narrowing_itself(said: Said) -> Understanding | None:
    """It says who is asked: "what did Tomasz say about that?", "Siobhán - why she joined"."""
    found = said.stated()
    if not found.filters:
        return None
    if said.matches("who-is"):
        return voices(said, said.without_politeness(), found.filters)
    if not content_words(found.rest):
        return narrowed(said, found.filters, "narrow")
    if points_back(without_person(found.rest)):
        return leaning(said, said.message, "lean", narrowing=found.filters)
    return filtered(said, found, "stand alone")


def without_person(rest: str) -> str:
    """What is left of a message without the words for those whom it names itself."""
    return cleared("pointing-people", cleared("pointing-person", spaced(rest)))


def lean(said: Said) -> Understanding | None:
    """It leans on what was said before: "How come?", "how was it put right?", "travel costs"."""
    is_alone = is_whole_here(said) if stands_alone(said.message) else is_elsewhere(said)
    if is_alone:
        return None
    person = person_meant(said) if said.matches("pointing-person") else None
    narrowing = Filters(speakers=(person,)) if person else Filters()
    meant = leaning(said, said.message, "lean", narrowing=narrowing)
    if said.matches("anybody") and not person:
        return replace(meant, filters=replace(meant.filters, speakers=()))
    return meant


def is_whole_here(said: Said) -> bool:
    """Whether a message that could stand alone does: "How did people prepare?" is of its thread."""
    if said.matches("says-about") or len(content_words(said.bare)) >= ENOUGH:
        return True
    return said.background.related(said.message, said.subject) < CLOSE


def is_elsewhere(said: Said) -> bool:
    """Whether the message has a subject of its own, which is not the thread's.

    A word that points back binds a message that says little besides. If it says more, the word may
    stand for what the message itself says ("how does it feel to see your name in print"), or for
    those who run research ("will they pay my train"), and the more it says, the nearer the thread
    must be for it to lean.
    """
    own, before = len(content_words(said.bare)), said_before_pointing(said.message)
    if not own or said.matches("in-addition") or said.matches("pointing-person"):
        return False
    if before is not None and (own < ENOUGH or points_firmly(said.message)):
        return False
    least = RELATED + FARTHER * max(own - ENOUGH, 0)
    return said.background.related(said.message, said.subject) < least


def stand_alone(said: Said) -> Understanding:
    """Everything else says by itself what it asks, and carries nothing over."""
    message = said.without_politeness()
    found = said.stated()
    if found.filters and content_words(found.rest):
        return filtered(said, found, "stand alone")
    if found.filters:
        return voices(said, message, found.filters)
    return alone(message, "stand alone")


OPENING_RULES: tuple[Rule, ...] = (
    small_talk,
    suggested,
    exclude_at_once,
    those_asked,
    stand_alone,
)
RULES: tuple[Rule, ...] = (
    as_typed,
    small_talk,
    suggested,
    new_subject,
    widen_said,
    others_instead,
    exclude,
    widen,
    correction,
    like_shown,
    said_more,
    not_shown,
    narrow,
    shown_again,
    more,
    narrowing_itself,
    lean,
    stand_alone,
)
