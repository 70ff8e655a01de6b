"""A collection becomes a sealed index: made aside, verified, swapped in with one step.

Until the last step nothing that serves is touched: a failure, a crash or a full disk at any
moment leaves the index that was there, and the next build clears away what is left over.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path

from partnerqa import __version__
from partnerqa.corpus.collection import with_roles_of_speakers
from partnerqa.corpus.passage import embedded_text, passages
from partnerqa.encoder.export import export_model
from partnerqa.encoder.graph import EXPORT_VERSION
from partnerqa.encoder.model import (
    CROSS_ENCODER,
    DEFAULT_MODEL,
    MODEL,
    Make,
    canonical_name,
    model_hash,
)
from partnerqa.encoder.reranker import DESCRIPTION as RERANKER_DESCRIPTION
from partnerqa.encoder.reranker_export import export_reranker
from partnerqa.encoder.runtime import DESCRIPTION, Encoder
from partnerqa.errors import (
    CorpusError,
    DamagedIndexError,
    EncoderError,
    PathError,
    SealedIndexError,
)
from partnerqa.index.adaptation import Adaptation
from partnerqa.index.asking import Asking
from partnerqa.index.codes import BETWEEN, Codes
from partnerqa.index.examples import read_examples
from partnerqa.index.gloss import with_gloss
from partnerqa.index.known import encoding_what_is_new
from partnerqa.index.lexical import LexicalWriter
from partnerqa.index.manifest import (
    FORMAT_VERSION,
    Manifest,
    altered_files,
    checksums,
    current_build,
    read_manifest,
)
from partnerqa.index.opened import (
    ASKING,
    CODE_VECTORS,
    CODE_WHOLES,
    CODES,
    ENCODER,
    LEXICAL,
    RERANKER,
    ROWS,
    SECTION_VECTORS,
    SECTIONS,
    SENTENCE_VECTORS,
    SENTENCES,
    SIGNPOSTS,
    SPELLING,
    SPELLING_WORDS,
    STORE,
    VECTORS,
    WORDING,
)
from partnerqa.index.rows import Rows
from partnerqa.index.sections import Sections
from partnerqa.index.sentences import Sentences
from partnerqa.index.spelling import Spelling
from partnerqa.index.store import StoreWriter
from partnerqa.index.swap import building, put_in_force, sealed
from partnerqa.index.vectors import FaissVectors
from partnerqa.index.verify import faults
from partnerqa.index.wording import Wording
from partnerqa.records import Collection, Passage

Progress = Callable[[str, int, int], None]

ADAPTATION = "adaptation.npz"  # in the folder of the encoder that it is of
ASKED_IN = ("en", "fr")  # the languages in which questions are understood, whatever pages are in


@dataclass(frozen=True, slots=True)
class Recipe:
    """What an index is made with besides its pages; `build_index` says what each is."""

    model: str
    reranker: str
    vector_factory: str
    exports: Path


def build_index(  # noqa: PLR0913 (each says what to build with; all but the first two may be left out)
    collection: Collection,
    directory: Path,
    *,
    model: str = DEFAULT_MODEL,
    reranker: str = "",
    vector_factory: str = "Flat",
    exports: Path | None = None,
    progress: Progress | None = None,
) -> Manifest:
    """Build the index of `collection` in `directory`, verify it and put it in force.

    `model` is a sentence-transformers model by name or folder, `reranker` a cross-encoder by name
    or folder (empty for none), `vector_factory` a FAISS index-factory string. Models that the index
    in the folder `exports` (by default `directory` itself) has exported already are taken over from
    it. `progress` hears of every stage as (stage, done, total).

    Raises PathError where there is nothing to index or the folder cannot be written,
    CorpusError for a quote whose speaker is not among the speakers, EncoderError for a model that
    cannot be exported, SettingError for a factory that cannot be used, SealedIndexError while
    another process builds. In every case the index that was there is as it was.
    """
    _refuse_unfit(collection)
    tell = progress or _silent
    with building(directory) as unfinished:
        recipe = Recipe(model, reranker, vector_factory, exports or directory)
        manifest = _write(with_roles_of_speakers(collection), unfinished, recipe, tell)
        build = sealed(unfinished, manifest)
        tell("seal", 1, 1)
        found = faults(build)
        if found:
            raise DamagedIndexError(
                f"the new index is not in order and was not put in force ({found[0]}); build "
                "again, and check the disk if this comes back"
            )
        tell("verify", 1, 1)
        put_in_force(build)
        tell("swap", 1, 1)
    return manifest


def is_current(
    collection: Collection,
    directory: Path,
    *,
    model: str = DEFAULT_MODEL,
    reranker: str = "",
    vector_factory: str = "Flat",
) -> bool:
    """Whether the index in `directory` is whole and just what building it now would give."""
    try:
        build = current_build(directory)
        manifest = read_manifest(build)
    except SealedIndexError:
        return False
    wanted = (
        __version__,
        corpus_hash(with_roles_of_speakers(collection)),
        vector_factory,
        model_hash(model),
        _reranker_hash(reranker),
        read_examples().digest,
    )
    built = (
        manifest.version,
        manifest.corpus_hash,
        manifest.vector_factory,
        manifest.model_hash,
        manifest.reranker_hash,
        manifest.examples_hash,
    )
    return built == wanted and not altered_files(build, manifest)


def corpus_hash(collection: Collection) -> str:
    """The SHA-256 (64 hex digits) of all that reading found, faults left out."""
    return hashlib.sha256(repr(replace(collection, faults=())).encode()).hexdigest()


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Nobody watches."""


