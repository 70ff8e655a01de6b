"""The pages that people read. All of them work without JavaScript."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from itertools import groupby
from pathlib import PurePosixPath
from typing import Annotated, Any

import jinja2
from fastapi import APIRouter, Depends, Request, Response
from fastapi.templating import Jinja2Templates
from pydantic import ValidationError

from partnerqa.conversation.suggestion import openers
from partnerqa.errors import CallError
from partnerqa.index.opened import Index
from partnerqa.index.store import DocumentEntry
from partnerqa.records import ROLES, Document
from partnerqa.search.query import MAX_QUESTION
from partnerqa.serve import chat, message
from partnerqa.serve.ask import answered, told_answer
from partnerqa.serve.citation import citation, in_order, permalink, place, speaker_shown
from partnerqa.serve.codes import codebook
from partnerqa.serve.folder import web_folder
from partnerqa.serve.problem import KINDS, Problem, problem_of, request_problem
from partnerqa.serve.quotes import source_of, told_quote
from partnerqa.serve.reading import paragraphs, parts, surroundings
from partnerqa.serve.schema import QuoteJson
from partnerqa.serve.search import LIMIT, MOST_HITS, SearchQuery, found
from partnerqa.serve.service import Opened, shelf_of
from partnerqa.serve.wire import quote_wire

router = APIRouter(include_in_schema=False)


class Pages:
    """Renders templates with what every page shows."""

    def __init__(self) -> None:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(web_folder() / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.globals.update(
            paragraphs=paragraphs,
            place=place,
            speaker_shown=speaker_shown,
            in_order=in_order,
            permalink=permalink,
            message=message,
            most=MAX_QUESTION,
        )
        self._templates = Jinja2Templates(env=environment)

    def template(self, name: str) -> jinja2.Template:
        """The template in the file `name`; raises jinja2.TemplateError if it is not in order."""
        return self._templates.get_template(name)

    def render(
        self,
        request: Request,
        name: str,
        context: Mapping[str, Any],
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """The page `name`.html."""
        shelf = shelf_of(request)
        index = shelf.index if shelf else None
        common = {
            "page": name,
            "collection": index.manifest.collection if index else "",
            "notice": index.manifest.notice if index else "",
            "language": index.manifest.language if index else "en",
        }
        return self._templates.TemplateResponse(
            request, f"{name}.html", {**common, **context}, status_code=status, headers=headers
        )

    def problem(
        self, request: Request, told: Problem, headers: Mapping[str, str] | None = None
    ) -> Response:
        """A problem as a page."""
        return self.render(request, "problem", {"told": told}, told.status, headers)


def _pages(request: Request) -> Pages:
    pages: Pages = request.app.state.pages
    return pages


@router.get("/")
def chat_page(request: Request, index: Opened) -> Response:
    """The chat; `?q=` asks a first question, so that a question can be a link."""
    given = request.query_params
    fields = {name: given.getlist(name) for name in chat.FILTER_FIELDS if name in given}
    return _chat(request, index, chat.read_form({"question": [given.get("q", "")], **fields}))


@router.post("/")
def chat_turn(
    request: Request, index: Opened, form: Annotated[chat.ChatForm, Depends(chat.posted_form)]
) -> Response:
    """The chat, one turn later, for a browser without JavaScript."""
    return _chat(request, index, form)


def _chat(request: Request, index: Index, form: chat.ChatForm) -> Response:
    question = chat.asked(form)
    turns = chat.exchanges(index, form.history)
    context: dict[str, Any] = {
        "history": chat.dumped(form.history),
        "filters": chat.filters(form),
        "typed": "",
        "fault": None,
    }
    if question is not None:
        try:
            told = told_answer(index, answered(request, index, question))
        except CallError as error:
            context |= {"typed": question.question, "fault": problem_of(error)}
        else:
            turns.append(chat.Exchange(question.question, told.quotes, told))
            context |= {
                "history": chat.after(form.history, question.question, told),
                "filters": told.filters,
            }
    context |= {"exchanges": turns, "openers": () if turns else openers(index)}
    status = context["fault"].status if context["fault"] else 200
    return _pages(request).render(request, "chat", context, status)


@router.get("/search")
def search_page(request: Request, index: Opened) -> Response:
    """The search page for staff."""
    given = {name: request.query_params.getlist(name) for name in SearchQuery.model_fields}
    chosen = {name: [one for one in values if one.strip()] for name, values in given.items()}
    source = source_of(request, index)
    context: dict[str, Any] = {
        "chosen": chosen,
        "speakers": index.store.speakers(),
        "documents": index.store.documents(),
        "roles": ROLES,
        "coded": index.manifest.counts["coded"],
        "cite": partial(citation, source=source),
        "source": source,
        "results": None,
        "understood_as": None,
        "all": True,
        "more": None,
        "most_hits": MOST_HITS,
        "fault": None,
    }
    if chosen["q"]:
        context |= _searched(index, chosen)
    if context["results"]:
        limit = int(chosen["limit"][-1]) if chosen["limit"] else LIMIT
        context["all"] = len(context["results"]) < limit
    if not chosen["limit"] and not context["all"]:
        context["more"] = f"?{request.url.include_query_params(limit=MOST_HITS).query}"
    status = context["fault"].status if context["fault"] else 200
    return _pages(request).render(request, "search", context, status)


def _searched(index: Index, chosen: Mapping[str, list[str]]) -> dict[str, Any]:
    """The results, or why there are none."""
    fields = {
        name: values[-1] if name in ("q", "limit") else values
        for name, values in chosen.items()
        if values
    }
    try:
        told = found(index, SearchQuery(**fields))  # type: ignore[arg-type]
    except ValidationError as error:
        return {"fault": request_problem(error.errors(include_url=False), "query")}
    except CallError as error:
        return {"fault": problem_of(error)}
    return {"results": told.results, "understood_as": told.understood_as}


@router.get("/codes")
def codes_page(request: Request, index: Opened) -> Response:
    """The codebook: what the researchers say that quotes are about."""
    return _pages(request).render(request, "codes", {"codes": codebook(index)})


@router.get("/documents")
def documents_page(request: Request, index: Opened) -> Response:
    """All pages of the collection, by folder."""
    entries = sorted(index.store.documents(), key=_folder)
    folders = [(folder, list(inside)) for folder, inside in groupby(entries, key=_folder)]
    return _pages(request).render(request, "documents", {"folders": folders})


def _folder(entry: DocumentEntry) -> str:
    """The folder that a page lies in, as words."""
    folder = PurePosixPath(entry.path).parent.name
    return folder.replace("-", " ").replace("_", " ")


@router.get("/documents/{document_id}")
def document_page(request: Request, document_id: str, index: Opened) -> Response:
    """A page's text, with every quote marked and named."""
    document = index.store.document(document_id)
    quotes = _quotes_of(index, document)
    context = {"document": document, "parts": parts(document, quotes), "quotes": quotes}
    return _pages(request).render(request, "document", context)


def _quotes_of(index: Index, document: Document) -> list[QuoteJson]:
    """A document's quotes in reading order."""
    quotes = sorted(index.store.quotes(document_id=document.id), key=lambda quote: quote.start)
    return [quote_wire(quote, document) for quote in quotes]


@router.get("/quotes/{quote_id}")
def quote_page(request: Request, quote_id: str, index: Opened) -> Response:
    """One quote, with what stands around it and how to cite it."""
    source = source_of(request, index)
    told = told_quote(index, quote_id, source)
    document = index.store.document(told.quote.document.id)
    context = {
        "told": told,
        "source": source,
        "around": surroundings(document, told.quote, _quotes_of(index, document)),
    }
    return _pages(request).render(request, "quote", context)


@router.get("/about")
def about_page(request: Request, index: Opened) -> Response:
    """What this is, and what it keeps."""
    created = datetime.fromisoformat(index.manifest.created)
    context = {"manifest": index.manifest, "read": f"{created.day} {created:%B %Y}"}
    return _pages(request).render(request, "about", context)


@router.get("/problems")
def problems_page(request: Request) -> Response:
    """What each kind of problem means; the `type` of a problem leads here."""
    return _pages(request).render(request, "problems", {"kinds": KINDS})
