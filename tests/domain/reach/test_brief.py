"""A brief is one page: texts are cut at words, and its length is counted as people read (R7)."""

from renmai.domain.reach.brief import LONGEST_LINE, BriefPart, clipped, words_to_read


def test_what_i_owe_comes_first_and_what_not_to_forget_last():
    parts = list(BriefPart)

    assert (parts[0], parts[-1]) == (BriefPart.OWED, BriefPart.REMEMBER)
    assert parts.index(BriefPart.TOPICS) < parts.index(BriefPart.AGENDA) < parts.index(BriefPart.QUESTIONS)


def test_a_text_that_fits_stays_as_it_is_in_one_line():
    fits = "a" * LONGEST_LINE

    assert clipped(fits) == fits
    assert clipped(" two\n lines ") == "two lines"


def test_a_long_text_is_cut_at_a_word_and_says_so():
    cut = clipped("word, " * 40)

    assert len(cut) <= LONGEST_LINE
    assert cut.endswith("word…")
    assert clipped("字" * 200) == "字" * (LONGEST_LINE - 1) + "…"


def test_one_and_a_half_chinese_signs_are_read_in_the_time_of_a_word():
    assert words_to_read("Ask about the don't-care case.") == 5
    assert words_to_read("木柄打样三个") == 4
    assert words_to_read("—— … “”") == 0
