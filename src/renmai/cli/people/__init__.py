"""Commands about people: finding, showing, joining and parting them."""
