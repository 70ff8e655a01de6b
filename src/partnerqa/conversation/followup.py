"""What a message means after what was said before: a list of small named rules, first come.

Each rule looks at the message and the thread, and gives an Understanding or None. They are in the
order in which they are tried; the last one, `stand_alone`, always answers. No rule writes text of
its own: what is searched and shown are the asker's words, joined by fixed marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from partnerqa.conversation.cast import Cast
from partnerqa.conversation.dependence import (
    content_words,
    points_back,
    spaced,
    stands_alone,
    without_politeness,
)
from partnerqa.conversation.heading import unframed
from partnerqa.conversation.language import Language, language_of
from partnerqa.conversation.pattern import phrases, plain
from partnerqa.conversation.people import named
from partnerqa.conversation.reference import shown_at
from partnerqa.conversation.role import role_words
from partnerqa.conversation.stated import Stated, stated
from partnerqa.conversation.understanding import Thread, Understanding
from partnerqa.records import ROLES, Filters, Quote

WINDOW = 6  # questions read back; what older ones meant no longer bears on the next
DOT = " · "

NOTES: dict[Language, dict[str, str]] = {
    "en": {
        "about": "about: {}",
        "more": "more",
        "again": "quote {} again",
        "like": "more like quote {}",
        "except": "anybody but {}",
        "only": "only {}",
        "everyone": "everyone",
    },
    "fr": {
        "about": "à propos de : {}",
        "more": "encore",
        "again": "citation {} à nouveau",
        "like": "d’autres comme la citation {}",
        "except": "toute autre personne que {}",
        "only": "seulement {}",
        "everyone": "tout le monde",
    },
}


@dataclass(frozen=True, slots=True)
class Said:
    """A message with all that a rule may want to know of it."""

    message: str
    bare: str  # in plain letters, thanks and sighs left out
    thread: Thread
    cast: Cast
    quote: Callable[[str], Quote]  # a shown quote, by its id

    def matches(self, name: str) -> bool:
        """Whether one of the patterns called `name` is found in the message."""
        return any(pattern.search(self.bare) for pattern in phrases(name))

    def after(self, name: str) -> str | None:
        """What follows the first of the patterns called `name` that is found in the message."""
        found = (pattern.search(self.bare) for pattern in phrases(name))
        return next((self.bare[match.end() :] for match in found if match), None)

    def without_politeness(self) -> str:
        """The message as typed, without the thanks and sighs that it begins with."""
        wanted = spaced(self.bare)
        starts = (match.start() for match in re.finditer(r"\b\w", self.message))
        rests = (self.message[start:] for start in starts)
        return next((rest for rest in rests if spaced(rest) == wanted), self.message)

    @property
    def last(self) -> Understanding:
        """How the latest question was understood; rules are tried in a thread only."""
        if self.thread.last is None:
            raise LookupError("a rule for follow-ups was tried without a thread")
        return self.thread.last

    def note(self, name: str, *values: str) -> str:
        """A fixed mark in the language of the thread."""
        language = language_of(self.message + " " + self.thread.typed)
        return NOTES[language][name].format(*values)

    def only(self, filters: Filters) -> str:
        """The fixed mark that says whom alone is asked."""
        language = language_of(self.message + " " + self.thread.typed)
        return NOTES[language]["only"].format(named(filters, language))

    def stated(self) -> Stated:
        """The filters that the message itself states, and the rest of it."""
        return stated(self.without_politeness(), self.cast)

    def shown_speaker(self) -> str | None:
        """The id of the person last singled out, else of the first one who was shown."""
        if len(self.last.filters.speakers) == 1:
            ids = self.cast.ids(self.last.filters.speakers) or self.last.filters.speakers
            return ids[0]
        said = (self.quote(quote).attribution.speaker_id for quote in self.thread.shown)
        return next((speaker for speaker in said if speaker), None)

    def shown_by(self, names: Sequence[str]) -> tuple[str, ...]:
        """The shown quotes of the people called by one of `names`."""
        ids = set(self.cast.ids(names))
        return tuple(
            quote for quote in self.thread.shown if self.quote(quote).attribution.speaker_id in ids
        )


Rule = Callable[[Said], Understanding | None]


def understand(
    message: str, thread: Thread, cast: Cast, quote: Callable[[str], Quote]
) -> Understanding:
    """What `message` means in `thread`."""
    bare = without_politeness(" ".join(plain(message).split()))
    said = Said(message.strip(), bare, thread, cast, quote)
    rules = RULES if thread.last is not None else OPENING_RULES
    return next(found for rule in rules if (found := rule(said)) is not None)


# --- rules -----------------------------------------------------------------------------------


def as_typed(said: Said) -> Understanding | None:
    """The message before, and nothing else: "No, just what I typed"."""
    wanted = said.matches("as-typed") and said.thread.typed
    return alone(said.thread.typed, "as typed") if wanted else None


def small_talk(said: Said) -> Understanding | None:
    """Thanks, greetings, yes and no: not a question at all."""
    rest = spaced(said.message)
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
    rest = said.after("correction")
    if rest is None or not rest.strip():
        return None
    wanted = re.split(r"\b(?:not|instead of|rather than|pas|plutot que)\b", rest)[0]
    narrowing = said.cast.narrowing(wanted)
    if narrowing:
        return narrowed(said, narrowing, "correction")
    if content_words(rest) and not stands_alone(said.message):
        words = said.message.split(",", 1)[-1].strip()
        return leaning(said, words, "correction", leaning_on=())
    return None


def widen_said(said: Said) -> Understanding | None:
    """A filter is taken off: "take the filter off", "not just Winnie", "back to everyone"."""
    return widened(said) if said.matches("widen") else None


def widen(said: Said) -> Understanding | None:
    """All people again, in other words: "all of them please"."""
    if not only_widens(said):
        return None
    return widened(said)


def widened(said: Said) -> Understanding:
    """The last question again, asked of all."""
    shown = said.last.subject or said.last.text
    return replace(
        said.last,
        kind="filter",
        rule="widen",
        filters=Filters(),
        without=(),
        again=(),
        like=None,
        shown_as=shown + DOT + said.note("everyone"),
    )


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
    rest = said.bare
    for pattern in phrases("narrow-after"):
        rest = pattern.sub("", rest)
    for pattern in phrases("narrow-before"):
        rest = pattern.sub("", rest, count=1)
    return rest


def exclude(said: Said) -> Understanding | None:
    """Some people are not wanted: "Anybody besides Karen?", "who else?"."""
    if said.matches("exclude-shown"):
        return without_people(said.last, said, speakers_of(said, said.thread.shown))
    parts = (pattern.search(said.bare) for pattern in phrases("exclude"))
    for found in filter(None, parts):
        unwanted = not_wanted(said, said.bare[found.end() :])
        if unwanted:
            return excluded(said, unwanted, said.bare[: found.start()])
    return None


def like_shown(said: Said) -> Understanding | None:
    """Others like a shown quote: "More like the second one", "more like what Seun said"."""
    quote = pointed_at(said) if said.matches("like-shown") else None
    if quote is None:
        return None
    place = str(said.thread.shown.index(quote) + 1)
    return replace(
        said.last,
        kind="reference",
        rule="more like a shown quote",
        shown_as=(said.last.subject or said.last.text) + DOT + said.note("like", place),
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
    again = said.shown_by(names) if names and said.matches("shown-again") else ()
    by_name = bool(again)
    if not again and len(content_words(said.message)) <= 2:
        place = shown_at(said.bare, said.thread.shown)
        again = (place,) if place else about(said)
    if not again:
        return None
    places = (said.thread.shown.index(one) + 1 for one in again if one in said.thread.shown)
    return replace(
        said.last,
        kind="reference",
        rule="shown again",
        shown_as=said.last.shown_as + DOT + said.note("again", ", ".join(map(str, places))),
        filters=Filters(speakers=names) if by_name else said.last.filters,
        again=again,
        like=None,
    )


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
    if not content_words(found.rest):
        return narrowed(said, found.filters, "narrow")
    if points_back(without_person(found.rest)):
        return leaning(said, said.message, "lean", narrowing=found.filters)
    return filtered(said, found, "stand alone")


def lean(said: Said) -> Understanding | None:
    """It leans on what was said before: "How come?", "how was it put right?", "travel costs"."""
    if stands_alone(said.message):
        return None
    person = person_meant(said) if said.matches("pointing-person") else None
    narrowing = Filters(speakers=(person,)) if person else Filters()
    return leaning(said, said.message, "lean", narrowing=narrowing)


def stand_alone(said: Said) -> Understanding:
    """Everything else says by itself what it asks, and carries nothing over."""
    message = said.without_politeness()
    found = said.stated()
    if found.filters and content_words(found.rest):
        return filtered(said, found, "stand alone")
    if found.filters:
        return voices(said, message, found.filters)
    return alone(message, "stand alone")


OPENING_RULES: tuple[Rule, ...] = (small_talk, suggested, those_asked, stand_alone)
RULES: tuple[Rule, ...] = (
    as_typed,
    small_talk,
    suggested,
    new_subject,
    widen_said,
    exclude,
    widen,
    correction,
    like_shown,
    said_more,
    narrow,
    shown_again,
    more,
    narrowing_itself,
    lean,
    stand_alone,
)

# --- what rules are made of ------------------------------------------------------------------


def alone(message: str, rule: str) -> Understanding:
    """`message` word for word; a suggestion of ours asks for the heading in it."""
    text = unframed(message) or message
    return Understanding("stand-alone", rule, message, text=text, subject=text)


def filtered(said: Said, found: Stated, rule: str) -> Understanding:
    """What is left of a message that narrows itself, asked with its filters only."""
    return Understanding(
        "stand-alone",
        rule,
        found.rest + DOT + said.only(found.filters),
        text=found.searched,
        subject=found.rest,
        filters=found.filters,
    )


def voices(said: Said, message: str, filters: Filters) -> Understanding:
    """Somebody is asked for, and about nothing: "What did Claire say?", "only researchers"."""
    shown_as = message + DOT + said.only(filters)
    return Understanding(
        "stand-alone", "voices", shown_as, message, message, filters, everything=True
    )


def leaning(
    said: Said,
    message: str,
    rule: str,
    *,
    narrowing: Filters | None = None,
    leaning_on: tuple[str, ...] | None = None,
) -> Understanding:
    """`message`, leaning on the thread's subject and on the quotes that were shown last."""
    last = said.last
    subject = last.subject or last.text
    return Understanding(
        "follow-up",
        rule,
        message + DOT + said.note("about", subject),
        text=message,
        subject=subject,
        filters=merged(last.filters, narrowing or Filters()),
        without=last.without,
        carried=subject,
        leaning=said.thread.shown if leaning_on is None else leaning_on,
    )


