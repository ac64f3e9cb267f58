"""How passwords are kept: Argon2id strong enough, without starving the server when a school signs in at once."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class SchoolArgon2(Argon2PasswordHasher):
    """The minimum that OWASP recommends (19 MiB, two passes, one lane); about 22 ms a sign-in."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
