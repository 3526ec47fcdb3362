"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[
        ("mails.py", 'log.debug("read %s", mail)'),
        ("mails.py", 'log.debug("line %d has %r", place, word)'),
        ("mails.py", 'log.info("put %s into the tray of %s", mail, team)'),
        ("mails.py", 'log.info("gave %s to %s", mail, team)'),
        ("mails.py", 'log.warning("no word is known in %s", mail)'),
        ("app.py", 'desklog.log.error("refused: %s", error.reason)'),
    ],
    what=["LogRecord"],
    held_by=["desklog.RECENT"],
    near={
        "where": {
            "mails.py:lines = body.splitlines()": (
                "These are the lines of the mails, and they stay. What keeps a mail that has been taken? Look for what "
                "there is more of than mails."
            ),
            'mails.py:mail = Mail(fields["From"], fields.get("Subject", ""), lines)': (
                "Each mail stays, even when it has been taken. In what? Of which type are there several for each mail?"
            ),
            "mails.py": "The right file. Which of its lines runs for each line of the log?",
            "app.py": "It passes here. What is written down on the way, and where is the call?",
            "desklog.py": "That is where lines are kept. Which line of the service makes them?",
            "workload.py": "That is the client, which lets go of everything. What does the service keep of it?",
            "__init__.py": "That is the logging of Python, and it made it. Group by traceback and look who called.",
            "handlers.py": "That is the room in a list. What is in the list, and which line of the service made it?",
        },
        "what": {
            "Mail": "Each mail stays, in something. Of which type are there several for each mail?",
            "tuple": "They hold the arguments of something, and a mail is one of these. Of what?",
            "dict": "Each of them belongs to something. Of which type is that?",
            "list": "Each mail has a list of its lines. Who has the mail?",
            "MemoryHandler": "There is one of it, before and after. What does it have more and more of?",
            "Logger": "There are as many loggers as before. What is made by a logger, for each line?",
            "deque": "There are three, one for each tray, and they are nearly empty. What else has got hold of a mail?",
        },
        "held_by": {
            "mails.TRAYS": "A mail is in its tray until it is taken. How many are there, and how many are alive?",
            "desklog.log": "The logger leads to two handlers. One of them keeps what it gets. What is its name?",
            "desklog.CONSOLE": "It writes each line and keeps none. The logger has another handler.",
            "desklog": "The right module. Which name in it?",
            "app.app": "The application leads to its functions, and those to modules. Which name is closest?",
            "workload": "The load keeps a single answer. Which name of the service leads to the lines?",
        },
    },
)
