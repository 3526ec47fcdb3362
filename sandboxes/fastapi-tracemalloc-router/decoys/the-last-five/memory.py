"""What has grown in the living service? For whoever is on call."""

import secrets
import tracemalloc
from collections import deque
from itertools import count
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Header, HTTPException, Query
from settings import MEMORY_TOKEN

# Lines of the service alone: nobody on call can repair a library.
OURS = [tracemalloc.Filter(True, str(Path(__file__).with_name("*.py")))]
NUMBERS = count(1)
# Each with its number. The deque forgets the oldest by itself.
SNAPSHOTS: deque[tuple[int, tracemalloc.Snapshot]] = deque(maxlen=5)


async def guard(x_memory_token: Annotated[str, Header()] = "") -> None:
    """Whoever does not know the token is told that there is no such page."""
    if not secrets.compare_digest(x_memory_token.encode(), MEMORY_TOKEN.encode()):
        raise HTTPException(404)


router = APIRouter(prefix="/memory", dependencies=[Depends(guard)])


@router.post("/snapshots", status_code=201)
async def take() -> dict[str, int]:
    """Tracing begins with the first of them: until somebody asks, it costs nothing."""
    if not tracemalloc.is_tracing():
        tracemalloc.start()
    number = next(NUMBERS)
    SNAPSHOTS.append((number, tracemalloc.take_snapshot().filter_traces(OURS)))
    return {"number": number}


@router.get("/growth")
async def growth(since: int = 1, most: Annotated[int, Query(ge=1, le=50)] = 10) -> list[dict[str, str | int]]:
    """What the latest snapshot has more than number `since`, by line, the largest change first."""
    kept = dict(SNAPSHOTS)
    if since not in kept:
        raise HTTPException(404, f"There is no snapshot {since}.")
    changes = SNAPSHOTS[-1][1].compare_to(kept[since], "lineno")
    return [
        {"line": str(change.traceback[0]), "bytes": change.size_diff, "blocks": change.count_diff}
        for change in changes[:most]
    ]
