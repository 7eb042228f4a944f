"""The ways in which lines say what follows from them; a sign stands in them for each name."""

import re

from renmai.domain.lines.encoded import P

THEM = rf"(?:{P}|[他她]们?|\b(?:him|her|them|he|she|they)\b)"
QUESTIONS = (
    re.compile(
        rf"(?:下次|下回|记得|回头|别忘了?)[^，]{{0,6}}?问问?(?:一下)?(?P<who>{P}|[他她])?(?P<what>.*)"
    ),
    re.compile(
        rf"\b(?:next time|remember to|need to|must|should|don['’]?t forget to)\b.*?\bask (?P<who>{P}|him"
        rf"|her|them)"
        r"(?: about| whether| if)?(?P<what>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:to )?ask (?P<who>{P}|him|her|them)(?: about| whether| if)?(?P<what>.*next time.*)", re.I
    ),
)
PROMISES = (
    re.compile(r"^(?P<lead>.{0,24}?)(?:答应|承诺|保证|说好)(?!书)了?(?P<what>.*)"),
    re.compile(r"^(?P<lead>.{0,6}?)欠(?!缺)(?P<what>.*)"),
    re.compile(
        rf"^(?P<lead>.*?)\btold {P} (?:that )?I(?:['’]d|['’]ll| would| will) (?P<what>.*)", re.IGNORECASE
    ),
    re.compile(r"^(?P<lead>.*?)\b(?:promised|promise|owed?)\b(?: to)?(?P<what>.*)", re.IGNORECASE),
    re.compile(r"^(?P<lead>(?:and |so |but )?)I(?:['’]ll| will)\b (?P<what>.*)", re.IGNORECASE),
)
MINE = re.compile(
    r"(?:我|也|还|已|今天|昨天|刚|才|\s|\band\b|\bI\b|\balso\b|\bhave\b|['’]ve|\bso\b|\bbut\b|:|：)*",
    re.IGNORECASE,
)
INTRODUCTIONS = (
    re.compile(
        rf"(?P<by>{P}|[他她])(?:给|帮)?(?:我们?)?介绍(?:了)?(?:我们?)?(?:认识|结识)了?(?:一下)?(?P<whom>{P})"
    ),
    re.compile(rf"(?P<by>{P}|[他她])(?:给|帮)我介绍了(?P<whom>{P})"),
    re.compile(rf"(?P<by>{P}|[他她])[把将](?P<whom>{P})介绍给了?我"),
    re.compile(rf"(?:通过|经)(?P<by>{P})(?:介绍)?认识了?(?P<whom>{P})"),
    re.compile(rf"(?P<by>{P}|he|she|they) introduced (?:me|us) to (?P<whom>{P})", re.IGNORECASE),
    re.compile(rf"met (?P<whom>{P}) through (?P<by>{P})", re.IGNORECASE),
)
ASKS = (
    re.compile(
        rf"(?:^|我|想|，)(?:请|求|托|拜托|麻烦)了?(?P<who>{P}|[他她])(?:帮忙|帮我|帮)?(?P<what>(?![吃喝来到坐看]|转达|.*(?:吃|喝|做客"
        rf"|来家)).*)"
    ),
    re.compile(rf"(?:^|我)(?:请|求|托|拜托|麻烦)了?(?P<who>{P}|[他她])(?:帮忙|帮我|帮)(?P<what>.*)"),
    re.compile(rf"(?:^|我)找(?P<who>{P}|[他她])帮忙(?P<what>.*)"),
    re.compile(rf"(?:^|我|，)[问向](?P<who>{P}|[他她])(?:要|借|打听|请教|讨)了?(?P<what>.*)"),
    re.compile(
        rf"(?:^\s*|\bI |\band )asked (?P<who>{P}|him|her|them) (?:for|to|if|whether)\b(?P<what>.*)", re.I
    ),
)
THEIR_ASKS = (
    re.compile(rf"(?P<who>{P}|[他她])问我(?:有没有|能不能|可不可以|要(?!不))(?:人)?(?:认识)?(?P<what>.*)"),
    re.compile(rf"(?P<who>{P}|he|she|they) asked me for (?P<what>.*)", re.IGNORECASE),
)
GOT_ZH = re.compile(
    rf"(?<![请求托让找叫])(?P<who>{P}|[他她])(?:还|又|也|特地|昨天|今天|主动)*"
    r"(?:(?P<gift>送了?给?我|送来|寄给了?我|给我带了)|帮我(?!们?的忙)|替我|借给?了?我(?!的)|教了?我|给我(?:介绍|推荐|找|写)了?)了?(?P<what>.+)"
)
GOT_TO_ME = re.compile(rf"(?P<who>{P}|[他她])(?:推荐|介绍|借|送|分享)了(?P<what>[^，]+?)给我$")
GIVEN = (
    re.compile(rf"^(?:.*我|.*?)(?P<gift>送)了?给?了?(?P<who>{P}|[他她])(?P<what>.+)"),
    re.compile(rf"^(?:我|今天|昨天)*给(?P<who>{P}|[他她])(?P<gift>送|带|寄)了(?P<what>.+)"),
    re.compile(rf"^(?:我|今天|昨天)*(?:帮|替)了?(?P<who>{P}|[他她])(?P<what>.+)"),
    re.compile(rf"^(?:我|今天|昨天)*借给?了?(?P<who>{P}|[他她])(?P<what>.+)"),
)
GOT_EN = (
    re.compile(
        rf"(?P<who>{P}|\bhe|\bshe|\bthey) (?:also |kindly )?(?P<verb>gave|sent|brought|bought|lent|taught"
        rf"|showed|helped|made) "
        r"(?:me|us)(?: with)?(?P<what> .+)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<who>{P}|\bhe|\bshe|\bthey) (?P<verb>recommended|lent|gave|sent) (?P<what>.+?) to (?:me|us)\b",
        re.I,
    ),
)
GIVEN_EN = re.compile(
    rf"(?:^\s*|\bI |\band )(?P<verb>gave|sent|brought|bought|lent|taught|helped|showed) (?P<who>{P}|him"
    rf"|her|them)(?: with)?(?P<what> .+)",
    re.IGNORECASE,
)
NO_FAVOUR = re.compile(
    r"^\s*(?:an? |the |some |my |his |her )?(?:quick )?(?:calls?|ring|e?-?mails?|texts?|messages?|notes?"
    r"|links?|numbers?|update|reply|hug|wave|look"
    r"|details|invoice|contract|report|list|slides|files?|address|了?消息|微信|邮件|短信|电话|回|转达)\b",
    re.IGNORECASE,
)
HELP_EN = re.compile(
    r"\b(?:lift|ride|advice|hand|tips?|feedback|tour|help|contacts?|introduction|discount|chance|time"
    r"|reference)\b",
    re.I,
)
COOPERATIONS = (
    re.compile(
        r"(?:决定|约定|商定|敲定|说定|签了?[^，,。]{0,6}?合作(?:协议|合同)?[，,]?|开始)(?:了|要)?(?:一起|合作|共同|联合|合伙)(?P<what>[^，,。；;]+)"
    ),
    re.compile(r"(?:签了?[^，,。]{0,6}?)(?P<what>合作(?:协议|合同))"),
    re.compile(
        rf"(?:{P} and I|\bwe|agreed with {P}|decided with {P}|^agreed|^decided)\s*(?:have "
        rf"|both )?(?:agreed|decided|started|plan(?:ned)?)? ?"
        r"(?:to|on|working on) (?P<what>(?:start|run|open|build|make|write|launch|work|found|publish"
        r"|organi[sz]e|a |an |the )[^,.;]+)",
        re.IGNORECASE,
    ),
)
SAYS = re.compile(
    rf"(?P<who>{P}|[他她]们?(?:公司)?|^|\b(?:he|she|they)\b)\s*(?:还|又|也|上午|下午|今天|昨天|来电话?|打来?电话来?|发了?(?:微信|邮件"
    rf"|短信|消息))*"
    r"(?:说(?!好|定|服|到底)|透露|告诉我|提到|表示|讲(?!究)|觉得|认为"
    r"|(?:says|said|told me|mentioned|thinks|reckons|believes|warned me|heard)(?: to me)?(?: that)?\b"
    r"|(?:e?-?mailed|wrote|texted|messaged)(?: me| us)?(?: that|\s*[:：]))[:：]?\s*(?P<what>.+)",
    re.IGNORECASE,
)
TOLD_BEHIND = re.compile(
    r"^\s*(?:and )?(?:(?:he|she|they) (?:told me|said)|电话里讲的|(?:他|她)说的|听(?:他|她)说的)", re.I
)
NO_PROMISE = re.compile(r"^(?:one|him one|her one|a lot|much|一?个?(?:大)?人情)$", re.IGNORECASE)
NO_NEWS = re.compile(
    r"^(?:hi|hello|yes|no|goodbye|bye|thanks?|sorry|谢谢|再见|你好|没空|可以|行|好)\b.{0,4}$", re.I
)
WANTS = re.compile(
    rf"(?P<who>{P}|[他她])(?:最近|现在|也|还|急着|正)*(?:想|要)(?P<what>(?:换|租|买|找|招|学|请|了解|认识)(?!到了)[^，]+)"
)
GOES_ON = re.compile(
    r"\s*(?:(?:最近|现在|也|还|急着|正)*(?:在找|在招|想(?=换|租|买|找|招|学|认识)|需要|急需|缺)"
    r"|(?:is )?(?:looking for|needs|hiring) )(?P<what>[^，]{2,})"
)
STRONG_OBJECT = re.compile(
    r"^(?:介绍|提供|帮|做|教|借|引荐|写|设计|翻译|修|(?:introduce|help|offer|provide|teach|lend|fix|build|design"
    r"|translate|get|show)\b)",
    re.I,
)
WANTED_EN = re.compile(
    r"^(?:an?|some|more|two|three|to (?:meet|find|hire|buy|learn|rent|borrow|know|get))\b", re.I
)
NOTHING_OWNED = re.compile(
    r"^(?:了|过|到|事|空|时间|问题|孩子|女儿|儿子|点|些|没有|一个孩子|意思|兴趣|me\b|him\b|her\b|us\b|how\b|that\b|it\b|what\b"
    r"|why\b|about\b"
    r"|(?:an? |the )?(?:cold|baby|meeting|question|problem|birthday|son|daughter|dog|cat|headache|flu"
    r"|point|look|new job|plan|call)\b|to \w+|been\b|had\b|left\b|gone\b)",
    re.IGNORECASE,
)
