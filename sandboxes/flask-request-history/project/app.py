"""The parcel service: quotes for the shop, and a page for whoever is on call."""

import history
import quotes
from flask import Flask, current_app, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException


def failed(error: Exception) -> ResponseReturnValue:
    if isinstance(error, HTTPException):
        return {"error": error.description}, error.code or 500
    current_app.logger.error("%s %s failed: %r", request.method, request.path, error)
    return {"error": "Something went wrong on our side."}, 500


def create_app() -> Flask:
    app = Flask(__name__)
    app.register_blueprint(quotes.bp)
    app.register_blueprint(history.bp)
    app.register_error_handler(Exception, failed)
    return app


app = create_app()
