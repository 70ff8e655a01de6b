"""A cue: the words that say somebody is speaking, and what they tell of who it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from partnerqa.corpus.name import Name
from partnerqa.corpus.person import Generic
from partnerqa.records import Span


@dataclass(frozen=True, slots=True)
class Cue:
    """Who is said to be speaking: people by name, or a pronoun, or somebody unnamed.

    `rule` names the rule that found the cue, `evidence` is the stretch of text that it read, and
    `confidence` the estimated chance, 0 to 1, that it names the right person. `people` are in the
    order of the text; `pronoun` is in lower case. `unnamed` tells of the noun phrase that stands
    for the speaker, alone ("another caregiver") or beside a name ("the nurse, Ana,").
    """

    rule: str
    evidence: Span
    confidence: float
    people: tuple[Name, ...] = ()
    pronoun: str | None = None
    unnamed: Generic | None = None

    def moved(self, by: int) -> Cue:
        """The same cue `by` characters further on in the text."""
        return replace(
            self,
            evidence=Span(self.evidence.start + by, self.evidence.end + by),
            people=tuple(name.moved(by) for name in self.people),
            unnamed=self.unnamed.moved(by) if self.unnamed else None,
        )

    @property
    def takes_part(self) -> bool:
        """Whether the words are a participant's at all, and not an interviewer's or a sign's."""
        return self.unnamed is None or self.unnamed.takes_part
