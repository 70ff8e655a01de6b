"""`partnerqa quotes`: what reading finds in pages, without an index."""

from __future__ import annotations

import argparse
import json

from partnerqa.cli import options
from partnerqa.cli.reading import complain, read
from partnerqa.cli.text import one_line, print_notice, quote_text
from partnerqa.records import Collection, Document, Quote
from partnerqa.settings import read_settings

HELP = "List each quote that reading finds, with who said it and the words that prove it."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    options.add_paths(parser, optional=False)
    options.add_json(parser, "each quote")


def run(arguments: argparse.Namespace) -> int:
    """Print the quotes; status 1 if a page could not be read."""
    settings = read_settings()
    collection = read(arguments.paths, settings)
    if arguments.json:
        _print_json(collection)
    else:
        print_notice(collection.notice)
        _print_text(collection, settings.public_url)
    complain(collection.faults)
    return 1 if collection.faults else 0


def _print_json(collection: Collection) -> None:
    from partnerqa.serve.wire import quote_json

    documents = {document.id: document for document in collection.documents}
    for quote in collection.quotes:
        found = quote_json(quote, documents[quote.document_id])
        print(json.dumps(found, ensure_ascii=False))


def _print_text(collection: Collection, public_url: str) -> None:
    documents = {document.id: document for document in collection.documents}
    for number, quote in enumerate(collection.quotes, start=1):
        document = documents[quote.document_id]
        extra = (_proof(quote, document), f"{document.path}:{_line(quote, document)}")
        print(
            quote_text(quote, document, number=number, public_url=public_url, extra=extra),
            end="\n\n",
        )


def _proof(quote: Quote, document: Document) -> str:
    """The rule that named the speaker, how sure it is, and its evidence."""
    found = quote.attribution
    evidence = " … ".join(one_line(span.of(document.text)) for span in found.evidence)
    return f"{found.rule}, {found.confidence:.0%} sure" + (f": {evidence}" if evidence else "")


def _line(quote: Quote, document: Document) -> int:
    return document.text.count("\n", 0, quote.start) + 1
