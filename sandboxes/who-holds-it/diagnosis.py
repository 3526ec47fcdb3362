"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    what=["Mailing"],
    held_by=["pace.PACE.listeners", "pace.PACE"],
    near={
        "what": {
            "method": "There is one for each, too. It is bound to an object. Of which type?",
            "list": "Some lists are parts of what stays. Which type of the program has them as fields?",
            "dict": "A few dicts are there from the start. Which type gains one for each order?",
            "str": "Letters and references stay because something has them. Which type of the program is that?",
            "KeyedRef": "Those are the weak references of desk.BY_REFERENCE. Each goes when its mailing goes.",
            "Pace": "There is one from start to end. What does it lead to, one for each order?",
            "deque": "There is one in desk.py, with thirty entries and no more. Of which type are the entries?",
        },
        "held_by": {
            "desk.LATEST": "It holds thirty, the newest that ended. Take the oldest that is alive: is it among them?",
            "desk.UNDER_WAY": "It holds those that are under way, for good reason. Who holds one that ended long ago?",
            "desk.BY_REFERENCE": "It lists all that are alive, and its references are weak: they hold none of them.",
            "mailing.Mailing.adjust": "That is the function, one for all. A method bound to one of them holds it. "
            "Who holds the method?",
            "pace": "The right module. Which of its names does the path go through?",
            "__main__": "That is diagnose.py: a name of your own refers to it. Leave your names out of the search.",
            "method": "A bound method holds its object, yes. And who holds the method? Ask once more.",
            "dict": "The names of a module are in a dict. Which name in it leads on?",
            "generator": "That is yours: a generator that has stopped halfway keeps its variables. Drop it first.",
        },
    },
)