def narrowed(said: Said, narrowing: Filters, rule: str, *, kind: str = "filter") -> Understanding:
    """The last question again, asked of others."""
    last = said.last
    filters = replace(
        merged(last.filters, narrowing),
        speakers=narrowing.speakers or (() if narrowing.roles else last.filters.speakers),
        roles=narrowing.roles or (() if narrowing.speakers else last.filters.roles),
    )
    return replace(
        last,
        kind="follow-up" if kind == "follow-up" else "filter",
        rule=rule,
        filters=filters,
        without=(),
        again=(),
        like=None,
        shown_as=(last.subject or last.text) + DOT + said.only(narrowing),
    )


def not_wanted(said: Said, rest: str) -> Filters | None:
    """The people or roles that `rest` names, or stands for: "besides her", "except them"."""
    if any(pattern.search(rest) for pattern in phrases("exclude-those")):
        return Filters(speakers=speakers_of(said, said.thread.shown))
    if any(pattern.search(rest) for pattern in phrases("exclude-one")):
        person = said.shown_speaker()
        return Filters(speakers=(person,)) if person else None
    return said.cast.narrowing(rest)


def excluded(said: Said, unwanted: Filters, before: str) -> Understanding:
    """The question in `before`, or else the last one, without some people or roles."""
    base = said.last
    if content_words(before):
        base = stand_alone(said) if stands_alone(before) else leaning(said, said.message, "exclude")
        base = replace(base, filters=Filters())
    if unwanted.roles:
        kept = tuple(role for role in ROLES if role not in unwanted.roles)
        return narrowed(replace_last(said, base), Filters(roles=kept), "exclude")
    ids = tuple(dict.fromkeys((*said.cast.ids(unwanted.speakers), *unwanted.speakers)))
    return without_people(base, said, tuple(one for one in ids if one in said.cast.people))


