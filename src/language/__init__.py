"""What an editor asks about Python code, answered by jedi. It reads code and runs none of it."""
