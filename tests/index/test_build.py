from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from partnerqa import __version__
from partnerqa.encoder.model import CROSS_ENCODER, model_hash
from partnerqa.errors import CorpusError, EncoderError, PathError, SettingError
from partnerqa.index import build
from partnerqa.index.adaptation import Adaptation
from partnerqa.index.build import build_index, corpus_hash, is_current
from partnerqa.index.examples import Examples
from partnerqa.index.manifest import current_build
from partnerqa.index.opened import SPELLING_WORDS, Index
from partnerqa.index.spelling import OWN
from partnerqa.index.verify import verify
from partnerqa.records import Collection

FEW = Examples(
    ("paid?", "who joins?"),
    ("Not a penny.", "My aunt."),
    ("not paid at all", "family; a relative who joined"),
    ("will it rain",),
    "few",
)


def test_what_was_built_is_whole(sealed: Path) -> None:
    assert verify(sealed) == []


def test_the_manifest_counts_what_reading_found(index: Index) -> None:
    assert index.manifest.counts == {
        "documents": 3,
        "sections": 7,
        "quotes": 5,
        "named": 4,
        "unnamed": 1,
        "coded": 1,
        "passages": 6,
        "speakers": 3,
    }


def test_the_manifest_tells_what_it_was_built_from(index: Index, pages: Collection) -> None:
    manifest = index.manifest
    told = (manifest.collection, manifest.notice, manifest.language, manifest.model)
    assert told == ("Three pages", "Invented for the tests.", "en", "all-MiniLM-L6-v2")
    assert (manifest.version, manifest.vector_factory) == (__version__, "Flat")
    assert manifest.corpus_hash == corpus_hash(pages)
    assert manifest.model_hash == index.encoder.hash
    age = datetime.now(UTC) - datetime.fromisoformat(manifest.created)
    assert timedelta(0) <= age < timedelta(minutes=10)


def test_progress_hears_of_every_stage_in_order(mine: Path, pages: Collection) -> None:
    heard: list[str] = []
    build_index(pages, mine, progress=lambda *told: heard.append(told[0]))
    stages = "export examples encode store words vectors seal verify swap".split()
    assert [stage for stage in dict.fromkeys(heard) if stage in stages] == stages


