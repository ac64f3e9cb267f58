"""One small function per article: what it says about a situation."""
