"""A card to hand on goes into a new file for the owner alone, and over nothing that is there."""


def test_a_card_is_written_where_nothing_is_and_over_nothing_else(book, tmp_path):
    target = tmp_path / "new" / "ada.vcf"
    said = book("person", "card", "Ada Brook", "--to", target)
    assert (said.status, str(target) in said.err) == (0, True)
    text = target.read_bytes()
    assert text.startswith(b"BEGIN:VCARD\r\nVERSION:4.0\r\n") and b"FN:Ada Brook" in text
    assert target.stat().st_mode & 0o077 == 0

    target.write_text("mine")
    again = book("person", "card", "Ada Brook", "--to", target)
    assert again.status == 1 and str(target) in again.err
    assert target.read_text() == "mine"
