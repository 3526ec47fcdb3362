"""What a diagnosis of this program has to find."""

from leaklab.diagnosis import Culprit

ASYNCIO = "That is asyncio’s own file. Trace with more frames, and take the nearest line of ours."

culprit = Culprit(
    where=[
        (
            "commands.py",
            "command = Command(next(NUMBERS), order, asyncio.get_running_loop().create_future())",
        ),
    ],
    stored=[
        ("commands.py", "WAITING[command.id] = command"),
        ("commands.py", "station.outbox.put_nowait(command)"),
    ],
    what=["Command"],
    held_by=["commands.WAITING", "stations.STATIONS"],
    near={
        "where": {
            "app.py": "What an operator sends is read there and handed on. Which line makes the thing that keeps it?",
            "stations.py": "Some of it comes from there: tariffs. Of what is there more, and which line makes that?",
            "commands.py": "The right file. Which line of it makes the object that stays?",
            "queues.py": ASYNCIO,
            "decoder.py": "The orders are read from JSON there. Which line of ours makes the thing that keeps them?",
            "requests.py": "An order is read from its request there. Which line of ours makes the thing that keeps it?",
            "workload.py": "That is the load. Who in the service keeps what it sends?",
        },
        "what": {
            "Future": "There is one in each of them. Of which class is what has it as a field?",
            "dict": "Orders are dicts. Of which class is what has one as a field?",
            "Tariff": "Some of these stay, few to each hundred commands. Of what is there more?",
            "Station": "Their number goes up and down, and stays small. What is it that hangs on some of them?",
            "deque": "A queue has one, and it becomes longer. Of which class is what is in it?",
            "Queue": "There is one for each connection. Of which class is what becomes more in some of them?",
            "Task": "There are two for each connection and no more. What is kept when a command is over?",
        },
        "held_by": {
            "commands.NUMBERS": "It only counts. Which name leads to the commands?",
            "stations.CURRENT": "It has one tariff, the newest. Which name leads to the commands?",
            "app.app": "The application leads to its routes. Which name of the service leads to the commands?",
            "workload": "That is the load. Which name of the service leads to the commands?",
        },
    },
)
