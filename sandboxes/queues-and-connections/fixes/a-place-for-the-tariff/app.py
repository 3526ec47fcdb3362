"""The control room of a network of charging stations."""

import asyncio
import json

import commands
import stations
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket
from stations import STATIONS, Busy, Station


async def serve(websocket: WebSocket) -> None:
    """One connection of a station, from its first message to its last."""
    await websocket.accept()
    station = Station(websocket.path_params["name"], websocket)
    stations.enter(station)
    writing = asyncio.create_task(station.write())
    try:
        async for text in websocket.iter_text():
            message = json.loads(text)
            if "id" in message:
                commands.answered(message)
            else:
                station.report = message
    except ValueError:
        await websocket.close(1007, "not JSON")
    finally:
        writing.cancel()
        stations.leave(station)


async def overview(request: Request) -> Response:
    return JSONResponse({name: station.report for name, station in STATIONS.items()})


async def command(request: Request) -> Response:
    """Have a station do something for a driver who stands before it."""
    station = STATIONS.get(request.path_params["name"])
    if station is None:
        return JSONResponse({"error": "not connected"}, 404)
    try:
        answer = await commands.ask(station, await request.json())
    except Busy:
        return JSONResponse({"error": "does not read"}, 503)
    except TimeoutError:
        return JSONResponse({"error": "no answer"}, 504)
    return JSONResponse(answer)


async def tariff(request: Request) -> Response:
    """A new price for all stations."""
    stations.announce(await request.json())
    return Response(status_code=204)


app = Starlette(
    routes=[
        Route("/stations", overview),
        Route("/stations/{name}/commands", command, methods=["POST"]),
        Route("/tariff", tariff, methods=["PUT"]),
        WebSocketRoute("/stations/{name}", serve),
    ]
)
