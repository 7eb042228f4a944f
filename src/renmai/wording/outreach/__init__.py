"""What is said of outreach: attempts, what silence means by now, drafts."""
