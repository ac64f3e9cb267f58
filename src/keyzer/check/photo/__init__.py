"""A photo looked at before it is posted: what its file tells, whose faces it shows, and who may not be shown."""
