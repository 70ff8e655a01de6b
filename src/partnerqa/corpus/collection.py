"""Files and folders to one collection: pages read module by module, with roster and corrections."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from partnerqa.corpus import coding, correction
from partnerqa.corpus.coding import Coding, coded, read_codings
from partnerqa.corpus.correction import Correction, corrected, read_corrections
from partnerqa.corpus.description import (
    SIGNPOSTS_FILE,
    Description,
    read_description,
    read_signposts_file,
)
from partnerqa.corpus.file import PageFile, load, page_files
from partnerqa.corpus.identifier import identifier
from partnerqa.corpus.layout import Layout
from partnerqa.corpus.name import Knowledge
from partnerqa.corpus.reading import ReadPage, Source, known_people, read_page
from partnerqa.corpus.roster import Roster, read_roster
from partnerqa.corpus.withdrawal import without_people
from partnerqa.errors import CorpusError
from partnerqa.records import Collection, Document, Fault, Quote, Role, Speaker

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, how much of it is done, and how much there is."""

_FRENCH = re.compile(
    r"(?i)(?<!\w)(?:le|la|les|des|et|que|qui|nous|pour|dans|est|une|avec|pas)(?!\w)"
)
_ENGLISH = re.compile(r"(?i)(?<!\w)(?:the|and|of|to|that|we|for|in|is|was|with|not|they|it)(?!\w)")


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read: the least confidence for a name to stand, and the largest page in megabytes."""

    name_confidence: float = 0.9
    max_page_megabytes: float = 20


@dataclass(slots=True)
class _Harvest:
    """What has been read so far.

    `seen` tells for the words of each page where they were met; `ids` are those of the quotes.
    """

    documents: list[Document] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Module:
    """A folder of pages in which one name means one person, and what stands beside the pages."""

    folder: Path
    description: Description
    roster: Roster
    corrections: tuple[Correction, ...]
    codings: tuple[Coding, ...]
    signposts: str


def read_collection(
    paths: Sequence[Path], options: Reading | None = None, progress: Progress | None = None
) -> Collection:
    """Read every page under `paths`. A page that cannot be read becomes a fault; the rest stand.

    Raises PathError for paths that hold no page at all, and CorpusError for a malformed
    `collection.toml`, `speakers.toml`, `corrections.toml`, `codes.toml` or `signposts.toml`, and
    for a second `signposts.toml`.
    """
    files = sorted(page_files(paths), key=lambda page: str(page.folder))
    harvest = _Harvest()
    modules: list[_Module] = []
    done = 0
    for folder, group in groupby(files, key=lambda page: page.folder):
        pages = list(group)
        modules.append(_told_apart(_module(folder), modules))
        reader = _ModuleReader(modules[-1], options or Reading(), harvest)
        reader.read(pages, _from(progress, done, len(files)))
        done += len(pages)
    return _collection(modules, harvest)


def _from(progress: Progress | None, done: int, total: int) -> Callable[[int], None]:
    return lambda count: progress("reading", done + count, total) if progress else None


def _module(folder: Path) -> _Module:
    return _Module(
        folder,
        read_description(folder),
        read_roster(folder),
        read_corrections(folder),
        read_codings(folder),
        read_signposts_file(folder),
    )


def _told_apart(module: _Module, others: Sequence[_Module]) -> _Module:
    """`module` under a name that none of `others` has: two modules never share their people."""
    taken = {other.description.name for other in others}
    name = module.description.name
    if name in taken:
        name = f"{module.folder.resolve().parent.name}/{name}"
    number = 2
    while name in taken:
        name, number = f"{module.description.name} ({number})", number + 1
    return replace(module, description=replace(module.description, name=name))


class _ModuleReader:
    """Reads the pages of one module into the harvest.

    All pages are laid out before the first is read, so that each is read with what the whole
    module shows of its people.
    """

    def __init__(self, module: _Module, options: Reading, harvest: _Harvest) -> None:
        self._module = module
        self._options = options
        self._harvest = harvest
        self._knowledge = Knowledge()
        # The numbers of the corrections and of the codings that fitted a quote.
        self._corrections_used: set[int] = set()
        self._codings_used: set[int] = set()

    def read(self, files: Sequence[PageFile], tell: Callable[[int], None]) -> None:
        """Read `files`, and tell after each how many of them are read."""
        layouts = list(self._layouts(files))
        for _, layout in layouts:
            known_people(layout, self._knowledge, self._module.roster)
        for number, (page, layout) in enumerate(layouts, 1):
            self._read_one(page, layout)
            tell(number)
        self._harvest.faults.extend(self._stale())

    def _stale(self) -> Iterable[Fault]:
        module = self._module
        yield from correction.unused(module.folder, module.corrections, self._corrections_used)
        yield from coding.unused(module.folder, module.codings, self._codings_used)

    def _layouts(self, files: Sequence[PageFile]) -> Iterable[tuple[PageFile, Layout]]:
        """The layout of every page that can be read and was not met under another address."""
        for page in files:
            shown = str(page.file)
            try:
                layout = load(page, int(self._options.max_page_megabytes * 1e6))
            except CorpusError as error:
                fault = Fault(shown, error.line, "unreadable-page", error.reason)
                self._harvest.faults.append(fault)
                continue
            first = self._harvest.seen.setdefault(" ".join(layout.text.split()), shown)
            if first == shown:
                yield page, layout
            else:
                message = f"is the same page as {first}, and is indexed once"
                self._harvest.notes.append(Fault(shown, 1, "duplicate-page", message))

    def _read_one(self, page: PageFile, layout: Layout) -> None:
        module = self._module
        found = self._without_withdrawn(layout, _source(module, page, layout))
        quotes = corrected(
            found.document,
            _distinct(found, self._harvest.ids),
            module.corrections,
            module.roster,
            self._corrections_used,
        )
        quotes = coded(found.document, quotes, module.codings, self._codings_used)
        self._harvest.documents.append(found.document)
        self._harvest.quotes.extend(quotes)
        self._harvest.faults.extend(replace(fault, path=str(page.file)) for fault in found.faults)

    def _without_withdrawn(self, layout: Layout, source: Source) -> ReadPage:
        """The page as read; if somebody of the module has withdrawn, as read without them."""
        found = self._read_layout(layout, source)
        names = {
            name
            for entry in self._module.roster.entries
            if entry.withdrawn
            for name in (entry.name, *entry.aliases)
        }
        if not names:
            return found
        # A correction may say that words are theirs which no rule gives to anybody.
        quotes = corrected(
            found.document, found.quotes, self._module.corrections, self._module.roster, set()
        )
        return self._read_layout(without_people(layout, quotes, names), source)

    def _read_layout(self, layout: Layout, source: Source) -> ReadPage:
        return read_page(
            layout,
            source,
            knowledge=self._knowledge,
            roster=self._module.roster,
            name_confidence=self._options.name_confidence,
        )


def _distinct(page: ReadPage, taken: set[str]) -> tuple[Quote, ...]:
    """The page's quotes, with another id where a page of the same title has the same words."""
    quotes = tuple(
        replace(quote, id=identifier(quote.id, page.document.id)) if quote.id in taken else quote
        for quote in page.quotes
    )
    taken.update(quote.id for quote in quotes)
    return quotes


