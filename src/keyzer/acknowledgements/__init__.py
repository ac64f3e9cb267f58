"""Who signed the protocol, under which edition, for whom and how; who still must; and what was refused."""