def replace_last(said: Said, base: Understanding) -> Said:
    """`said` as if `base` had been asked before it."""
    return replace(said, thread=replace(said.thread, last=base))


def speakers_of(said: Said, quotes: Sequence[str]) -> tuple[str, ...]:
    """The ids of the people who speak in `quotes`, as far as they are named."""
    heard = (said.quote(quote).attribution.speaker_id for quote in quotes)
    return tuple(dict.fromkeys(speaker for speaker in heard if speaker))


def without_people(base: Understanding, said: Said, ids: tuple[str, ...]) -> Understanding:
    """The question `base`, without the people with these ids."""
    names = ", ".join(said.cast.people[one].name for one in ids)
    held = base.filters.speakers
    kept = tuple(name for name in held if not set(said.cast.ids([name])) & set(ids))
    return replace(
        base,
        kind="follow-up",
        rule="exclude",
        filters=replace(base.filters, speakers=kept),
        without=tuple(dict.fromkeys((*base.without, *ids))),
        again=(),
        like=None,
        shown_as=(base.subject or base.text) + (DOT + said.note("except", names) if ids else ""),
    )


def without_person(rest: str) -> str:
    """What is left of a message without the words for those whom it names itself."""
    bare = spaced(rest)
    for pattern in (*phrases("pointing-person"), *phrases("pointing-people")):
        bare = pattern.sub(" ", bare)
    return bare


