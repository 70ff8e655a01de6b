"""One search as the stages pass it on: what is asked, where to look, and how to rank."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from partnerqa.search.asked import Asked
from partnerqa.search.fusion import Ranking
from partnerqa.search.query import Query


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """A question ready to be put to an index.

    `vector` and `code_vector` are the question's, turned towards answers and towards what those
    are coded as, of shape (dimension,) and length 1; `code_cosines` tells how near the latter comes
    to each code of the collection, `belonging` how far such questions are asked of it. `allowed`,
    of shape (passages,), says where to look; None is everywhere.
    """

    query: Query
    asked: Asked
    vector: NDArray[np.float32]
    code_vector: NDArray[np.float32]
    belonging: float
    code_cosines: NDArray[np.float32]
    allowed: NDArray[np.bool_] | None
    ranking: Ranking
