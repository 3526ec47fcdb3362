"""Drivers of a parcel service send photos of damaged parcels; depots ask what has come in."""

from collections.abc import Iterator

import archive
from flask import Flask, request, stream_with_context
from flask.typing import ResponseReturnValue
from last_request import LastRequest

app = Flask(__name__)
app.wsgi_app = LastRequest(app.wsgi_app, most_bytes=32 * 1024)  # type: ignore[method-assign]


@app.put("/parcels/<int:number>/photo")
def receive(number: int) -> ResponseReturnValue:
    photo = request.get_data()
    if not photo:
        return {"error": "There is no photo in it."}, 400
    return {"parcel": number, "receipt": archive.put(photo)}, 201


@app.errorhandler(archive.Refused)
def refused(error: archive.Refused) -> ResponseReturnValue:
    return {"error": "The storage does not take this photo."}, 502


@app.get("/parcels/<int:number>")
def parcel(number: int) -> ResponseReturnValue:
    if number % 10 == 0:
        return {"error": "There is no such parcel."}, 404
    return {"parcel": number, "depot": archive.DEPOTS[number % len(archive.DEPOTS)]}


@app.get("/depots/<name>/today.csv")
def today(name: str) -> ResponseReturnValue:
    if name not in archive.DEPOTS:
        return {"error": "There is no such depot."}, 404

    def lines() -> Iterator[str]:
        yield "parcel,depot,asked by\n"
        for number in archive.photos_of(name):
            yield f"{number},{name},{request.remote_addr}\n"

    return stream_with_context(lines()), {"Content-Type": "text/csv"}