def only_widens(said: Said) -> bool:
    """Whether the message is a word such as "everyone", beside names and roles at most."""
    if not said.matches("widen-word") or points_back(said.message):
        return False
    named = content_words(" ".join((*said.cast.mentioned(said.message), *role_words())))
    return not set(content_words(said.message)) - {*named, "filter", "filters", "filtre"}


def pointed_at(said: Said) -> str | None:
    """The shown quote that the message points at: by place, by name, else the first one."""
    place = shown_at(re.split(r"\b(?:more|plus)\b", said.bare)[0].strip(" ,"), said.thread.shown)
    place = place or shown_at(said.bare, said.thread.shown)
    named = said.shown_by(said.cast.mentioned(said.message))
    if place or named:
        return place or named[0]
    return said.thread.shown[0] if said.thread.shown and said.matches("like-that") else None


def about(said: Said) -> tuple[str, ...]:
    """The shown quote that a message calls by words in it: "the biscuits one"."""
    rest = said.after("shown-about")
    if rest is None and not said.matches("shown-one"):
        return ()
    words = content_words(rest or said.bare)
    held = {one: content_words(said.quote(one).text) for one in said.thread.earlier}
    hits = {one: sum(word in text for word in words) for one, text in held.items()}
    best = max(hits, key=lambda one: hits[one], default=None)
    return (best,) if best is not None and hits[best] else ()


def person_meant(said: Said) -> str | None:
    """Whom "he" or "she" stands for: a shown quote's speaker, as a filter names them."""
    place = (
        next(iter(about(said)), None)
        or shown_at(said.bare, said.thread.shown)
        or shown_at(re.split(r"[,.]", plain(said.message))[0], said.thread.shown)
    )
    speaker = said.quote(place).attribution.speaker_id if place else said.shown_speaker()
    return said.cast.name_of(speaker) if speaker and speaker in said.cast.people else None


def merged(held: Filters, new: Filters) -> Filters:
    """`new` where it says something, else what held."""
    return Filters(
        speakers=new.speakers or held.speakers,
        roles=new.roles or held.roles,
        topics=new.topics or held.topics,
        languages=new.languages or held.languages,
    )
