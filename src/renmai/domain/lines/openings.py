"""Where in a line somebody may be named: behind which words, at which places, before which verbs."""

import re

from renmai.domain.people.calling import TITLES_BEHIND

_PART = r"[^\s，,。；;、：:！!？?（）()]"
_KIN_ZH = r"[堂表][哥姐弟妹]|大?[舅叔伯姑姨][舅叔伯姑姨父母妈]|嫂子|弟妹|姐夫|妹夫|侄[子女]|外甥女?|干[爹妈]"
_TITLES_ZH = "|".join(word for word in TITLES_BEHIND if word not in ("老大", "兄弟", "様"))
_RELATION_ZH = (
    r"同学|同事|同行|同桌|[舍室战队网球牌酒书]友|好?朋友|老板|领导|上司|下属|邻居|客户|校友|老乡|合伙人"
    r"|投资人|供应商|经销商|房东|房客|中介"
    r"|医生|律师|会计|设计师|摄影师|老师|教授|经理|总监|主任|秘书|助理|师傅|师[兄姐弟妹]|学[长姐弟妹]"
    r"|闺蜜|发小|[男女]朋?友"
    rf"|[甲乙]方|店主|群主|财务|法务|人事|创始人|负责人|对接人|隔壁|对门|楼[上下]|{_KIN_ZH}|{_TITLES_ZH}"
)
LED_ZH = (
    re.compile(rf"{_PART}{{0,6}}?(?:{_RELATION_ZH})(?:的|叫|是)?\s?"),
    re.compile(
        rf"(?:{_PART}| (?=[A-Z])){{1,16}}?的\s?(?:[\u3400-\u9fff]{{0,2}}(?:{_RELATION_ZH})(?:叫"
        rf"|是)?\s?)?"
    ),
)
"""What may stand before a name behind its opening: whose colleague somebody is, or what they do."""
OPENS_ZH = re.compile(
    r"[和跟与同陪](?!意|事|时|平|学)|给(?!力)|找(?!到)|请教|约了?(?![定好在了])|[见碰]着了?|见(?!面"
    r"|着)(?:了|到|过)?|拜访了?|看望了?|探望了?"
    r"|采访了?|面试了?|[偶巧]遇了?|碰[到见上]了?|(?<!偶)(?<!巧)遇[到见上]了?|(?<!不)认识了?|帮(?!忙"
    r"|助)了?|替|送了?给?|答应了?|联系了?"
    r"|介绍了?|推荐了?|引荐了?|告诉了?|回复了?|借给了?|通知|恭喜|祝贺|提醒|发给了?|寄给了?|交给|转给|打给"
    r"|记一下[:：]?|问候|接待了?|叫上|带着?"
    r"|带话给|来的有|有(?=小|老|阿)|@(?=[\u3400-\u9fff])|名?叫(?!我|上|了)"
)
OPENS_WEAKLY_ZH = re.compile(
    rf"(?:{_RELATION_ZH})(?:的|叫)?"
    r"|(?<!问)问(?!问)(?:了|问)?|问问|请(?!假|教|问)|收到了?|欠|感谢|谢谢|托|求|向|对|催|接到了?"
    r"|采购|还给?了?|看了?|借了?"
)
"""Words that come oftener before things than names: only what begins with a surname is one there."""
GROUP_BEFORE = re.compile(
    r"(?:\b(?:lads|guys|girls|boys|team|folks|family|gang|crew|friends|people|colleagues|all|us|few"
    r"|classmates"
    r"|others)|们|几[个位]|一帮\w{0,4}|一群\w{0,4}|同学|朋友|同事|兄弟"
    r"|[一两三四五六七八九十\d][个位桌]\w{0,4}?人?|大家)\s*[(（]$",
    re.IGNORECASE,
)
LED_EN = re.compile(
    r"(?i:his|her|my|their|the|our|old|dear)\s+(?:[\w-]+\s+){0,2}?(?:(?:CEO|CFO|CTO|COO|VP|HR|PM|MD"
    r"|PA)\s+)?(?=[A-Z\u00c0-\u00de])"
    r"|(?:CEO|CFO|CTO|COO|VP|HR|PM|MD|PA)\s+(?=[A-Z\u00c0-\u00de])"
    r"|(?:[a-z]+\s+)?(?:landlord|neighbou?r|colleague|friend|cousin|boss|client|classmate|roommate"
    r"|flatmate|coach|doctor"
    r"|dentist|lawyer|teacher|professor|brother|sister|uncle|aunt)\s+(?=[A-Z])"
)
OPENS_EN = re.compile(
    r"\b(?:with|w/?|met(?: up)?(?: with)?|meet(?:ing)?(?: up)?(?: with)?|saw|call(?:ed|ing)?(?: from"
    r"| with)?|phoned|rang"
    r"|visit(?:ed|ing)|e?-?mail(?:ed)?(?: from)?"
    r"|text(?:ed)?(?: from)?|messaged|message from|letter from|(?:spoke|talk(?:ed)?|wrote|sent|lent|gave"
    r"|to introduce|introduced|listened|met up|said|promised|owed|pitched"
    r"|recommended \w+ \w+)(?: \w+){0,2} (?:to|with)"
    r"|introduced me to|introduced|ask(?:ed)?|told|help(?:ed)?|gave|give|lent|sent|send|owed?|promised?"
    r"|thank(?:ed)?|paid|bought(?: \w+){1,3} for"
    r"|(?<!ickets )(?<!left )(?<!leaving )(?<!off )(?<!train )(?<!flight )(?<!visa )for|ran into|bumped into"
    r"|caught up with|agreed with|invited|hosted|interviewed|saw|joined by|at(?=\s+[A-Z][\w-]+['’]s\b)"
    r"|and|(?:postcard|card|gift|note|visit|invitation|news|call|parcel) from|(?:spoke|talked) (?:to"
    r"|with)|facetimed"
    r"|intro(?:duced?|d)?(?: me| us)?(?: to)?|pinged|dm(?:ed|'d)|(?:hear|heard)(?: back)? from"
    r"|thanks to|wish(?:ed)?|intro(?:duced?|['’]?d)? by|reach(?:ed|ing)?|chas(?:ed|ing)|drove|took|taught"
    r"|beat|picked up|(?:cancelled|canceled|bailed|checked) (?:in )?(?:on|with)|waiting for"
    r"|had(?=\s[A-Z][^.;]{1,60}\b(?:round|over|to stay)\b)"
    r"|remind(?:ed)?|congratulated|joined)\s+"
    r"(?=(?:(?:his|her|my|the|their)\s+\w+\s+)?[A-Z\u00c0-\u024f\u3400-\u9fffa-z])",
    re.IGNORECASE,
)
OPENS_FAR_EN = re.compile(
    r"\b(?:(?:borrowed|got|bought|received|took|returned)\b[^,.;]{1,40}? from|(?:gave|sent|lent|loaned"
    r"|passed)\b"
    r"[^,.;]{1,40}? to)\s+(?=[A-Z\u3400-\u9fffa-z])",
    re.IGNORECASE,
)
"""Verbs whose object stands between them and whom it came from or went to."""
OPENS_PAST_EN = re.compile(
    r"(?:^|(?<=[,.;:!?] )|(?<=\band ))(?!(?:[A-Z][a-z]*med|Alfred|Wilfred|Jared|Fred|Ted|Ned|Syed|Saeed"
    r"|Javed|Reed)\b)"
    r"[A-Za-z][a-z]{1,10}ed (?=[A-Z\u00c0-\u00de][a-z])"
)
"""Any verb of the past at the beginning of a clause with a capital letter behind it: Skyped Ola."""
SUBJECT_EN = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:(?:from|of|at) [A-Z][\w-]+ )?(?:,|;|\band\b|&|['’]s\b|(?:also |just "
    r"|really |still "
    r"|now )*\b(?:is|are|was|were|has|have|had|says?|said|needs?|wants?|knows?|can|could|will|gave|sent"
    r"|lent|helped|introduced"
    r"|e-?mailed|called|texted|messaged|recommended|thinks?|told|asked|moved|put|took|drove|made|found"
    r"|built|sold|won|broke|fell|paid|came|offers?|offered"
    r"|mentioned|wrote|rang|phoned|brought|bought|showed|taught|sells?|works?"
    r"|lives?|left|joined|started|agreed|decided|promised|seeks?|likes?|hates?|visited|invited|met"
    r"|stopped|dropped|runs?|owns?|lost|got|became|died|married|turned|replied|thanked|looks?|did|does"
    r"|would|might|may|must|should|[a-z]{2,12}(?:ed|[^s]s))\b)",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[，,。；;！!？?：:\n(（—–]|(?<=[a-z]{4})(?<![Pp]rof)\.\s|(?<!小)说(?!好|定|服)")
