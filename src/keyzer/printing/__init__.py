"""Paper: documents set as accessible, archival PDF."""
