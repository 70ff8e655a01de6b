"""`GET /api/v1/codes`: the codebook, what the researchers say that quotes are about."""

from __future__ import annotations

import numpy as np
from fastapi import APIRouter
from pydantic import Field

from partnerqa.index.columns import entries
from partnerqa.index.opened import Index
from partnerqa.serve import problem as problems
from partnerqa.serve.parameters import PLAIN
from partnerqa.serve.schema import CollectionJson, Wire
from partnerqa.serve.service import API, Opened, collection_wire

router = APIRouter(prefix=API, tags=["codes"], dependencies=PLAIN)


class CodeJson(Wire):
    """A code, the researchers' phrase and nobody's words."""

    code: str = Field(
        description="The phrase, as a `topic` takes it.", examples=["feeling like a token"]
    )
    quotes: int = Field(ge=1, description="How many quotes have it.", examples=[5])


class CodesJson(Wire):
    """The codebook of the collection."""

    codes: list[CodeJson] = Field(
        description="Every code, the commonest first; empty where nobody coded the quotes."
    )
    collection: CollectionJson = Field(description="What was coded.")


@router.get(
    "/codes",
    summary="All codes",
    description="Every code that researchers gave to quotes. To find what was coded so, filter by "
    "it as a topic.",
    operation_id="codes",
    responses=problems.problems(problems.REQUEST, problems.INDEX),
)
def codes(index: Opened) -> CodesJson:
    """The codebook."""
    return CodesJson(codes=codebook(index), collection=collection_wire(index))


def codebook(index: Index) -> list[CodeJson]:
    """Every code with how many quotes have it, the commonest first, then by name."""
    held, places = entries(index.codes.begin, np.arange(len(index.codes)))
    quotes = index.rows.quote[index.codes.holder[held]]  # the parts of a long quote are one
    once = np.unique(np.stack([places, quotes]), axis=1)
    counts = np.bincount(once[0], minlength=len(index.codes)).tolist()
    told = [
        CodeJson(code=name, quotes=count)
        for name, count in zip(index.codes.names, counts, strict=True)
    ]
    return sorted(told, key=lambda each: (-each.quotes, each.code.casefold()))
