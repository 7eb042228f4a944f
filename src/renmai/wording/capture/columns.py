"""What a column of a table may hold, as it is chosen among."""

COLUMN_MEANINGS: dict[str, str] = {
    "column_name": "Name",
    "column_first_name": "Given name",
    "column_last_name": "Family name",
    "column_nickname": "Nickname",
    "column_email": "Mail address",
    "column_phone": "Phone number",
    "column_wechat": "WeChat id",
    "column_company": "Firm",
    "column_department": "Department",
    "column_title": "Title or role",
    "column_birthday": "Birthday",
    "column_place": "Place",
    "column_website": "Link",
    "column_tags": "Tags",
    "column_notes": "Note",
    "column_how_we_met": "How we met",
    "column_last_met": "Last met",
    "column_introduced_by": "Introduced by",
    "column_relationship": "Relationship",
}
