"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

STORED = "Memory passes by here. Which line of audit.py makes something for every request, to be called later?"

culprit = Culprit(
    where=[("audit.py", "def write(**kwargs: object) -> None:")],
    stored=[("audit.py", "request_finished.connect(write, weak=False)")],
    what=["function", "tuple"],
    held_by=["audit.request_finished", "django.core.signals.request_finished"],
    near={
        "where": {
            "audit.py:CURRENT.notes = []": (
                "That list is replaced with the next request, and would be gone. What else refers to it?"
            ),
            "audit.py": "The right file. Which line of it runs for every request, and makes what is called later?",
            "box_office.py": "What the views make stays because the request stays. What keeps the request?",
            "dispatcher.py": "That is the entry in Django’s list. Who made what is entered there?",
            "request.py": STORED,
            "wsgi.py": STORED,
            "workload.py": "The load makes the environ of each request. Who keeps it, long after the answer?",
        },
        "what": {
            "WSGIRequest": "One for each request, and it does not hold itself. Something that is called later has it.",
            "cell": "A cell has one variable of a closure. What is it a part of?",
            "dict": "Most of them belong to requests. What keeps a request?",
            "list": "Most of them belong to requests. What keeps a request?",
            "ReferenceType": "These belong to parts of a request. What keeps a request?",
        },
        "held_by": {
            "audit.CURRENT": "It has one list, that of the latest request. The one before was replaced.",
            "box_office.SOLD": "It has one name for each seat that is sold. What holds what is called later?",
            "audit.AUDIT": "A logger passes on what it gets, and keeps none of it.",
            "wsgi.application": "It has the middleware, which is made once. What holds what is called later?",
            "audit.write_when_finished": "It makes what stays, and does not hold it. Whom does it hand it to?",
        },
    },
)
