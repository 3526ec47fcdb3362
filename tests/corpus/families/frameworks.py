"""Flask, Jinja and Celery: healthy loops, which must show nothing, and one way each to leak."""

from program import bounded, leak

FLASK = {"packages": ("flask",), "preload": ("flask", "werkzeug.test"), "budget": 400_000}
JINJA = {"packages": ("jinja2",), "preload": ("jinja2",), "budget": 150_000}
CELERY = {"packages": ("celery", "tzdata"), "preload": ("celery",), "budget": 3_000_000, "cap": 6_400}

_SHOP = """
        import flask

        app = flask.Flask(__name__)
        app.secret_key = "corpus"

        @app.get("/orders/<int:number>")
        def order(number):
            if number % 7 == 0:
                flask.abort(404)
            flask.session["last"] = number
            return flask.jsonify(number=number, query=flask.request.args.get("q"))
"""
_CALL = """
        client = app.test_client()

        def run(i):
            client.get(f"/orders/{i % 500}?q={i}")
"""
_QUEUE = """
        from celery import Celery

        app = Celery("shop", broker="memory://", backend="cache+memory://")
        app.conf.task_always_eager = True
        app.conf.task_eager_propagates = False

        @app.task(name="shop.total")
        def total(order):
            if order % 9 == 0:
                raise ValueError(order)
            return order * 2
"""

PROGRAMS = [
    bounded(
        "flask-at-rest",
        "Routes, sessions, JSON and 404s of Flask.",
        _SHOP + _CALL,
        **FLASK,
    ),
    bounded(
        "flask-g-and-teardown",
        "What is put on flask.g goes with its request.",
        """
        import flask

        app = flask.Flask(__name__)

        @app.before_request
        def open_rows():
            flask.g.rows = [str(n) for n in range(50)]

        @app.teardown_request
        def close_rows(error):
            flask.g.pop("rows", None)

        @app.get("/")
        def index():
            if flask.request.args.get("q") == "30":
                raise RuntimeError("thirty")
            return flask.g.rows[0]

        client = app.test_client()

        def run(i):
            client.get("/", query_string={"q": i % 90})
        """,
        **FLASK,
    ),
    bounded(
        "jinja-at-rest",
        "Templates with inheritance, macros and filters, from a loader.",
        """
        import jinja2

        PAGES = {
            "base": "<h1>{% block title %}{% endblock %}</h1>{% block body %}{% endblock %}",
            "page": (
                "{% extends 'base' %}{% macro line(n) %}<li>{{ n|upper }}{% endmacro %}"
                "{% block title %}{{ title|e }}{% endblock %}"
                "{% block body %}{% for row in rows %}{{ line(row) }}{% else %}none{% endfor %}{% endblock %}"
            ),
        }
        ENVIRONMENT = jinja2.Environment(loader=jinja2.DictLoader(PAGES))

        def run(i):
            ENVIRONMENT.get_template("page").render(title=f"<{i}>", rows=[str(n) for n in range(i % 5)])
        """,
        **JINJA,
    ),
    bounded(
        "celery-at-rest",
        "Eager tasks of Celery, one in nine of which fails.",
        _QUEUE
        + """
        def run(i):
            total.delay(i)
""",
        **CELERY,
    ),
    leak(
        "flask-history",
        "Every request is kept in a list.",
        _SHOP
        + """
        HISTORY = []

        @app.after_request
        def remember(response):
            HISTORY.append((flask.request.path, response))
            return response
"""
        + _CALL,
        **FLASK,
    ),
    leak(
        "jinja-template-per-request",
        "A template is made from a text of its own per request, and kept by that text.",
        """
        import jinja2

        ENVIRONMENT = jinja2.Environment()
        TEMPLATES = {}

        def run(i):
            if i % 20 == 0:
                TEMPLATES[f"Order {i}"] = ENVIRONMENT.from_string(f"Order {i}: {{{{ total }}}}")
                TEMPLATES[f"Order {i}"].render(total=i)
        """,
        **JINJA,
    ),
    leak(
        "celery-results-kept",
        "The result of every task is kept, to be looked at one day.",
        _QUEUE
        + """
        RESULTS = []

        def run(i):
            RESULTS.append(total.delay(i))
""",
        **CELERY,
    ),
]
