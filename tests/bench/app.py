"""The smallest Flask program: what it costs to get one answer."""

import flask
from werkzeug.test import Client

app = flask.Flask(__name__)


@app.get("/")
def index() -> str:
    return "ready"


client = Client(app)


def run(i: int) -> None:
    print(client.get("/").get_data(as_text=True))
