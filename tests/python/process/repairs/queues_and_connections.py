from repairs.repair import Repair

QUEUES = "queues-and-connections"
OLDEST = "fixes/drop-the-oldest"
CLOSE = "fixes/close-the-slow-one"
PLACE = "fixes/a-place-for-the-tariff"
POP = "decoys/pop-in-finally"
C = "commands.py"
S = "stations.py"
A = "app.py"
OUTBOX = "asyncio.Queue()"
WRITE = "    async def write(self)"
PUT = "station.outbox.put_nowait(CURRENT[0])"
ANNOUNCE = """    CURRENT[0] = Tariff(price)
    for station in STATIONS.values():
        station.outbox.put_nowait(CURRENT[0])
"""
# The station’s connection is closed, and it has left before that, so that nobody waits for it.
CLOSING = """    def put(self, message: Message) -> None:
        try:
            self.outbox.put_nowait(message)
        except asyncio.QueueFull:
            leave(self)
            self.closing = asyncio.create_task(self.websocket.close(1013))

"""

RIGHT = {
    "weak commands, and an outbox that lets the oldest go": Repair(
        QUEUES,
        "decoys/bounded-outbox",
        (
            (
                C,
                "from dataclasses import dataclass\n",
                "from dataclasses import dataclass\nfrom weakref import WeakValueDictionary\n",
            ),
            (
                C,
                'WAITING: dict[int, "Command"] = {}',
                'WAITING: WeakValueDictionary[int, "Command"] = WeakValueDictionary()',
            ),
            (C, "@dataclass(eq=False, slots=True)", "@dataclass(eq=False)"),
        ),
    ),
    "a callback on the reply, and a close when the outbox is full": Repair(
        QUEUES,
        "",
        (
            (
                C,
                "    WAITING[command.id] = command\n    station.outbox.put_nowait(command)\n",
                "    WAITING[command.id] = command\n"
                "    command.reply.add_done_callback(lambda _: WAITING.pop(command.id, None))\n"
                "    station.put(command)\n",
            ),
            (S, OUTBOX, "asyncio.Queue(50)"),
            (S, PUT, "station.put(CURRENT[0])"),
            (S, "for station in STATIONS.values()", "for station in list(STATIONS.values())"),
            (S, WRITE, CLOSING + WRITE),
        ),
    ),
    "backpressure for commands, one place for the tariff": Repair(
        QUEUES,
        "",
        (
            (
                C,
                "    station.outbox.put_nowait(command)\n"
                "    async with asyncio.timeout(PATIENCE):\n"
                "        return await command.reply\n",
                "    try:\n"
                "        async with asyncio.timeout(PATIENCE):\n"
                "            await station.outbox.put(command)\n"
                "            return await command.reply\n"
                "    finally:\n"
                "        WAITING.pop(command.id, None)\n",
            ),
            (C, 'WAITING.pop(message["id"], None)', 'WAITING.get(message["id"])'),
            (S, OUTBOX, "asyncio.Queue(40)\n        self.told = CURRENT[0]"),
            (
                S,
                "                message = await self.outbox.get()\n",
                "                message = await self.outbox.get()\n"
                "                if self.told is not CURRENT[0]:\n"
                "                    self.told = CURRENT[0]\n"
                "                    await self.websocket.send_json(self.told.message())\n"
                "                if isinstance(message, Tariff) and self.tariff_sent:\n"
                "                    continue\n"
                "                self.tariff_sent = True\n",
            ),
            (S, "        self.report: dict", "        self.tariff_sent = False\n        self.report: dict"),
            (
                S,
                ANNOUNCE,
                "    CURRENT[0] = Tariff(price)\n"
                "    for station in STATIONS.values():\n"
                "        if not station.outbox.full():\n"
                "            station.outbox.put_nowait(CURRENT[0])\n",
            ),
        ),
    ),
    "a sweep through the map, and a watchman for the outboxes": Repair(
        QUEUES,
        "",
        (
            (
                C,
                "    WAITING[command.id] = command\n",
                "    for number in [number for number, one in WAITING.items() if one.reply.done()]:\n"
                "        del WAITING[number]\n"
                "    WAITING[command.id] = command\n",
            ),
            (
                S,
                "                message = await self.outbox.get()\n"
                "                await self.websocket.send_json(message.message())\n",
                "                message = await self.outbox.get()\n"
                "                watch = asyncio.get_running_loop().call_later(12, self.stop, asyncio.current_task())\n"
                "                await self.websocket.send_json(message.message())\n"
                "                watch.cancel()\n",
            ),
            (
                S,
                WRITE,
                "    def stop(self, writing):\n"
                "        leave(self)\n"
                "        writing.cancel()\n"
                "        self.outbox = asyncio.Queue()\n"
                "        self.closing = asyncio.create_task(self.websocket.close(1013))\n\n" + WRITE,
            ),
        ),
    ),
}

WRONG = {
    "room for half of a pause": Repair(
        QUEUES, OLDEST, ((S, "MOST = 64", "MOST = 20"),), "must get that answer, not 504"
    ),
    "no answer after the timeout of an hour": Repair(
        QUEUES, OLDEST, ((C, "PATIENCE = 30.0", "PATIENCE = 3_600.0"),), "must get 504 after 30 s"
    ),
    "whoever pauses is closed": Repair(
        QUEUES, CLOSE, ((S, "SEND_TIMEOUT = 15.0", "SEND_TIMEOUT = 3.0"),), "must get that answer, not 504"
    ),
    "the last connection out takes the name with it": Repair(
        QUEUES,
        OLDEST,
        (
            (
                S,
                "    if STATIONS.get(station.name) is station:\n        del STATIONS[station.name]",
                "    STATIONS.pop(station.name, None)",
            ),
        ),
        "must get that answer, not 404",
    ),
    "no tariff for who connects": Repair(
        QUEUES,
        PLACE,
        ((S, "    station.tell(CURRENT[0])\n\n\ndef leave", "\n\ndef leave"),),
        "must be told the tariff first of all",
    ),
    "commands are over, tariffs stay": Repair(
        QUEUES,
        POP,
        (
            (
                C,
                "        WAITING.pop(command.id, None)\n",
                "        WAITING.pop(command.id, None)\n"
                "        if command in station.outbox._queue:\n"
                "            station.outbox._queue.remove(command)\n",
            ),
        ),
        "per command",
        kind="growing",
    ),
}
