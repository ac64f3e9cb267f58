"""Letters of a case: which it can have, what each holds, and which part or gate still keeps one back."""
