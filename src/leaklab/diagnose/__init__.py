"""A learner's diagnosis, carried out in the living program and graded."""