def _refuse_unfit(collection: Collection) -> None:
    if not any(document.text.strip() for document in collection.documents):
        raise PathError(
            f"nothing to index: collection {collection.name!r} has no page with text in it; name "
            "a folder with .txt, .md, .html or .docx pages"
        )
    present = {speaker.id for speaker in collection.speakers if not speaker.withdrawn}
    pages = {document.id: document for document in collection.documents}
    for quote in collection.quotes:
        who = quote.attribution.speaker_id
        if who is not None and who not in present:
            page = pages[quote.document_id]
            line = page.text.count("\n", 0, quote.start) + 1
            raise CorpusError(
                page.path,
                line,
                f"this quote is by {who}, who is withdrawn or not among the speakers; take it out "
                "of the page or correct its speaker",
            )


def _write(collection: Collection, build: Path, recipe: Recipe, tell: Progress) -> Manifest:
    """Write every part into the folder `build`, the manifest last."""
    encoder, adaptation = _adapted(
        _encoder(build, recipe, tell), build / ENCODER / ADAPTATION, tell
    )
    _write_reranker(build, recipe, tell)
    parts = _passages(collection, encoder)
    encode = partial(encoder.encode, prompt="passage", progress=tell)
    encoding = encoding_what_is_new(build.parent, encoder, encode, read_examples().digest)
    vectors = encoding.passages([embedded_text(passage) for passage in parts])
    Sentences.of(parts, encoding.sentences).save(build / SENTENCES, build / SENTENCE_VECTORS)
    tell("encode", len(parts), len(parts))
    _write_store(build / STORE, collection, parts)
    tell("store", 1, 1)
    _write_words(build, collection, parts)
    rows = Rows.of(collection, parts)
    rows.save(build / ROWS)
    titles = {document.id: document.title for document in collection.documents}
    lead_ins = [passage.lead_in for passage in parts]
    sections = Sections.of(rows, titles, lead_ins, encoding.sections)
    sections.save(build / SECTIONS, build / SECTION_VECTORS)
    codes = Codes.of(parts, encoding.codes)
    codes.save(build / CODES, build / CODE_VECTORS, build / CODE_WHOLES)
    Asking.of(adaptation, sections.headings).save(build / ASKING)
    tell("words", 1, 1)
    FaissVectors.of(vectors, recipe.vector_factory).save(build / VECTORS)
    tell("vectors", 1, 1)
    if collection.signposts:
        (build / SIGNPOSTS).write_text(collection.signposts, encoding="utf-8")
    return _manifest(collection, build, recipe, encoder, _counts(collection, parts))


def _manifest(
    collection: Collection,
    build: Path,
    recipe: Recipe,
    encoder: Encoder,
    counts: Mapping[str, int],
) -> Manifest:
    """What the folder `build`, in which all else is written, says about itself."""
    return Manifest(
        format_version=FORMAT_VERSION,
        version=__version__,
        created=datetime.now(UTC).isoformat(),
        model=canonical_name(recipe.model),
        model_hash=encoder.hash,
        corpus_hash=corpus_hash(collection),
        collection=collection.name,
        notice=collection.notice,
        language=collection.language,
        vector_factory=recipe.vector_factory,
        counts=counts,
        files=checksums(build),
        examples_hash=read_examples().digest,
        glossed=encoder.is_reading,
        reranker=canonical_name(recipe.reranker) if recipe.reranker else "",
        reranker_hash=_reranker_hash(recipe.reranker),
    )


def _encoder(build: Path, recipe: Recipe, tell: Progress) -> Encoder:
    """The exported encoder in the folder `build`: one that is there already if it is the same."""
    target = build / ENCODER
    if not _reused(recipe.exports, target, DESCRIPTION, MODEL, recipe.model):
        export_model(recipe.model, target)
    tell("export", 1, 1)
    return Encoder.open(target)


def _adapted(encoder: Encoder, path: Path, tell: Progress) -> tuple[Encoder, Adaptation]:
    """`encoder` as it reads French, and what it learned: read from `path`, or learned now."""
    examples = read_examples()
    try:
        known = Adaptation.open(path)
    except OSError:
        known = None
    if known is None or known.digest != examples.digest:
        known = Adaptation.of(encoder, examples, tell)
        known.save(path)
    tell("examples", 1, 1)
    return with_gloss(encoder) if known.glossed else encoder, known


