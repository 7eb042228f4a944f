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
        rf"^\s*(?:to )?ask (?P<who>{P}|him|her|them)(?: about| whether| if)?(?P<what>.*next time.*)", re.I
    ),
    re.compile(
        rf"^\s*(?:to )?(?-i:[Aa]sk) (?P<who>{P}|him|her|them) (?:(?:about|whether|if) )?"
        r"(?P<what>(?:(?<=about )|(?<=whether )|(?<=if )|(?=how |what |when |why |where |who )).+)",
        re.I,
    ),
)
REMINDER = re.compile(
    r"^\s*(?:(?:要|得|一定)?记得|回头|改天|别忘了?|下次|下回|过几天|等[他她我]|(?:don['’]t forget"
    r"|remember|need|want|plan) to\b"
    r"|must\b|should\b|todo\b)",
    re.IGNORECASE,
)
"""With these begins what the owner means to do."""
PROMISES = (
    re.compile(r"^(?P<lead>.{0,24}?)(?:答应|承诺|保证|说好)(?!书)了?(?P<what>.*)"),
    re.compile(r"^(?P<lead>.{0,6}?)欠(?!缺)(?P<what>.*)"),
    re.compile(
        rf"^(?P<lead>.*?)\btold {P} (?:that )?I(?:['’]d|['’]ll| would| will) (?P<what>.*)", re.IGNORECASE
    ),
    re.compile(r"^(?P<lead>.*?)\b(?:promised|promise|owed?)\b(?: to)?(?P<what>.*)", re.IGNORECASE),
    re.compile(r"^(?P<lead>(?:and |so |but )?)I(?:['’]ll| will)\b (?P<what>.*)", re.IGNORECASE),
    re.compile(
        r"^(?P<lead>\s*(?:and |so |but )?)I(?:['’]m| am) (?P<what>(?:doing|sending|getting|writing"
        r"|preparing|bringing"
        r"|giving|making|drafting|paying|delivering|finishing)\b.*\b(?:by|before|until|on)\b.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?P<lead>我)(?:跟{THEM})?(?:回复?)?说(?P<what>(?:这?本?下?(?:周|星期|礼拜|月|今|明"
        rf"|后)[^，]*?(?:前|内)?)?(?:会|就|先|再|可以)?"
        r"(?:给|帮|发|送|替|寄|介绍|推|安排|联系|约|带|问|找|答复|回复).*)"
    ),
    re.compile(
        r"^(?P<lead>我)(?P<what>(?:这?本?下?(?:周|星期|礼拜|月)[一二三四五六日天底末]?|今[天晚]"
        r"|明[天晚早]|后天|[\d一二三四五六七八九十]+[月号日天][\d号日]*)"
        r"(?:之?前|内)(?:会|把|给|发|帮|替|寄|交|出|做|弄).*)"
    ),
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
    re.compile(rf"(?P<by>{P}|[他她])[把将](?P<whom>{P})(?:介绍|引荐|推荐|推)给了?我"),
    re.compile(
        rf"(?P<by>{P}|[他她])(?:介绍|引荐)了?[^，{P[1:-1]}]{{0,12}}?(?P<whom>{P})[给跟和与]我(?:认识)?"
    ),
    re.compile(rf"(?:通过|经)(?P<by>{P})(?:介绍)?认识了?(?P<whom>{P})"),
    re.compile(rf"(?P<by>{P}|he|she|they) introduced (?:me|us) to (?P<whom>{P})", re.IGNORECASE),
    re.compile(
        rf"(?P<by>{P}|he|she|they) (?:put|got|connected) (?:me|us) (?:in (?:touch|contact) )?(?:with|to) "
        rf"(?P<whom>{P})",
        re.IGNORECASE,
    ),
    re.compile(rf"met (?P<whom>{P}) (?:through|via) (?P<by>{P})", re.IGNORECASE),
    re.compile(
        rf"intro(?:duced"
        rf"|['’]?d)? by (?P<by>{P}) to [^,{P[1:-1]}]{{0,30}}(?P<whom>{P})",
        re.IGNORECASE,
    ),
)
ASKS = (
    re.compile(
        rf"(?:^|我|想|，)(?:请|求|托|拜托|麻烦)了?(?P<who>{P}|[他她])(?:帮忙|帮我"
        rf"|帮)?(?P<what>(?![吃喝来到坐看]|转达|.{{1,2}}了|.*(?:吃|喝|做客"
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
    re.compile(
        rf"(?P<who>{P}|[他她]|^)(?:[^，]{{0,6}}?(?:微信|电话|邮件|短信|wx|vx)[上里]?)?(?:来|还"
        rf"|又)?问我?(?:们)?"
        r"(?:有没有|能不能|可不可以|能否|认不认识|认识不认识|是否认识|要(?!不))(?:人)?(?:认识)?(?P<what>.*)"
    ),
    re.compile(
        rf"^(?P<who>{P}|[他她]|)(?:还|又|想)?(?:让|托|求|拜托|请)我(?:帮忙|帮[他她]们?"
        rf"|帮)(?P<what>.+)"
    ),
    re.compile(rf"(?P<who>{P}|he|she|they) asked me for (?P<what>.*)", re.IGNORECASE),
)
GOT = (
    re.compile(
        rf"(?<![请求托让找叫])(?P<who>{P}|[他她])(?:还|又|也|特地|昨天|今天|前天|上周|主动)*"
        r"(?:(?P<gift>送了?给?我|送来|寄给了?我|给我带了)|帮我(?!们?的忙)|替我|帮忙(?=[^，]*了)"
        r"|借给?了?我(?!的)|教了?我|给我(?:介绍|推荐|找|写)了?)"
        r"了?(?P<what>.+)"
    ),
    re.compile(
        rf"(?:谢谢|感谢|多亏|幸亏)了?(?P<who>{P}|[他她])[^，]{{0,6}}?(?:帮忙?|替"
        rf"|给)我?们?(?P<what>.{{2,}})"
    ),
    re.compile(
        rf"(?:请|托|求|麻烦)(?P<who>{P}|[他她])(?:帮忙|帮我"
        rf"|帮)?(?P<what>[写看改找办修做翻介推安联画译]\w?了.+)"
    ),
    re.compile(rf"(?:[问向找跟从])(?P<who>{P}|[他她])(?:那儿?|这儿?|手里)?借了(?P<what>.+)"),
)
GOT_TO_ME = re.compile(rf"(?P<who>{P}|[他她])(?:推荐|介绍|借|送|分享)了(?P<what>[^，]+?)给我$")
_MY = rf"(?:(?!让|叫|要|想|能|请|求|欠)[^{P[1:-1]}他她，])" + "{0,12}?"
_COUNT = "一二两三四五六七八九十百千万几"
_MONEY = rf"(?:[\d{_COUNT}][\d,.{_COUNT}]*(?:块钱?|元|k|w)?)"
GIVEN = (
    re.compile(rf"^(?:.*我|.*?)(?P<gift>送)了?给?了?(?P<who>{P}|[他她])(?P<what>.+)"),
    re.compile(
        rf"^{_MY}给(?:[^，{P[1:-1]}]{{1,8}}的)?(?P<who>{P}|[他她])家?(?P<gift>[送带寄买捎]|(?:发|包"
        rf"|塞)(?=了?[^，]{{0,4}}红包))了(?P<what>.+)"
    ),
    re.compile(rf"^{_MY}(?:帮|替)了?(?P<who>{P}|[他她])(?:家里?)?(?P<what>.+)"),
    re.compile(rf"^{_MY}借给了?(?P<who>{P}|[他她])(?P<what>.+)"),
    re.compile(rf"^(?:我|今天|昨天)*借了?(?P<who>{P}|[他她])(?P<what>.+)"),
    re.compile(rf"(?P<who>{P}|[他她])(?:[问向找跟]我|从我这儿?里?)借了(?P<what>.+)"),
    re.compile(
        rf"^(?P<who>)\s*(?:我)?(?P<gift>随了?礼?|份子钱?|礼金|(?:包|封|给"
        rf"|发)了?(?=[^，]*红包))了?个?(?P<what>{_MONEY}.*|红包.*)"
    ),
)
GOT_EN = (
    re.compile(
        rf"(?P<who>{P}|\b(?:he|she|they)) (?:kindly )?(?P<verb>fixed|repaired|mended|translated|reviewed"
        rf"|edited|found|arranged"
        r"|booked|covered|picked up|looked after|babysat|drove|hosted) (?P<what>(?:my|our|me|us)\b.+)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<who>{P}|\bhe|\bshe|\bthey) (?:also |kindly )?(?P<verb>gave|sent|brought|bought|lent|taught"
        rf"|showed|helped|made) "
        r"(?:me|us)(?: with| w/)?(?P<what> .+)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:borrowed|got given|was given) (?P<what>.+?) from (?P<who>{P}|(?:him|her|them)\b)", re.I
    ),
    re.compile(
        rf"\b(?:thank(?:ed|s)?(?: to| you)?) (?P<who>{P}|him|her|them) for (?P<what>(?!coming|calling"
        rf"|the call|dinner|lunch"
        r"|coffee|everything).{3,})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<who>{P}|\bhe|\bshe|\bthey) (?P<verb>recommended|lent|gave|sent) (?P<what>.+?) to (?:me|us)\b",
        re.I,
    ),
)
GIVEN_EN = (
    re.compile(
        rf"(?:^\s*|\bI )(?P<verb>drove|took|walked|flew) (?P<who>{P}|him|her|them) (?P<what>(?:to"
        rf"|home|back)\b.*)",
        re.I,
    ),
    re.compile(
        rf"(?:^\s*|\bI |\band )(?P<verb>dropped off|delivered|baked|cooked) (?P<what>[^,]+?) (?:at|to"
        rf"|for) (?P<who>{P})",
        re.I,
    ),
    re.compile(
        rf"(?:^\s*|\bI |\band )(?P<verb>gave|sent|brought|bought|lent|loaned|taught|helped|showed"
        rf"|got) (?P<who>{P}|him"
        rf"|her|them)(?: and {P})?(?: with| w/)?(?P<what> .+)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^\s*|\bI |\band )(?P<verb>gave|lent|loaned) (?P<what>[^,]+?) to"
        rf" (?P<who>{P}|(?:him|her|them)\b)",
        re.I,
    ),
)
NO_FAVOUR = re.compile(
    r"^\s*(?:an? |the |some |my |his |her )?(?:quick )?(?:calls?|ring|e?-?mails?|texts?|messages?|notes?"
    r"|cards?|links?|numbers?|update|reply|hug|wave|look"
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
        r"(?:决定|确定|约定|商定|敲定|说定|谈妥|谈成|谈好|商量好|签了?[^，,。]{0,6}?合作(?:协议"
        r"|合同)?[，,]?|开始)(?:了|要)?(?:一起|合作|共同|联合|合伙)(?P<what>[^，,。；;]+)"
    ),
    re.compile(r"(?:签了?[^，,。]{0,6}?)(?P<what>合作(?:协议|合同))"),
    re.compile(
        rf"(?:{P} (?:and|&) I|\bwe|agreed (?:with|w/) {P}|decided (?:with|w/) {P}|^agreed"
        rf"|^decided)\s*(?:have "
        rf"|both )?(?:agreed|decided|started|plan(?:ned)?)? ?"
        r"(?:to|on|working on) (?P<what>(?:start|run|open|build|make|write|launch|work|found|publish"
        r"|organi[sz]e|host|sell|develop|co-?\w+|a |an |the )[^,.;]+)",
        re.IGNORECASE,
    ),
)
SAYS = re.compile(
    rf"(?P<who>{P}|[他她]们?(?:公司)?|^|\b(?:he|she|they)\b)\s*(?:还|又|也|上午|下午|今天|昨天|来电话?"
    rf"|打来?电话来?|发了?(?:微信|邮件"
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
    rf"(?P<who>{P}|[他她])(?:最近|现在|也|还|急着|正)*(?:想|要)(?P<what>(?:换|租|买|找|招|学|请|了解|认识"
    rf"|拉|进|转行|拿|做|卖|要|开)(?!到了)[^，]+)"
)
OFFERS = re.compile(
    rf"\s*(?:and )?(?P<who>{P}|he|she|they)(?:(?: kindly| also)? offered(?: me)?(?: to)?"
    r"|(?: will|['’]ll|['’]d| would| can| could)(?= (?:intro|introduce|connect|put|get|hook|refer"
    r"|recommend|lend|show|teach|help) "
    r"(?:me|us)\b)) (?P<what>.+)",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"\s*(?:(?:最近|现在|也|还|急着|正)*(?:在找|在招|想(?=换|租|买|找|招|学|请|认识|拉|转行|进|卖)|需要"
    r"|急需|缺)"
    r"|(?:and )?(?:now |also |still )?(?:is |are |he's |she's )?(?:looking for|needs|hiring"
    r"|wants (?=an?\b|some\b|to (?:hire|buy|meet"
    r"|find|rent|learn)))\s?)(?P<what>[^，]{2,})"
)
STRONG_OBJECT = re.compile(
    r"^(?:介绍|提供|帮|做|教|借|引荐|写|设计|翻译|修|(?:introduce|help|offer|provide|teach|lend|fix|build"
    r"|design"
    r"|translate|get|show)\b)",
    re.I,
)
WANTED_EN = re.compile(
    r"^(?:an?|some|more|two|three|to (?:meet|find|hire|buy|learn|rent|borrow|know|get))\b", re.I
)
NOTHING_OWNED = re.compile(
    r"^(?:了|过|到|事|空|时间|问题|孩子|女儿|儿子|点|些|没有|一个孩子|意思|兴趣|me\b|him\b|her\b|us\b"
    r"|how\b|that\b|it\b|what\b"
    r"|why\b|about\b"
    r"|(?:an? |the )?(?:cold|baby|meeting|question|problem|birthday|son|daughter|dog|cat|headache|flu"
    r"|point|look|new job|plan|call)\b|to \w+|been\b|had\b|left\b|gone\b)",
    re.IGNORECASE,
)
