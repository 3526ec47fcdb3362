"""The support desk of a maker of sewing machines. A mail server hands over each mail, and teams take them."""

import desklog
import mails
from flask import Flask, g, request
from flask.typing import ResponseReturnValue

app = Flask(__name__)


@app.before_request
def begin() -> None:
    g.trail = []


@app.post("/mails")
def hand_over() -> ResponseReturnValue:
    mail = mails.read(request.get_data(as_text=True))
    team = mails.team_for(mail)
    mails.put(mail, team)
    return {"team": team}, 201


@app.post("/teams/<team>/next")
def next_mail(team: str) -> ResponseReturnValue:
    mail = mails.take(team)
    if mail is None:
        return "", 204
    return {"from": mail.sender, "subject": mail.subject, "text": mail.lines}


@app.errorhandler(mails.Refused)
def refused(error: mails.Refused) -> ResponseReturnValue:
    desklog.log.error("refused: %s", error.reason)
    return {"error": error.reason, "trail": desklog.trail()}, error.status
