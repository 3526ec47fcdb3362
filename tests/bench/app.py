"""The smallest Flask program: what it costs to get one answer."""

import flask

app = flask.Flask(__name__)


@app.get("/")
def index() -> str:
    return "ready"


client = app.test_client()


def run(i: int) -> None:
    print(client.get("/").get_data(as_text=True))
