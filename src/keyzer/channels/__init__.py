"""The school's own channels and the professional accounts of staff, and whether an account is really one."""
