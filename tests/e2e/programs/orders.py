"""FastAPI takes an order, which a model reads, and refuses another; what is taken is kept."""

import json
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel


class Order(BaseModel):
    title: str
    price: float
    count: int = 1


app = FastAPI()
kept: list[Order] = []


@app.post("/orders")
async def take(order: Order) -> dict[str, float]:
    kept.append(order)
    return {"total": order.price * order.count}


async def post(body: dict[str, object]) -> tuple[int, Any]:
    """As a server would call it."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": json.dumps(body).encode()}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/orders",
        "raw_path": b"/orders",
        "root_path": "",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json")],
        "client": ("reader", 1),
        "server": ("shop", 80),
    }
    await app(scope, receive, send)
    return sent[0]["status"], json.loads(sent[1]["body"])


async def run(i: int) -> None:
    taken = await post({"title": f"book {i}", "price": "2.5", "count": 2})
    assert taken == (200, {"total": 5.0}), taken
    status, answer = await post({"title": i, "price": 1})
    assert (status, answer["detail"][0]["type"]) == (422, "string_type"), answer
