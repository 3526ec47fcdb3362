from repairs.repair import Repair

CELERY = "celery-class-attribute"
EVERY_WAY = "fixes/every-way-out"
OLDEST = "fixes/oldest-out"
T = "tracking.py"
D = "deliveries.py"
GONE = "    if status == 410:\n"

RIGHT = {
    "pop where the status is met": Repair(
        CELERY, "", ((D, GONE, GONE + "        self.in_flight.pop(self.request.id)\n"),)
    ),
    "catch Ignore around every call": Repair(
        CELERY,
        "",
        (
            (T, "from celery import Task\n", "from celery import Task\nfrom celery.exceptions import Ignore\n"),
            (
                T,
                "    def attempt(self)",
                "    def __call__(self, *args: Any, **kwargs: Any) -> Any:\n"
                "        try:\n"
                "            return super().__call__(*args, **kwargs)\n"
                "        except Ignore:\n"
                "            self.in_flight.pop(self.request.id, None)\n"
                "            raise\n\n"
                "    def attempt(self)",
            ),
        ),
    ),
    "count one kind more": Repair(
        CELERY,
        EVERY_WAY,
        (
            (
                T,
                "    if state != RETRY:\n",
                '    if state == "IGNORED":\n'
                "        customer = DeliveryTask.in_flight[task_id].customer\n"
                '        DeliveryTask.totals.setdefault(customer, Counter(COUNTED))["gone"] += 1\n'
                "    if state != RETRY:\n",
            ),
        ),
    ),
    "room for sixteen": Repair(CELERY, OLDEST, ((T, "most_in_flight = 8", "most_in_flight = 16"),)),
}

WRONG = {
    "raise where a delivery ends": Repair(
        CELERY,
        EVERY_WAY,
        ((T, "totals[outcome] += 1", "totals[result] += 1"),),
        "NameError: name 'result' is not defined (tracking.py, line 69). Support must see",
    ),
    "keep the oldest fifty": Repair(
        CELERY,
        EVERY_WAY,
        ((T, "        self.recent.append(", "        if len(self.recent) < 50:\n            self.recent.append("),),
        "Support must see the latest 50 finished deliveries, and does not see evt-0000000",
    ),
    "room for two": Repair(
        CELERY,
        OLDEST,
        ((T, "most_in_flight = 8", "most_in_flight = 2"),),
        "The attempt of evt-0000037 at https://busy.birch.example/events must be number 2, not 1",
    ),
    "two attempts": Repair(
        CELERY,
        EVERY_WAY,
        ((T, "max_retries = 2", "max_retries = 1"),),
        "must be tried at https://legacy.dune.example/in 3 times, and support sees it finished after [502, 502]",
    ),
    "retry at once": Repair(
        CELERY,
        EVERY_WAY,
        ((D, "countdown=2**self.request.retries", "countdown=0"),),
        "must be tried again at https://busy.birch.example/events 1 s after attempt 1, not after 0.0 s",
    ),
    "send events without receipts": Repair(
        CELERY,
        EVERY_WAY,
        ((D, "task.delay(customer, endpoint, event)", 'task.delay(customer, endpoint, {**event, "receipt": ""})'),),
        "must get evt-0000000 whole, as it was published, and its receipt is another",
    ),
    "begin to count at nothing": Repair(
        CELERY,
        EVERY_WAY,
        ((T, "Counter(COUNTED)", "Counter()"),),
        "Support must see 9011 delivered for acme, and sees 11",
    ),
}
