"""How passwords are kept: Argon2id at the strength that keeps a whole school's morning sign-in from starving the server."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class SchoolArgon2(Argon2PasswordHasher):
    """The minimum that OWASP recommends (19 MiB, two passes, one lane); about 22 ms a sign-in."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