def _source(module: _Module, page: PageFile, layout: Layout) -> Source:
    known = module.description.page(page.path)
    language = (
        known.language or layout.language or _language(layout.text, module.description.language)
    )
    return Source(page.path, module.description.name, known.title, known.url, language)


def _language(text: str, default: str) -> str:
    """French or English by the commonest words of either; `default` where they are few."""
    sample = text[:20_000]
    french, english = len(_FRENCH.findall(sample)), len(_ENGLISH.findall(sample))
    if french + english < 20 or default not in {"en", "fr"}:
        return default
    return "fr" if french > english else "en"


def _collection(modules: Sequence[_Module], harvest: _Harvest) -> Collection:
    names = list(dict.fromkeys(module.description.name for module in modules))
    notices = list(dict.fromkeys(module.description.notice for module in modules))
    return Collection(
        name=", ".join(names),
        notice=" ".join(notice for notice in notices if notice),
        language=modules[0].description.language,
        documents=tuple(harvest.documents),
        quotes=tuple(harvest.quotes),
        speakers=tuple(_speakers(modules, harvest)),
        faults=tuple(harvest.faults),
        notes=tuple(harvest.notes),
        signposts=_signposts(modules),
    )


def _signposts(modules: Sequence[_Module]) -> str:
    """The collection's own signposts: those of the one module that brings some."""
    bringing = [module for module in modules if module.signposts]
    if len(bringing) > 1:
        path = bringing[1].folder / SIGNPOSTS_FILE
        other = bringing[0].folder / SIGNPOSTS_FILE
        raise CorpusError(str(path), 1, f"is a second one beside {other}; keep one of the two")
    return bringing[0].signposts if bringing else ""


def _speakers(modules: Sequence[_Module], harvest: _Harvest) -> Iterable[Speaker]:
    """Everybody who is quoted by name, with a role where all their quotes agree on one."""
    rosters = {module.description.name: module.roster for module in modules}
    documents = {document.id: document for document in harvest.documents}
    said: dict[str, list[Quote]] = {}
    for quote in harvest.quotes:
        if quote.attribution.speaker_id:
            said.setdefault(quote.attribution.speaker_id, []).append(quote)
    for identity, quotes in said.items():
        document = documents[quotes[0].document_id]
        name = quotes[0].attribution.speaker or ""
        entry = rosters[document.module].find(name, document.path)
        yield Speaker(
            id=identity,
            name=name,
            role=entry.role if entry and entry.role else _agreed(quotes),
            module=document.module,
            aliases=entry.aliases if entry else (),
            profile_url=next(
                (q.attribution.profile_url for q in quotes if q.attribution.profile_url), None
            ),
        )


def with_roles_of_speakers(collection: Collection) -> Collection:
    """`collection` in which a person's role holds on every page, also where a page is silent.

    Reading takes a role from the page that states it; a person has it all the same where another
    page of the module quotes them without saying so.
    """
    roles = {speaker.id: speaker.role for speaker in collection.speakers}
    return replace(collection, quotes=tuple(_with_role(one, roles) for one in collection.quotes))


def _with_role(quote: Quote, roles: Mapping[str, Role | None]) -> Quote:
    said = quote.attribution
    role = said.role or roles.get(said.speaker_id or "")
    return quote if role == said.role else replace(quote, attribution=replace(said, role=role))


def _agreed(quotes: Sequence[Quote]) -> Role | None:
    roles = {quote.attribution.role for quote in quotes} - {None}
    return roles.pop() if len(roles) == 1 else None
