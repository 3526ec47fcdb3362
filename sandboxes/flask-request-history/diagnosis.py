"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[
        ("history.py", "return Exchange("),
        ("history.py", "headers=dict(request.headers)"),
        ("history.py", "sent=request.get_data(as_text=True)"),
        ("history.py", "answered=response.get_data(as_text=True)"),
    ],
    stored=[
        ("history.py", "self.exchanges.append(exchange)"),
        ("history.py", "HISTORY.add(exchange_of(response))"),
    ],
    what=["Exchange"],
    held_by=["history.HISTORY", "history.HISTORY.exchanges"],
    near={
        "where": {
            "history.py": "The right file. Which line makes something on each request, or puts it where it stays?",
            "quotes.py": "What this line allocates is freed again. Compare two snapshots, collected before each.",
            "app.py": "The application is built once. Look for a line that runs on every request.",
            "workload.py": "That is the client. It lets go of everything; look at what the service keeps of it.",
            "request.py": "Werkzeug made this text, but who asked for it? Group by traceback and look who called.",
            "response.py": "Werkzeug made this text, but who asked for it? Group by traceback and look who called.",
            "headers.py": "Werkzeug read these headers, but who asked? Group by traceback and look who called.",
        },
        "what": {
            "dict": "There is one more dict a request, as a part of something. Which type has it as a field?",
            "str": "Text is most of the bytes. Which type of the service keeps it, and grows by one a request?",
            "bytes": "Look for a type that the service itself defines and that grows by exactly one a request.",
            "list": "There is one list, and it only gets longer. What is in it?",
            "History": "There is one History from start to end. What does it keep one of for every request?",
            "Request": "Flask lets each request go when it has been answered. Something was copied from it first.",
            "Response": "Flask lets each response go when it has been sent. Something was copied from it first.",
        },
        "held_by": {
            "quotes.price": "That cache is full at 128 entries and stays there. Who holds what grows for ever?",
            "app.app": "The application leads there, as it leads to everything. Which name is closest to the objects?",
            "history.bp": "The blueprint holds the functions. Where do those functions put what they make?",
            "flask.g": "g is emptied when the request ends. Who is still there after that?",
        },
    },
)
