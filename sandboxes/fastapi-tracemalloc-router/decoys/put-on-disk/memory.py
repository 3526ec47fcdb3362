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
# Number 1 comes first: it is the base line.
NUMBERS = count(1)
FOLDER = Path("snapshots")
FOLDER.mkdir(exist_ok=True)
LATEST = [0]


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
    LATEST[0] = next(NUMBERS)
    tracemalloc.take_snapshot().filter_traces(OURS).dump(str(FOLDER / f"{LATEST[0]}.trace"))
    return {"number": LATEST[0]}


@router.get("/growth")
async def growth(since: int = 1, most: Annotated[int, Query(ge=1, le=50)] = 10) -> list[dict[str, str | int]]:
    """What the latest snapshot has more than number `since`, by line, the largest change first."""
    if not 1 <= since <= LATEST[0]:
        raise HTTPException(404, f"There is no snapshot {since}.")
    first, latest = (tracemalloc.Snapshot.load(str(FOLDER / f"{number}.trace")) for number in (since, LATEST[0]))
    changes = latest.compare_to(first, "lineno")
    return [
        {"line": str(change.traceback[0]), "bytes": change.size_diff, "blocks": change.count_diff}
        for change in changes[:most]
    ]
