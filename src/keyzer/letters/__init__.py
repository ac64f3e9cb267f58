"""Letters of a case: composed, looked at, approved, frozen, sent, and proven to be sent."""
