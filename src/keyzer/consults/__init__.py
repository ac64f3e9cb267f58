"""In doubt ask first: a manager's yes, yes-if or no before something is published."""
