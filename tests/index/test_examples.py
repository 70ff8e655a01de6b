import json
from pathlib import Path

import pytest

from partnerqa.index.codes import BETWEEN
from partnerqa.index.examples import Examples, read_examples

ACCEPTANCE = Path(__file__).parents[1] / "acceptance"


@pytest.fixture(scope="module")
def examples() -> Examples:
    return read_examples()


def asked_in_tests() -> set[str]:
    """Every question and message that anything is measured with."""
    rows = [
        json.loads(line)
        for path in ACCEPTANCE.glob("*/*.jsonl")
        if path.parent.name in {"questions", "conversations"}
        for line in path.read_text("utf-8").splitlines()
    ]
    asked = [row.get("question") or row["message"] for row in rows]
    earlier = [turn["question"] for row in rows for turn in row.get("turns", ())]
    return {text.casefold() for text in (*asked, *earlier)}


def test_every_example_question_has_a_quote_and_stands_once(examples: Examples) -> None:
    assert len(examples.questions) == len(examples.quotes) == len(examples.codes) > 1000
    assert len(examples.elsewhere) > 500
    everything = [*examples.questions, *examples.elsewhere]
    assert len({text.casefold() for text in everything}) == len(everything)
    assert all(text.strip() for text in (*everything, *examples.quotes))


def test_every_example_quote_has_codes_each_once(examples: Examples) -> None:
    coded = [line.split(BETWEEN) for line in examples.codes]
    assert all(len(set(codes)) == len(codes) for codes in coded)
    assert all(code == code.strip() != "" for codes in coded for code in codes)


def test_hardly_a_code_is_the_question_of_its_example(examples: Examples) -> None:
    pairs = zip(examples.questions, examples.codes, strict=True)
    asked = [question for question, codes in pairs if question in codes.split(BETWEEN)]
    assert len(asked) < 0.01 * len(examples.questions)


def test_no_example_is_a_question_that_anything_is_measured_with(examples: Examples) -> None:
    measured = asked_in_tests()
    assert len(measured) > 500
    taught = {text.casefold() for text in (*examples.questions, *examples.elsewhere)}
    assert taught & measured == set()


def test_no_code_of_an_example_is_a_question_that_ranking_is_measured_with(
    examples: Examples,
) -> None:
    lines = [
        line
        for half in ("tuning", "held")
        for line in (ACCEPTANCE / "questions" / f"{half}.jsonl").read_text("utf-8").splitlines()
    ]
    measured = {json.loads(line)["question"].casefold() for line in lines}
    codes = {code.casefold() for line in examples.codes for code in line.split(BETWEEN)}
    assert len(measured) > 500
    assert codes & measured == set()


def test_no_example_quotes_the_sample_collection(examples: Examples) -> None:
    truth = (ACCEPTANCE / "sample" / "quotes.jsonl").read_text("utf-8").splitlines()
    told = {json.loads(line)["text"] for line in truth}
    assert told & set(examples.quotes) == set()


def test_the_digest_changes_with_any_file(tmp_path: Path) -> None:
    pairs, codes, elsewhere = (tmp_path / name for name in ("pairs", "codes", "elsewhere"))
    pairs.write_text('{"question": "paid?", "quote": "Not a penny."}\n', "utf-8")
    codes.write_text("not paid; money\n", "utf-8")
    elsewhere.write_text('[weather]\nen = ["will it rain"]\nfr = ["va-t-il pleuvoir"]\n', "utf-8")
    first = read_examples(pairs, codes, elsewhere)
    assert first.questions == ("paid?",)
    assert first.quotes == ("Not a penny.",)
    assert first.codes == ("not paid; money",)
    assert first.elsewhere == ("will it rain", "va-t-il pleuvoir")
    more, others = tmp_path / "more", tmp_path / "others"
    more.write_text('[weather]\nen = ["will it snow"]\n', "utf-8")
    others.write_text("not paid at all\n", "utf-8")
    digests = {
        read_examples(pairs, codes, more).digest,
        read_examples(pairs, others, elsewhere).digest,
    }
    assert len(digests | {first.digest}) == 3
