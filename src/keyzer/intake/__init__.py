"""Report and doubt, the conversation with the reporter, and evidence: from the first word to an incident."""
