"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[("orders.py", "order = Order(coffee=coffee, kilos=kilos)")],
    stored=[("orders.py", "cafe.orders.append(order)")],
    what=["Order"],
    held_by=["previews.SESSION"],
    near={
        "where": {
            "orders.py": "The right file. Which line of it makes what is left over from a preview?",
            "previews.py": "It says how long a session lives. Which line makes what the session keeps?",
            "models.py": "It describes the classes, once. Which line makes objects of them, with every preview?",
            "workload.py": "That is who asks. Which line of the service makes what stays?",
            "session.py": "SQLAlchemy enters objects into a session there. Which line of the service makes the object?",
            "langhelpers.py": "SQLAlchemy’s own helpers are called there. Which line of the service makes the object?",
            "state.py": "SQLAlchemy makes a state for each object. Which line of the service makes the object?",
            "instrumentation.py": "SQLAlchemy prepares each object there. Which line of the service makes the object?",
        },
        "what": {
            "InstanceState": "There is one for each mapped object, and it says so in class_. Of which class are these?",
            "dict": "The dicts belong to objects that SQLAlchemy looks after. Of which class are those?",
            "ReferenceType": "A weak reference keeps nothing alive. What is there one of for each of them?",
            "Cafe": "There are 24, however many previews there were. Of what is there one more each time?",
            "Session": "Count the sessions: there are not more of them. What does one of them keep?",
        },
        "held_by": {
            "models.engine": "It has a pool with one connection, and a few compiled statements. Who keeps objects?",
            "previews.SESSION.identity_map": "It has what has a row, and refers to it weakly. Who is its owner?",
            "previews": "The right module. Which name in it?",
            "workload.OPEN": "It has the numbers of the open orders. Who keeps the objects?",
        },
    },
)
