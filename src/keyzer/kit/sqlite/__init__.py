"""The database backend of a school that lies in one file; Django looks for it in `base`."""