def _write_reranker(build: Path, recipe: Recipe, tell: Progress) -> None:
    """Write the exported reranker into the folder `build`, if one is asked for."""
    if not recipe.reranker:
        return
    target = build / RERANKER
    known = (RERANKER_DESCRIPTION, CROSS_ENCODER, recipe.reranker)
    if not _reused(recipe.exports, target, *known):
        export_reranker(recipe.reranker, target)
    tell("reranker", 1, 1)


def _reranker_hash(reranker: str) -> str:
    return model_hash(reranker, CROSS_ENCODER) if reranker else ""


def _reused(exports: Path, target: Path, description: str, make: Make, name: str) -> bool:
    """Link what the index in `exports` exported to `target`, if it is whole and the same model."""
    try:
        old = current_build(exports)
        manifest = read_manifest(old)
        told = json.loads((old / target.name / description).read_text(encoding="utf-8"))
        wanted = (EXPORT_VERSION, canonical_name(name), model_hash(name, make))
        if (told["export_version"], told["name"], told["hash"]) != wanted:
            return False
        if altered_files(old, manifest):
            return False
    except (SealedIndexError, OSError, ValueError, KeyError):
        return False
    shutil.copytree(old / target.name, target, copy_function=_linked)
    return True


def _linked(source: str, target: str) -> None:
    """A second name for a file where the file system has such, else a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _passages(collection: Collection, encoder: Encoder) -> tuple[Passage, ...]:
    try:
        parts = passages(collection, encoder.count, encoder.room)
    except ValueError as error:
        raise EncoderError(f"model {encoder.name} takes too little text: {error}") from error
    if not parts:
        raise PathError(
            f"nothing to index: no quote and no narrative was found in collection "
            f"{collection.name!r}; see `partnerqa check`"
        )
    return parts


def _write_store(path: Path, collection: Collection, parts: Sequence[Passage]) -> None:
    with StoreWriter(path) as store:
        store.add_collection(collection)
        store.add_passages(parts)
        store.finish()


def _write_words(build: Path, collection: Collection, parts: Sequence[Passage]) -> None:
    languages = {document.id: document.language for document in collection.documents}
    speakers = {quote.id: quote.attribution.speaker for quote in collection.quotes}
    words = LexicalWriter(build / LEXICAL)
    for passage in parts:
        words.add(passage, languages[passage.document_id], speakers.get(passage.quote_id or ""))
    words.finish()
    Wording.of(parts, lambda passage: languages[passage.document_id]).save(build / WORDING)
    spoken = {language[:2].lower() for language in (*ASKED_IN, *languages.values())}
    dictionary = _dictionary(build / ENCODER, sorted(spoken))
    spelling = dictionary | Spelling.of_texts(_texts(collection))
    spelling.save(build / SPELLING, build / SPELLING_WORDS)


def _texts(collection: Collection) -> Iterator[tuple[str, str]]:
    """All that a question may take its words from, with its language: pages, codes and names."""
    languages = {document.id: document.language for document in collection.documents}
    yield from ((document.language, document.text) for document in collection.documents)
    for quote in collection.quotes:
        yield languages[quote.document_id], BETWEEN.join(quote.codes)
    for speaker in collection.speakers:
        if not speaker.withdrawn:
            yield "", " ".join((speaker.name, *speaker.aliases))


def _dictionary(folder: Path, languages: Sequence[str]) -> Spelling:
    """The usual words of `languages`, as far as there are lists of them.

    They are kept in the `folder` that is taken over from build to build: making them takes seconds.
    """
    from spellchecker import SpellChecker

    known = [one for one in languages if one in SpellChecker.languages()]
    name = "-".join(("words", version("pyspellchecker"), *known))
    paths = folder / f"{name}.npz", folder / f"{name}.npy"
    for old in set(folder.glob("words-*")) - set(paths):
        old.unlink()
    if not all(path.exists() for path in paths):
        counted = {one: SpellChecker(language=one).word_frequency.dictionary for one in known}
        Spelling.of_dictionaries(counted).save(*paths)
    return Spelling.open(*paths)


def _counts(collection: Collection, parts: Sequence[Passage]) -> dict[str, int]:
    named = sum(quote.attribution.speaker is not None for quote in collection.quotes)
    return {
        "documents": len(collection.documents),
        "sections": sum(len(document.sections) for document in collection.documents),
        "quotes": len(collection.quotes),
        "named": named,
        "unnamed": len(collection.quotes) - named,
        "coded": sum(bool(quote.codes) for quote in collection.quotes),
        "passages": len(parts),
        "speakers": sum(not speaker.withdrawn for speaker in collection.speakers),
    }
