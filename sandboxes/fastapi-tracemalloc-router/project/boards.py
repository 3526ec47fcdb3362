"""Notice boards in front of town halls: each shows the notice that came last. A feed brings them, and phones ask."""

from dataclasses import dataclass

import memory
from fastapi import FastAPI, HTTPException

app = FastAPI(title="Notice boards")
app.include_router(memory.router)


@dataclass(slots=True)
class Notice:
    title: str
    text: str
    # What the board itself is sent: it knows no other letters.
    shown: bytes


NOTICES: dict[str, Notice] = {}


def put_up(town: str, title: str, text: str) -> None:
    """The feed has brought a notice: it takes the place of the one before."""
    NOTICES[town] = Notice(
        title=title.upper(),
        text=" ".join(text.split()),
        shown=text.encode("latin-1", "replace"),
    )


@app.get("/boards/{town}")
async def board(town: str) -> dict[str, str]:
    if town not in NOTICES:
        raise HTTPException(404, f"There is no notice in {town}.")
    notice = NOTICES[town]
    return {"title": notice.title, "text": notice.text}
