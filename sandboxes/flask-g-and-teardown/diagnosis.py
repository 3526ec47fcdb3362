"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[
        ("app.py", "g.export = Export(house)"),
        ("exports.py", "self.file = SpooledTemporaryFile(max_size=IN_MEMORY, buffering=PIECE)"),
        ("exports.py", "self.size += self.file.write("),
    ],
    stored=[("exports.py", "AT_THE_END.callback(self.close)")],
    what=["Export"],
    held_by=["cleanup.AT_THE_END"],
    near={
        "where": {
            "exports.py": "The right file. Which line of it makes something for every export, or fills it?",
            "app.py": "That line runs for every request. Which one makes what stays?",
            "cleanup.py": "That runs once, when the service starts. Which line runs for every download?",
            "meters.py": "A new reading takes the place of an old one. What does a download leave behind?",
            "tempfile.py": "Python’s own module made it, but who asked? Group by traceback and look who called.",
            "contextlib.py": "That is the entry in a list, and small. What does it lead to, and who made that?",
            "workload.py": "That is the client. It lets go of everything; look at what the service keeps of it.",
        },
        "what": {
            "SpooledTemporaryFile": "There is one more for each download, as a part of something. Which class has it?",
            "BytesIO": "That has the bytes, and belongs to a file. Which class of the service has that file?",
            "method": "A bound method holds the object that it belongs to. Of which class is that object?",
            "function": "Each function wraps one call, and leads to an object. Of which class is that?",
            "tuple": "Each tuple is an entry in something longer. What does the entry lead to in the end?",
            "Response": "Flask lets each response go when it has been sent. What was sent is another object.",
            "_AppCtxGlobals": "That is g, and there is none after a request. What was put on it, and is still there?",
        },
        "held_by": {
            "flask.g": "g is gone with its request, and what was put on it stays. Who else has got hold of that?",
            "app.app": "The application leads to its functions, and those to modules. Which name is closest?",
            "cleanup": "The right module. Which name in it?",
            "meters.HOUSES": "It has six months of every flat, always. What is kept of every download?",
            "workload.WAITING": "It has what slow clients have begun. Which name of the service leads there?",
        },
    },
)
