"""A local newspaper: its articles, and under each of them what to read next."""

import articles
import readers
from flask import Flask, request
from flask.typing import ResponseReturnValue

app = Flask(__name__)


@app.get("/")
def front_page() -> ResponseReturnValue:
    reader = readers.reader_at(request.remote_addr or "")
    return {
        "new": [number for number in articles.TITLES if number not in reader.recent],
        "read": [number for number in articles.TITLES if number in reader.recent],
    }


@app.get("/articles/<int:number>")
def article(number: int) -> ResponseReturnValue:
    if number not in articles.TITLES:
        return {"error": "There is no such article."}, 404
    articles.VIEWS[number] += 1
    reader = readers.reader_at(request.remote_addr or "")
    reader.opened(number)
    return {"title": articles.TITLES[number], "next": articles.most_read(reader.recent)}
