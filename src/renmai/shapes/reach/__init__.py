"""The JSON of ways in: channels and groups, outreach, meetings."""
