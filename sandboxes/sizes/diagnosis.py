"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    what=["Plan"],
    held_by=["dispatch.OFFICE", "dispatch.OFFICE.plans"],
    near={
        "what": {
            "Position": "They gain most by number, and there are 600 at most. What do they come to, all together?",
            "list": "Each of these lists is a part of something. What are they a part of?",
            "dict": "These are parts. Which type of the program has them as attributes?",
            "tuple": "A tuple here is one departure. Which type has all the departures of a day?",
            "str": "Most of the bytes are text, and text belongs to somebody. Which type of the program leads to it?",
            "float": "Three of these belong to each position, and there are 600 positions at most.",
            "Office": "There is one Office, from start to end. What does it gain?",
            "Track": "There is one Track, with room for 600 positions. What do all of them come to together?",
        },
        "held_by": {
            "dispatch.OFFICE.track": "It holds the positions, and there is room for 600 of them. Who holds the others?",
            "dispatch.OFFICE.track.positions": "There is room for 600 in it. Who holds what has no such bound?",
            "dispatch.OFFICE.late": "Five names with a number each, from start to end. What comes with each new delay?",
            "plans.ROUNDS": "The rounds are the same for every plan, and there is one set of them.",
            "Plan": "That is one of them. Who leads to all of them?",
        },
    },
)
