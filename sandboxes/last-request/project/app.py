"""A small service with a debug page."""

from debug import LastRequest
from flask import Flask

app = Flask(__name__)
app.wsgi_app = LastRequest(app.wsgi_app)  # type: ignore[method-assign]


@app.get("/parcels/<int:number>")
def parcel(number: int) -> tuple[dict[str, object], int]:
    if number % 10 == 0:
        return {"error": "There is no such parcel."}, 404
    return {"number": number, "state": "on its way"}, 200
