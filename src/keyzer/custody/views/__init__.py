"""Pages of custody: what is kept, one device, taking in, counting, and what families read."""
