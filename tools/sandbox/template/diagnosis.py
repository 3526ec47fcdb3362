"""What a diagnosis of this program must have found."""

# AUTHOR: Name every line, type and holder that is a right answer; tell each near miss in a sentence where to look.

from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[
        ("service.py", "TICKETS.append(ticket)"),
        ("service.py", 'ticket = f"{len(TICKETS) + 1:06} {customer}: {wish}"'),
    ],
    what=["str"],
    held_by=["service.TICKETS"],
    near={
        "where": {"workload.py": "That is the load. Look at what the program keeps of it."},
        "what": {"list": "There is one list, and it only gets longer. What is in it?"},
        "held_by": {},
    },
)
