"""What is tried once: a whole server in a process of its own chooses its own engine."""

from tests.engine import ENGINE

collect_ignore = ["test_serving.py"] if ENGINE == "postgresql" else []
