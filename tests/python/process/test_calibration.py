"""Healthy loops over real frameworks: each at rest, and how finely that was seen."""

from dataclasses import replace

import pytest
from programs import ASYNC, CONTRACT, PLAIN, as_kind, program, verdict_on

from leaklab.native.judging import check
from leaklab.wire.report import Bounded

FLASK = """
from flask import Flask, jsonify, request
from werkzeug.test import Client

app = Flask(__name__)

@app.post("/orders/<int:number>")
def order(number):
    return jsonify(number=number, lines=request.get_json()["lines"])

client = Client(app)

def handle(i):
    answer = client.post(f"/orders/{i}", json={"lines": [{"sku": f"s-{i % 40}"}] * (i % 5)})
    assert answer.status_code == 200
"""

JINJA = """
from jinja2 import Environment

PAGE = Environment().from_string("<h1>{{ title }}</h1>{% for line in lines %}<li>{{ line|upper }}</li>{% endfor %}")

def handle(i):
    PAGE.render(title=f"Order {i}", lines=[f"sku-{n}" for n in range(i % 7)])
"""

DJANGO = """
import io

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import Http404, JsonResponse
from django.urls import path

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="calibration", LOGGING_CONFIG=None)

def order(request, number):
    if number % 10 == 0:
        raise Http404
    return JsonResponse({"number": number, "agent": request.headers["User-Agent"]})

urlpatterns = [path("orders/<int:number>", order)]
application = get_wsgi_application()

def handle(i):
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": f"/orders/{i}", "SERVER_NAME": "test", "SERVER_PORT": "80",
        "HTTP_USER_AGENT": f"shop/{i % 5}", "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO(),
        "wsgi.url_scheme": "http",
    }
    response = application(environ, lambda status, headers: None)
    b"".join(response)
    response.close()
"""

SQLALCHEMY = """
from sqlalchemy import ForeignKey, create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship

class Base(DeclarativeBase):
    pass

class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    lines: Mapped[list["Line"]] = relationship(back_populates="order", cascade="all, delete-orphan")

class Line(Base):
    __tablename__ = "lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    sku: Mapped[str]
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
    order: Mapped[Order] = relationship(back_populates="lines")

engine = create_engine("sqlite://")
Base.metadata.create_all(engine)

def handle(i):
    with Session(engine) as session:
        session.add(Order(id=i, lines=[Line(sku=f"s-{n}") for n in range(1 + i % 4)]))
        session.commit()
    with Session(engine) as session:
        order = session.scalars(select(Order).where(Order.id == i)).one()
        assert len(order.lines) == 1 + i % 4
        session.delete(order)
        session.commit()
"""

ASGI = """
import json

async def ask(app, method, path, body=b""):
    sent = []
    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}
    async def send(message):
        sent.append(message)
    await app(
        {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "path": path,
         "raw_path": path.encode(), "query_string": b"", "root_path": "", "scheme": "http", "server": ("test", 80),
         "client": ("10.0.0.1", 1), "headers": [(b"content-type", b"application/json")]},
        receive, send)
    return sent[0]["status"]
"""

STARLETTE = (
    ASGI
    + """
import asyncio

from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route

async def order(request):
    await asyncio.sleep(0.01 * (request.path_params["number"] % 3))
    return JSONResponse({"number": request.path_params["number"], "body": len(await request.body())})

app = Starlette(routes=[Route("/orders/{number:int}", order, methods=["GET", "POST"])])

async def handle(i):
    assert await ask(app, "POST", f"/orders/{i}", b"x" * (i % 50)) == 200
"""
)

FASTAPI = (
    ASGI
    + """
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()

class Line(BaseModel):
    sku: str
    count: int = 1

class Order(BaseModel):
    lines: list[Line]

@app.post("/orders/{number}")
async def order(number: int, order: Order) -> Order:
    if number % 10 == 0:
        raise HTTPException(409)
    return order

async def handle(i):
    body = json.dumps({"lines": [{"sku": f"s-{n}"} for n in range(i % 4)]}).encode()
    assert await ask(app, "POST", f"/orders/{i}", body) in (200, 409)
"""
)


@pytest.mark.parametrize(
    ("app", "workload", "jitter"),
    [
        pytest.param(FLASK, PLAIN, 1.0, id="Flask"),
        pytest.param(JINJA, PLAIN, 1.0, id="Jinja"),
        pytest.param(DJANGO, PLAIN, 1.0, id="Django"),
        # Statement caches of SQLAlchemy and pysqlite: a sawtooth of 21 kB.
        pytest.param(SQLALCHEMY, PLAIN, 5.0, id="SQLAlchemy"),
        pytest.param(STARLETTE, ASYNC, 1.0, id="Starlette"),
        pytest.param(FASTAPI, ASYNC, 1.0, id="FastAPI"),
    ],
)
def test_a_healthy_framework_is_at_rest(app: str, workload: str, jitter: float) -> None:
    healthy = replace(program(app, workload=workload), contract=replace(CONTRACT, sensitivity=jitter))
    verdict = as_kind(Bounded, check(healthy, 1))
    assert abs(verdict.bytes_per_unit) < jitter / 2
    assert verdict.detection_limit < jitter


def test_a_cache_with_a_time_to_live_rests_when_its_time_has_come() -> None:
    """A day of virtual time: real `cachetools`, whose default timer was bound when it was imported."""
    app = """
from cachetools import TTLCache

SEEN = TTLCache(maxsize=1_000_000, ttl={ttl})

def handle(i):
    SEEN[f"client-{{i}}"] = [i]
"""
    assert verdict_on(app.format(ttl=3)).kind == "bounded"
    assert verdict_on(app.format(ttl=10_000_000)).kind == "growing"