def test_the_exported_encoder_is_taken_over_from_the_build_before(
    mine: Path, pages: Collection
) -> None:
    network = Path("encoder", "model.weights")
    before = (current_build(mine) / network).stat()
    build_index(pages, mine)
    after = (current_build(mine) / network).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_the_encoder_learned_is_taken_over_while_the_examples_are_the_same(
    mine: Path, pages: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned = Path("encoder", "adaptation.npz")
    before = Adaptation.open(current_build(mine) / learned)

    def never(*_arguments: object) -> None:
        pytest.fail("the same examples are learned again")

    with monkeypatch.context() as patch:
        patch.setattr(Adaptation, "of", never)
        build_index(pages, mine)
    again = Adaptation.open(current_build(mine) / learned)
    assert (again.digest, again.turn.tolist()) == (before.digest, before.turn.tolist())
    monkeypatch.setattr(build, "read_examples", lambda: FEW)
    assert not is_current(pages, mine)
    manifest = build_index(pages, mine)
    assert manifest.examples_hash == Adaptation.open(current_build(mine) / learned).digest == "few"


def test_exports_of_another_index_are_taken_over(
    tmp_path: Path, sealed: Path, pages: Collection
) -> None:
    build_index(pages, tmp_path, exports=sealed)
    files = [Path("encoder", name) for name in ("model.weights", "adaptation.npz")]
    for file in files:
        theirs, ours = (current_build(index) / file for index in (sealed, tmp_path))
        assert ours.read_bytes() == theirs.read_bytes()
        assert ours.stat().st_mtime_ns == theirs.stat().st_mtime_ns


def test_an_altered_encoder_is_not_taken_over(
    mine: Path, pages: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "read_examples", lambda: FEW)  # learned again in no time
    network = current_build(mine) / "encoder" / "model.weights"
    altered = bytearray(network.read_bytes())
    altered[-1] ^= 1
    network.write_bytes(altered)
    build_index(pages, mine)
    assert verify(mine) == []


def test_lists_of_words_are_taken_over_from_the_build_before(mine: Path, pages: Collection) -> None:
    def lists() -> dict[str, int]:
        folder = current_build(mine) / "encoder"
        return {path.name: path.stat().st_mtime_ns for path in folder.glob("words-*")}

    before = lists()
    build_index(pages, mine)
    assert len(before) == 2
    assert lists() == before


def test_an_index_has_a_reranker_only_if_one_is_asked_for(
    sealed: Path, with_reranker: Path, tiny_reranker: Path
) -> None:
    with Index.open(sealed) as index:
        assert index.reranker is None
        assert (index.manifest.reranker, index.manifest.reranker_hash) == ("", "")
    with Index.open(with_reranker) as index:
        assert index.reranker is not None
        assert index.manifest.reranker == index.reranker.name == "tiny-reranker"
        assert index.manifest.reranker_hash == model_hash(str(tiny_reranker), CROSS_ENCODER)
    assert not (current_build(sealed) / "reranker").exists()


def test_the_exported_reranker_is_taken_over_from_the_build_before(
    my_reranker: Path, pages: Collection, tiny_reranker: Path
) -> None:
    network = Path("reranker", "model.weights")
    before = (current_build(my_reranker) / network).stat()
    build_index(pages, my_reranker, reranker=str(tiny_reranker))
    after = (current_build(my_reranker) / network).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_reranker_that_is_asked_for_no_more_is_gone(my_reranker: Path, pages: Collection) -> None:
    build_index(pages, my_reranker)
    assert not (current_build(my_reranker) / "reranker").exists()
    assert verify(my_reranker) == []


def test_a_reranker_that_cannot_be_used_leaves_the_index_that_was_there(
    my_reranker: Path, pages: Collection, tmp_path: Path
) -> None:
    before = current_build(my_reranker)
    (tmp_path / "empty").mkdir()
    with pytest.raises(EncoderError, match=r"reranker folder .*empty holds no config\.json"):
        build_index(pages, my_reranker, reranker=str(tmp_path / "empty"))
    assert current_build(my_reranker) == before
    assert verify(my_reranker) == []


def test_another_factory_is_built_and_whole(mine: Path, pages: Collection) -> None:
    build_index(pages, mine, vector_factory="HNSW16")
    assert verify(mine) == []
    with Index.open(mine) as index:
        (nearest,), _ = index.vectors.search(index.encoder.encode_query("a tie at the table"), 1)
        assert index.store.passage(nearest).quote_id == "tie"


def test_a_factory_that_cannot_be_used_leaves_the_index_that_was_there(
    mine: Path, pages: Collection
) -> None:
    before = current_build(mine)
    with pytest.raises(SettingError, match="IVF4096"):
        build_index(pages, mine, vector_factory="IVF4096,Flat")
    assert current_build(mine) == before
    assert verify(mine) == []


def test_a_collection_without_pages_is_nothing_to_index(tmp_path: Path) -> None:
    empty = Collection("Empty", "", "en", (), (), ())
    with pytest.raises(PathError, match="nothing to index: collection 'Empty' has no page"):
        build_index(empty, tmp_path / "index")
    assert not (tmp_path / "index").exists()


def test_pages_without_quotes_or_narrative_are_nothing_to_index(
    mine: Path, pages: Collection
) -> None:
    bare = replace(
        pages,
        documents=tuple(replace(document, narrative=()) for document in pages.documents),
        quotes=(),
    )
    with pytest.raises(PathError, match="nothing to index: no quote and no narrative"):
        build_index(bare, mine)
    assert verify(mine) == []


def test_a_page_without_quotes_is_indexed_for_its_narrative(mine: Path, pages: Collection) -> None:
    manifest = build_index(replace(pages, quotes=()), mine)
    assert (manifest.counts["quotes"], manifest.counts["passages"]) == (0, 1)
    assert verify(mine) == []


def test_a_quote_of_somebody_who_withdrew_is_refused_with_its_line(
    mine: Path, pages: Collection
) -> None:
    oona, *others = pages.speakers
    without = replace(pages, speakers=(replace(oona, withdrawn=True), *others))
    with pytest.raises(CorpusError, match=r"funding\.txt:7: this quote is by oona-aaaa"):
        build_index(without, mine)


def test_who_withdrew_is_gone_from_every_file(mine: Path, pages: Collection) -> None:
    funding, *rest = pages.documents
    oona, *others = pages.speakers
    without = replace(
        pages,
        documents=tuple(rest),
        quotes=tuple(quote for quote in pages.quotes if quote.document_id != funding.id),
        speakers=(replace(oona, withdrawn=True), *others),
    )
    build_index(without, mine)
    kept = [path for path in mine.rglob("*") if path.is_file() and path.parent.name != "encoder"]
    assert not [path for path in kept if b"Oona" in path.read_bytes()]
    named = {path.name for path in kept if b"oona" in path.read_bytes()}
    assert named <= {SPELLING_WORDS}  # a dictionary knows the name too
    with Index.open(mine) as index:
        assert index.spelling.weights(["oona"])[0] < OWN  # but nobody here is called so


def test_an_index_is_current_until_pages_model_or_factory_change(
    mine: Path, pages: Collection, tmp_path: Path
) -> None:
    assert is_current(pages, mine)
    assert is_current(pages, mine, model="sentence-transformers/all-MiniLM-L6-v2")
    assert not is_current(replace(pages, notice="Another notice."), mine)
    assert not is_current(pages, mine, vector_factory="SQ8")
    assert not is_current(pages, tmp_path / "nowhere")


def test_an_index_is_current_until_its_reranker_changes(
    with_reranker: Path, mine: Path, pages: Collection, tiny_reranker: Path, tmp_path: Path
) -> None:
    assert is_current(pages, with_reranker, reranker=str(tiny_reranker))
    assert not is_current(pages, with_reranker)
    assert not is_current(pages, mine, reranker=str(tiny_reranker))
    copy = Path(shutil.copytree(tiny_reranker, tmp_path / "copy"))
    assert is_current(pages, with_reranker, reranker=str(copy))
    (copy / "special_tokens_map.json").write_text("{}", encoding="utf-8")
    assert not is_current(pages, with_reranker, reranker=str(copy))


def test_a_damaged_index_is_not_current(mine: Path, pages: Collection) -> None:
    (current_build(mine) / "rows.npz").unlink()
    assert not is_current(pages, mine)


def test_what_reading_complained_about_does_not_make_an_index_stale(pages: Collection) -> None:
    assert corpus_hash(replace(pages, faults=())) == corpus_hash(pages)
