"""What has grown in the living service? For whoever is on call."""

import gc
import secrets
import tracemalloc
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Header, HTTPException, Query
from settings import MEMORY_TOKEN

# Lines of the service alone: nobody on call can repair a library.
OURS = [tracemalloc.Filter(True, str(Path(__file__).with_name("*.py")))]
# Number 1 comes first: it is the base line.
SNAPSHOTS: list[tracemalloc.Snapshot] = []


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
    gc.collect()
    SNAPSHOTS.append(tracemalloc.take_snapshot().filter_traces(OURS))
    return {"number": len(SNAPSHOTS)}


@router.get("/growth")
async def growth(since: int = 1, most: Annotated[int, Query(ge=1, le=50)] = 10) -> list[dict[str, str | int]]:
    """What the latest snapshot has more than number `since`, by line, the largest change first."""
    if not 1 <= since <= len(SNAPSHOTS):
        raise HTTPException(404, f"There is no snapshot {since}.")
    changes = SNAPSHOTS[-1].compare_to(SNAPSHOTS[since - 1], "lineno")
    return [
        {"line": str(change.traceback[0]), "bytes": change.size_diff, "blocks": change.count_diff}
        for change in changes[:most]
    ]
