"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[("portal.py", "answer = SESSION.get(PORTALS[lab] + path)")],
    what=["Cookie"],
    held_by=["portal.SESSION", "portal.SESSION.cookies"],
    near={
        "where": {
            "portal.py": "The right file. Which line of it talks to a portal, once for every report?",
            "findings.py": "It passes here, and the page is let go of. Which line of the service asks a portal for it?",
            "workload.py": "The portals are there. Which line of the service asks them?",
            "cookiejar.py": "Python’s own jar makes it there. Which line of the service led there? Store more frames.",
            "cookies.py": "That is a part of requests. Which line of the service led there? Store more frames.",
            "sessions.py": "That is a part of requests. Which line of the service led there? Store more frames.",
            "copy.py": "That makes a copy, and copies are let go of. Which line of the service led there?",
            "message.py": "The header of an answer is read there. Which line of the service asked for it?",
        },
        "what": {
            "dict": "Each is a part of something, or leads to it. Which class has objects that gain the same fraction?",
            "str": "The text is large, and it is the value of something. Of which class?",
            "Response": "Count them again after gc.collect(): a response is let go of. What is taken out of it first?",
            "Session": "There is one, however many reports there were. Of what does it have more and more?",
            "HTTPAdapter": "A session has two, from the start. What does the same session have more and more of?",
        },
        "held_by": {
            "portal": "The right module. Which name in it?",
            "portal.SESSION.adapters": "There are two, from the start. Look further into the same session.",
            "portal.SESSION.headers": "They are the same for every request. Look further into the same session.",
            "workload.HOSTS": "The portals keep no cookies. Which name of the service leads to all of them?",
            "portal.PORTALS": "Two addresses, from the start. Which name of the service leads to what piles up?",
        },
    },
)
