"""What is said of people: their days, and why something could not be noted of them."""
