"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[("tracking.py", "self.in_flight[task_id] = Delivery(*args)")],
    what=["Delivery"],
    held_by=["tracking.DeliveryTask.in_flight", "DeliveryTask.in_flight"],
    near={
        "where": {
            "decoder.py": "The decoder makes the text and dicts of every message, and nearly all of it dies. Which of "
            "your own lines puts some of it where it stays? A filter on the program's own files shows it.",
            "tracking.py": "The right file. Which line runs for every delivery and stores something that outlives it?",
            "deliveries.py": "This is about why a record is not removed. Which line made it?",
            "client.py": "There is one client, made once. Look for a line that runs for every delivery.",
            "uuid.py": "These are the ids of messages. Celery remembers the latest that succeeded, and no more.",
            "collections.py": "Celery remembers the latest successes: full soon, and then it stays there.",
            "workload.py": "That is where the worker is driven from. Look at what the program keeps of each delivery.",
        },
        "what": {
            "dict": "Each message brings new dicts; some stay. Which type of your own has one of them as a field?",
            "list": "The lists are new too, and belong to something. Which type of your own has one as a field?",
            "str": "Text is part of it, but something keeps the text. Look for a type that the program itself defines.",
            "tuple": "Celery remembers the latest tasks that succeeded as tuples, and then stays there. "
            "What goes on growing after that?",
            "Finished": "These are the fifty that support sees, and after another load there are still fifty.",
            "WebhookClient": "There is one from start to end. Count it again after a load.",
            "deliver": "There is one object for each task name, made once. What do they collect?",
            "Request": "Celery lets each request go when its task has ended. Something was copied from it first.",
            "Context": "Celery lets each context go when its task has ended. Something was copied from it first.",
        },
        "held_by": {
            "tracking.DeliveryTask": "The class, yes. Which of its attributes gets longer with the load?",
            "tracking.DeliveryTask.recent": "That deque has fifty entries and stays there. Who holds more?",
            "tracking.DeliveryTask.totals": "One entry for each customer. Who holds something for each delivery?",
            "tracking.DeliveryTask.client": "The client holds a number. Who holds something for each delivery?",
            "deliveries.app": "The app holds its tasks, one for each name. Which name is closest to the objects?",
            "deliveries.deliver": "Through the task one gets to its class. Which attribute of the class is it?",
        },
    },
)
