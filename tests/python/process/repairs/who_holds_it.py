from repairs.repair import Repair

HOLDS = "who-holds-it"
FORGET = "fixes/forget-at-the-end"
ASK = "fixes/ask-in-each-round"
D = "desk.py"
M = "mailing.py"
P = "pace.py"
LISTEN = "        pace.PACE.on_change(self.adjust)\n"
APPEND = "        self.listeners.append(listener)\n"
ENDED = "    LATEST.append(mailing)\n"
CHANGE = "        for listener in self.listeners:\n            listener(letters)\n"

RIGHT = {
    "the desk listens once": Repair(
        HOLDS,
        "",
        (
            (M, LISTEN, ""),
            (
                D,
                "def order(",
                "import pace\n\n\n"
                "def adjust_all(letters: int) -> None:\n"
                "    for mailing in UNDER_WAY.values():\n"
                "        mailing.adjust(letters)\n\n\n"
                "pace.PACE.on_change(adjust_all)\n\n\n"
                "def order(",
            ),
        ),
    ),
    "on_change gives the way back": Repair(
        HOLDS,
        "",
        (
            (
                P,
                "None:\n" + APPEND,
                "Callable[[], None]:\n" + APPEND + "        return lambda: self.listeners.remove(listener)\n",
            ),
            (M, LISTEN, "        self.let_go = pace.PACE.on_change(self.adjust)\n"),
            (D, ENDED, ENDED + "    mailing.let_go()\n"),
        ),
    ),
    "those that have ended leave at the next change": Repair(
        HOLDS,
        "",
        (
            (
                P,
                CHANGE,
                "        self.listeners = [one for one in self.listeners if one.__self__.state == 'under way']\n"
                + CHANGE,
            ),
        ),
    ),
    "a closure that knows the mailing weakly": Repair(
        HOLDS,
        "",
        (
            (M, "import pace\n", "from weakref import finalize, ref\n\nimport pace\n"),
            (
                M,
                LISTEN,
                "        known = ref(self)\n\n"
                "        def adjust(letters: int) -> None:\n"
                "            if (mailing := known()) is not None:\n"
                "                mailing.adjust(letters)\n\n"
                "        pace.PACE.on_change(adjust)\n"
                "        finalize(self, pace.PACE.listeners.remove, adjust)\n",
            ),
            (P, "in self.listeners:", "in list(self.listeners):"),
        ),
    ),
}

WRONG = {
    "weak methods that nobody takes out": Repair(
        HOLDS,
        "fixes/weak-methods",
        ((P, "WeakMethod(listener, self.listeners.remove)", "WeakMethod(listener)"),),
        "Growing: ",
        "growing",
    ),
    "clear the list of listeners at a hundred": Repair(
        HOLDS,
        "",
        ((P, APPEND, "        if len(self.listeners) == 100:\n            self.listeners.clear()\n" + APPEND),),
        "The status of ",
    ),
    "go by the pace of the order": Repair(
        HOLDS,
        "",
        ((M, LISTEN, ""),),
        "must have as rounds ",
    ),
    "forget those that end by themselves": Repair(
        HOLDS,
        FORGET,
        (
            (
                D,
                "    pace.PACE.forget(mailing.adjust)\n",
                '    if state != "called off":\n        pace.PACE.forget(mailing.adjust)\n',
            ),
        ),
        "Growing: ",
        "growing",
    ),
}
