"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit
from leaklab.lesson import said

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
            "history.py": said(
                "The right file. Which line makes something on each request, or puts it where it stays?",
                de="Die richtige Datei. Welche Zeile macht pro Anfrage etwas, oder legt es dorthin, wo es bleibt?",
            ),
            "quotes.py": said(
                "What this line allocates is freed again. Compare two snapshots, collected before each.",
                de="Was diese Zeile allokiert, wird wieder frei. Vergleiche zwei Snapshots, und sammle vor jedem.",
            ),
            "app.py": said(
                "The application is built once. Look for a line that runs on every request.",
                de="Die Anwendung wird einmal gebaut. Suche eine Zeile, die bei jeder Anfrage läuft.",
            ),
            "workload.py": said(
                "That is the client. It lets go of everything; look at what the service keeps of it.",
                de="Das ist der Client. Er lässt alles wieder los; sieh nach, was der Dienst davon behält.",
            ),
            "request.py": said(
                "Werkzeug made this text, but who asked for it? Group by traceback and look who called.",
                de="Diesen Text hat Werkzeug angelegt, aber wer wollte ihn? Gruppiere nach Traceback: Wer hat gerufen?",
            ),
            "response.py": said(
                "Werkzeug made this text, but who asked for it? Group by traceback and look who called.",
                de="Diesen Text hat Werkzeug angelegt, aber wer wollte ihn? Gruppiere nach Traceback: Wer hat gerufen?",
            ),
            "headers.py": said(
                "Werkzeug read these headers, but who asked? Group by traceback and look who called.",
                de="Diese Header hat Werkzeug gelesen, aber wer wollte sie? Gruppiere nach Traceback: Wer hat gerufen?",
            ),
        },
        "what": {
            "dict": said(
                "There is one more dict a request, as a part of something. Which type has it as a field?",
                de="Pro Anfrage gibt es ein Dict mehr, als Teil von etwas. Welcher Typ hat es als Feld?",
            ),
            "str": said(
                "Text is most of the bytes. Which type of the service keeps it, and grows by one a request?",
                de="Die meisten Bytes sind Text. Welcher Typ des Dienstes hält ihn und wächst pro Anfrage um eins?",
            ),
            "bytes": said(
                "Look for a type that the service itself defines and that grows by exactly one a request.",
                de="Suche einen Typ, den der Dienst selbst definiert und von dem pro Anfrage genau einer dazukommt.",
            ),
            "list": said(
                "There is one list, and it only gets longer. What is in it?",
                de="Es gibt nur eine Liste, und sie wird immer länger. Was steht darin?",
            ),
            "History": said(
                "There is one History from start to end. What does it keep one of for every request?",
                de="Von Anfang bis Ende gibt es eine einzige History. Was behält sie, eins für jede Anfrage?",
            ),
            "Request": said(
                "Flask lets each request go when it has been answered. Something was copied from it first.",
                de="Flask lässt jeden Request los, sobald er beantwortet ist. Vorher wurde etwas daraus kopiert.",
            ),
            "Response": said(
                "Flask lets each response go when it has been sent. Something was copied from it first.",
                de="Flask lässt jede Response los, sobald sie gesendet ist. Vorher wurde etwas daraus kopiert.",
            ),
        },
        "held_by": {
            "quotes.price": said(
                "That cache is full at 128 entries and stays there. Who holds what grows for ever?",
                de="Dieser Cache ist mit 128 Einträgen voll und bleibt es. Wer hält das, was immer weiter wächst?",
            ),
            "app.app": said(
                "The application leads there, as it leads to everything. Which name is closest to the objects?",
                de="Die Anwendung führt dorthin, wie sie überallhin führt. Welcher Name ist den Objekten am nächsten?",
            ),
            "history.bp": said(
                "The blueprint holds the functions. Where do those functions put what they make?",
                de="Der Blueprint hält die Funktionen. Wohin legen diese Funktionen, was sie anlegen?",
            ),
            "flask.g": said(
                "g is emptied when the request ends. Who is still there after that?",
                de="g wird geleert, wenn die Anfrage endet. Wer ist danach noch da?",
            ),
        },
    },
)
