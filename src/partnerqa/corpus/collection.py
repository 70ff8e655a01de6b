"""Files and folders to one collection: pages read module by module, with roster and corrections."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from partnerqa.corpus.correction import Correction, corrected, read_corrections, unused
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
    """What has been read so far."""

    documents: list[Document] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Module:
    """A folder of pages in which one name means one person."""

    folder: Path
    description: Description
    roster: Roster
    corrections: tuple[Correction, ...]
    signposts: str


def read_collection(
    paths: Sequence[Path], options: Reading | None = None, progress: Progress | None = None
) -> Collection:
    """Read every page under `paths`. A page that cannot be read becomes a fault; the rest stand.

    Raises PathError for paths that hold no page at all, and CorpusError for a malformed
    `collection.toml`, `speakers.toml`, `corrections.toml` or `signposts.toml`, and for a second
    `signposts.toml`.
    """
    options = options or Reading()
    files = page_files(paths)
    harvest = _Harvest()
    done = 0
    modules: list[_Module] = []
    for folder, group in groupby(
        sorted(files, key=lambda page: str(page.folder)), lambda page: page.folder
    ):
        module = _module(folder)
        modules.append(module)
        pages = list(group)
        _read_module(module, pages, options, harvest, _from(progress, done, len(files)))
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
        read_signposts_file(folder),
    )


def _read_module(
    module: _Module,
    files: Sequence[PageFile],
    options: Reading,
    harvest: _Harvest,
    tell: Callable[[int], None],
) -> None:
    layouts = list(_layouts(module, files, options, harvest))
    knowledge = Knowledge()
    for _, layout in layouts:
        known_people(layout, knowledge, module.roster)
    used: set[int] = set()
    for number, (page, layout) in enumerate(layouts, 1):
        _read_one(module, page, layout, knowledge, options, harvest, used)
        tell(number)
    harvest.faults.extend(unused(module.folder, module.corrections, used))


def _layouts(
    module: _Module, files: Sequence[PageFile], options: Reading, harvest: _Harvest
) -> Iterable[tuple[PageFile, Layout]]:
    """The layout of every page that can be read and was not met before under another address."""
    for page in files:
        try:
            layout = load(page, int(options.max_page_megabytes * 1e6))
        except CorpusError as error:
            harvest.faults.append(Fault(_shown(page), error.line, "unreadable-page", error.reason))
            continue
        words = " ".join(layout.text.split())
        first = harvest.seen.setdefault(words, _shown(page))
        if first != _shown(page):
            message = f"is the same page as {first}, and is indexed once"
            harvest.notes.append(Fault(_shown(page), 1, "duplicate-page", message))
            continue
        yield page, layout


def _shown(page: PageFile) -> str:
    return str(page.file)


def _read_one(
    module: _Module,
    page: PageFile,
    layout: Layout,
    knowledge: Knowledge,
    options: Reading,
    harvest: _Harvest,
    used: set[int],
) -> None:
    source = _source(module, page, layout)

    def read(layout: Layout) -> ReadPage:
        return read_page(
            layout,
            source,
            knowledge=knowledge,
            roster=module.roster,
            name_confidence=options.name_confidence,
        )

    found = _without_withdrawn(module, layout, read)
    distinct = _distinct(found, harvest.ids)
    quotes = corrected(found.document, distinct, module.corrections, module.roster, used)
    harvest.documents.append(found.document)
    harvest.quotes.extend(quotes)
    harvest.faults.extend(
        Fault(_shown(page), each.line, each.code, each.message) for each in found.faults
    )


def _distinct(page: ReadPage, taken: set[str]) -> tuple[Quote, ...]:
    """The page's quotes, with another id where a page of the same title has the same words."""
    quotes = tuple(
        replace(quote, id=identifier(quote.id, page.document.id)) if quote.id in taken else quote
        for quote in page.quotes
    )
    taken.update(quote.id for quote in quotes)
    return quotes


def _without_withdrawn(
    module: _Module, layout: Layout, read: Callable[[Layout], ReadPage]
) -> ReadPage:
    """The page as read; if somebody on it has withdrawn, as read without them."""
    found = read(layout)
    names = {
        name
        for entry in module.roster.entries
        if entry.withdrawn
        for name in (entry.name, *entry.aliases)
    }
    if not names:
        return found
    return read(without_people(layout, found.quotes, names))


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


def _agreed(quotes: Sequence[Quote]) -> Role | None:
    roles = {quote.attribution.role for quote in quotes} - {None}
    return roles.pop() if len(roles) == 1 else None
