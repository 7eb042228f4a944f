"""Two languages: no sentence without its Chinese, no catalogue that is not compiled."""

from tools.messages import catalogues, faults


def test_there_is_a_catalogue_for_the_sentences_the_page_and_the_command_line():
    assert len(catalogues()) >= 3


def test_every_sentence_is_translated_and_every_catalogue_is_fresh():
    assert faults() == []
