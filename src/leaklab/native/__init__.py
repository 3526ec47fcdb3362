"""The judge on plain CPython: each command in a child process."""
