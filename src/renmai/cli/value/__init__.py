"""Commands about needs and offers, and what meets what."""
