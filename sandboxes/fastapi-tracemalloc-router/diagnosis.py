"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[("memory.py", "SNAPSHOTS.append(tracemalloc.take_snapshot().filter_traces(OURS))")],
    what=["Snapshot"],
    held_by=["memory.SNAPSHOTS"],
    near={
        "where": {
            "boards.py": "These lines have what the towns show, and no more. Who looks at them, and keeps it?",
            "memory.py": "The right file. Which line of it puts away what it has made, each time?",
            "workload.py": "The monitor asks from here. Which line of the service answers, and keeps something?",
            "tracemalloc.py": "A snapshot is made there. Which line of the service had it made, and keeps it?",
        },
        "what": {
            "tuple": "A block of a snapshot is a tuple. Of which class is what they are a part of?",
            "_Traces": "Each belongs to one object of a class with a public name. Which one?",
            "list": "Each is a part of something. Which class has objects that gain the same number?",
            "Notice": "There is one for each town. Of what is there one more for each look?",
        },
        "held_by": {
            "memory": "The right module. Which name in it?",
            "memory.router": "It leads to the functions. Which name of the module do they put things into?",
            "boards.NOTICES": "It has twelve entries, and no more. Which name has one more for each look?",
        },
    },
)
