"""Mail on its way out: it says that something waits, never what."""
