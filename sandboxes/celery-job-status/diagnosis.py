"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[("desk.py", "result = task.delay(*args)"), ("desk.py", "jobs[result.id] = result")],
    what=["AsyncResult"],
    held_by=["desk.jobs"],
    near={
        "where": {
            "result.py": "That is where Celery makes it. Read the traceback upwards: which of your own lines asked "
            "for it?",
            "promises.py": "That is made along with something else of Celery's. Read the traceback upwards, to a line "
            "of your own.",
            "weakref.py": "That is a part of something of Celery's. Read the traceback upwards, to a line of your own.",
            "base.py": "Celery, at work for you. Read the traceback upwards: which of your own lines asked for it?",
            "uuid.py": "These are ids of tasks. Read the traceback upwards: which of your own lines asked for a task?",
            "encoder.py": "Every message is made there, and nearly all of it dies. Who keeps the id that is in it?",
            "decoder.py": "The decoder makes every message and every result anew, and they die. What stays?",
            "tasks.py": "That runs in the worker, and the worker lets go of it. Which line runs in the web service?",
            "mail.py": "The letter is sent and gone. Which line of the web service runs for every job?",
            "desk.py": "The right file. Which line runs for every job, and makes or stores what outlives it?",
            "workload.py": "That is where the browsers are. Look at what the web service keeps for them.",
        },
        "what": {
            "promise": "Each is an attribute of something of Celery's. Of what?",
            "WeakMethod": "Each belongs to a promise. And the promise, to what?",
            "function": "A small one that belongs to a weak reference, and that to something of Celery's. To what?",
            "cell": "A function has it, which belongs to a weak reference. Go on: what is all that a part of?",
            "dict": "They are the attributes of other objects. Of which type are those?",
            "str": "Ids, for the most part. Which type has them as an attribute?",
            "deque": "These are parts of something of Celery's. Of what?",
            "tuple": "Celery remembers the latest tasks that succeeded as tuples, and then stays there. What goes on "
            "growing?",
            "ReferenceType": "Each refers weakly to an object, and keeps none. To objects of which type?",
            "CacheBackend": "There is one from start to end. Count it again after a load.",
            "Request": "Celery lets each request go when its task has ended. What does the web service have of it?",
            "Context": "Celery lets each context go when its task has ended. What does the web service have of it?",
        },
        "held_by": {
            "desk": "The module, yes. Which of its names gets longer?",
            "tasks.app": "The app is held by the handles, not the other way round. Who holds these?",
            "tasks.app.backend": "This backend has no list of who waits. Who holds something for each job?",
            "celery.backends.cache._DUMMY_CLIENT_CACHE": "This stands for Redis. It is full, and stays so. "
            "Who holds something for each job?",
            "workload.LEFT_OPEN": "These are the browsers that will come back, few at any time. Who holds more?",
        },
    },
)
