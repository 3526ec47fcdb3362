"""Meter readings of a company for district heating. Landlords download them, house by house."""

import cleanup
import meters
from exports import Export
from flask import Flask, Response, abort, g, request
from flask.typing import ResponseReturnValue

app = Flask(__name__)


@app.get("/houses/<int:house>/readings.csv")
def readings(house: int) -> ResponseReturnValue:
    if house not in meters.HOUSES:
        abort(404)
    g.export = Export(house)
    g.export.write()
    return Response(g.export.pieces(), mimetype="text/csv")


@app.put("/houses/<int:house>/flats/<int:flat>")
def read_meter(house: int, flat: int) -> ResponseReturnValue:
    if flat not in meters.HOUSES.get(house, {}):
        abort(404)
    meters.add(house, flat, request.get_json()["kwh"])
    return Response(status=204)


@app.after_request
def describe(response: Response) -> Response:
    if "export" in g and response.status_code == 200:
        response.content_length = g.export.size
        response.headers["X-Readings"] = str(g.export.rows)
        response.headers["Content-Disposition"] = f"attachment; filename=house-{g.export.house}.csv"
    response.call_on_close(g.cleanup.close)
    return response


@app.before_request
def begin() -> None:
    cleanup.begin()


@app.errorhandler(meters.Faulty)
def faulty(error: meters.Faulty) -> ResponseReturnValue:
    return {"error": str(error)}, 409
