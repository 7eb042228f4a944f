"""Notes and tags on a person's page, and People by tag: typed, shown, changed, refused in place, undone."""

from django.urls import reverse

from tests.web.pages.test_pages import person_id, visible


def words(page) -> str:
    return " ".join(visible(page))


def test_a_note_is_written_changed_and_removed_on_the_page(owner, book):
    gu = person_id(owner, "gws")
    page = owner.post(reverse("note", args=[gu]), {"text": "one line\nanother <b>"}, follow=True)
    assert "one line" in words(page) and "another &lt;b&gt;" in page.content.decode()
    [number] = {note.number for note in page.context["card"].notes}

    back = {"next": reverse("person", args=[gu])}
    page = owner.post(reverse("note_change", args=[number]), {"text": "two", **back}, follow=True)
    assert "two" in words(page) and "one line" not in words(page)
    page = owner.post(reverse("note_remove", args=[number]), back, follow=True)
    assert page.context["card"].notes == ()


def test_a_refused_note_comes_back_whole_with_the_reason(owner, book):
    gu = person_id(owner, "gws")
    long = "x" * 10_001
    page = owner.post(reverse("note", args=[gu]), {"text": long}, follow=True)
    assert long in page.content.decode() and "10001 letters long" in words(page)
    page = owner.post(reverse("note", args=[gu]), {"text": " "}, follow=True)
    assert "Say what it is, in a few words." in words(page)


def test_a_tag_is_put_on_leads_to_people_is_called_otherwise_and_taken_off(owner, book):
    gu = person_id(owner, "gws")
    page = owner.post(reverse("tag", args=[gu]), {"tag": "#登山"}, follow=True)
    assert page.context["card"].tags == ("登山",)
    listed = owner.get(reverse("people"), {"tag": "登山"})
    assert [row.id for row in listed.context["card"].rows] == [gu]

    page = owner.post(reverse("tag_rename"), {"tag": "登山", "called_now": "户外"}, follow=True)
    assert [row.id for row in page.context["card"].rows] == [gu]
    page = owner.post(reverse("tag_remove", args=[gu]), {"tag": "户外"}, follow=True)
    assert page.context["card"].tags == ()
    assert owner.get(reverse("people"), {"tag": "户外"}).context["card"].found == 0


def test_a_refused_name_of_a_tag_is_told_where_it_was_typed(owner, book):
    gu = person_id(owner, "gws")
    owner.post(reverse("tag", args=[gu]), {"tag": "climbing"})
    page = owner.post(reverse("tag_rename"), {"tag": "climbing", "called_now": "x" * 41}, follow=True)
    assert "41 letters long" in words(page) and page.context["card"].tag == "climbing"


def test_what_to_raise_is_noted_and_ticked_off_on_the_page(owner, book):
    gu = person_id(owner, "gws")
    page = owner.post(reverse("agenda", args=[gu]), {"text": "秋茶"}, follow=True)
    [point] = page.context["card"].agenda
    assert "秋茶" in words(page)
    back = {"next": reverse("person", args=[gu])}
    page = owner.post(reverse("agenda_raised", args=[point.number]), back, follow=True)
    assert page.context["card"].agenda == ()


def test_what_is_known_by_hand_is_noted_on_the_page_and_a_card_is_handed_out(owner, book):
    gu = person_id(owner, "gws")
    page = owner.post(reverse("handle", args=[gu]), {"handle": "wechat:wangshu"}, follow=True)
    assert "wangshu" in words(page) and "Remove" in words(page)
    page = owner.post(reverse("birthday", args=[gu]), {"day": "someday"}, follow=True)
    assert "is no day of a year" in words(page)
    page = owner.post(reverse("birthday", args=[gu]), {"day": "08-16", "is_lunar": "on"}, follow=True)
    assert any(each.is_lunar for each in page.context["card"].occasions)
    page = owner.post(reverse("how_met", args=[gu]), {"text": "茶博会", "on": "2020-05-05"}, follow=True)
    assert "茶博会" in words(page)
    card = owner.get(reverse("handed_card", args=[gu]))
    assert card.headers["Content-Type"].startswith("text/vcard")
    assert "X-WECHAT:wangshu" in card.content.decode() and "茶博会" not in card.content.decode()
    page = owner.post(reverse("handle_remove", args=[gu]), {"handle": "wechat:wangshu"}, follow=True)
    assert "wechat:wangshu" not in {each.text for each in page.context["card"].handles}


def test_a_text_is_kept_on_the_page_filed_to_whom_one_finds_and_thrown_away(owner, book):
    gu = person_id(owner, "gws")
    page = owner.post(reverse("keep_unfiled"), {"text": "认识一家印厂"}, follow=True)
    [card] = page.context["cards"]
    assert "认识一家印厂" in words(page)
    found = owner.get(reverse("file_to", args=[card.number]), {"q": "gws"})
    assert f'value="{gu}"' in found.content.decode()
    page = owner.post(reverse("file_unfiled", args=[card.number]), {"person": gu}, follow=True)
    assert page.context["cards"] == ()
    assert "认识一家印厂" in words(owner.get(reverse("person", args=[gu])))

    page = owner.post(reverse("keep_unfiled"), {"text": "x"}, follow=True)
    page = owner.post(reverse("drop_unfiled", args=[page.context["cards"][0].number]), follow=True)
    assert page.context["cards"] == ()


def test_an_item_of_today_is_done_already_by_phone(owner, book):
    item = owner.get(reverse("today")).context["card"].items[0]
    said = {"key": item.key, "name": item.name, "outcome": "done:phone"}
    page = owner.post(reverse("outcome"), said, follow=True)
    assert item.key not in {each.key for each in page.context["card"].items}
    assert owner.get(reverse("person", args=[item.person_id])).context["card"].timeline[0].kind == "call"
    assert owner.post(reverse("outcome"), {**said, "outcome": "done:pigeon"}).status_code == 404
