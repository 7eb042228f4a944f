"""Value (V1 to V4): what somebody needs and offers, and what meets."""
