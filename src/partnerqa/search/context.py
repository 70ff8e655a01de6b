"""How near a question comes to what stands around passages: heading, narrative, codes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from partnerqa.index.opened import Index
from partnerqa.search.candidates import Candidates
from partnerqa.search.request import Request

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """Cosines to the question, of shape (passages,).

    `heading` is that of the section's heading; `narrative` that of the nearest stretch which the
    researchers wrote in the section, `lead_in` that of what introduces the passage. Where the page
    has no such thing, it is the passage's own. `codes` is that of its codes, nan where researchers
    gave it none.
    """

    heading: Scores
    narrative: Scores
    lead_in: Scores
    codes: Scores


def context_of(index: Index, request: Request, candidates: Candidates) -> Context:
    """What stands around `candidates`; every section is looked at once."""
    numbers = candidates.numbers
    sections, place = np.unique(index.rows.section[numbers].astype(np.int64), return_inverse=True)
    nearest = _nearest(index, request.vector, sections)[place]
    lead_in = index.sections.lead_in_cosines(numbers, request.vector)
    return Context(
        heading=index.sections.heading_cosines(sections, request.vector)[place].astype(np.float64),
        narrative=np.where(np.isnan(nearest), candidates.cosines, nearest),
        lead_in=np.where(np.isnan(lead_in), candidates.cosines, lead_in).astype(np.float64),
        codes=index.codes.scores(request.code_cosines, request.code_vector, numbers),
    )


def _nearest(index: Index, vector: NDArray[np.float32], sections: NDArray[np.int64]) -> Scores:
    """The highest cosine of a narrative passage in each section; nan where there is none."""
    nearest = np.full(len(sections), np.nan)
    numbers, owner = index.sections.narratives(sections)
    if numbers.size:
        np.fmax.at(nearest, owner, index.vectors.vectors(numbers) @ vector)
    return nearest
