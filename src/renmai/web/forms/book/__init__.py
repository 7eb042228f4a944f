"""What the forms of every wing share: their fields, their boxes, how a refused one comes back."""
