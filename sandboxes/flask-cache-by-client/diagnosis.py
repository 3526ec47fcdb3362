"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[
        ("readers.py", "READERS[address] = Reader()"),
        ("readers.py", "self.recent: deque[int] = deque(maxlen=12)"),
    ],
    what=["Reader"],
    held_by=["readers.READERS"],
    near={
        "where": {
            "readers.py": "The right file. Which line of it runs once for each new reader, and makes something?",
            "articles.py": "Views are counted by article, and there are 24 of those. What is kept by reader?",
            "app.py": "It asks for a reader on every request. Which line makes one?",
            "workload.py": "That is where an address is written. Who keeps it, and makes something to go with it?",
        },
        "what": {
            "deque": "There are as many deques, and each of them is a part of something. Which class has one?",
            "str": "The addresses are strings, and stay as keys. Of which class is what the dict has for each of them?",
            "dict": "There is one dict, and it becomes longer. Of which class is what it has for each key?",
            "Request": "Flask lets each request go when it has been answered. What is found by its address stays.",
        },
        "held_by": {
            "articles.VIEWS": "It has a number for each of 24 articles. What is there one of for each reader?",
            "articles.TITLES": "It is made once, and has 24 articles. What is there one of for each reader?",
            "app.app": "The application leads there, as it leads to everything. Which name is closest to the readers?",
            "workload": "The load only changes how many readers there are. Which name of the service leads to them?",
        },
    },
)
