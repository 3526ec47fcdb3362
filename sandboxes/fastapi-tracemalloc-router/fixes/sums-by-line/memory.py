"""What has grown in the living service? For whoever is on call."""

import secrets
import tracemalloc
from itertools import count
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Header, HTTPException, Query
from settings import MEMORY_TOKEN

# Lines of the service alone: nobody on call can repair a library.
OURS = [tracemalloc.Filter(True, str(Path(__file__).with_name("*.py")))]
# How many of the latest can be asked for, beside number 1, the base line.
KEPT = 5
NUMBERS = count(1)
# Of each snapshot bytes and blocks, by line.
SUMS: dict[int, dict[str, tuple[int, int]]] = {}


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
    snapshot = tracemalloc.take_snapshot().filter_traces(OURS)
    SUMS[number] = {str(line.traceback[0]): (line.size, line.count) for line in snapshot.statistics("lineno")}
    if number - KEPT > 1:
        del SUMS[number - KEPT]
    return {"number": number}


@router.get("/growth")
async def growth(since: int = 1, most: Annotated[int, Query(ge=1, le=50)] = 10) -> list[dict[str, str | int]]:
    """What the latest snapshot has more than number `since`, by line, the largest change first."""
    if since not in SUMS:
        raise HTTPException(404, f"There is no snapshot {since}.")
    now, then, nothing = SUMS[max(SUMS)], SUMS[since], (0, 0)
    changes: list[tuple[str, int, int]] = []
    for line in now.keys() | then.keys():
        (size, blocks), (size_then, blocks_then) = now.get(line, nothing), then.get(line, nothing)
        changes.append((line, size - size_then, blocks - blocks_then))
    changes.sort(key=lambda change: abs(change[1]), reverse=True)
    return [{"line": line, "bytes": size, "blocks": blocks} for line, size, blocks in changes[:most]]
