"""What kind of act a line tells of, and where or at which event it was."""

import re
from typing import NamedTuple

from renmai.domain.capture.interactions import Kind
from renmai.domain.lines.encoded import EncodedLine, P
from renmai.domain.lines.follows import Follow, FollowKind, is_of_later

_KINDS = (
    (
        Kind.CALL,
        r"打来?了?(?:个|通|过)?(?:个)?电话|来电|通了?个?电?话|电话会?|(?:腾讯|飞书|线上|远程|网络)会议?"
        r"|视频(?!号|里|素材|剪)|语音|连线"
        r"|(?<![a-z])call(?=[\u3400-\u9fff])"
        r"|\b(?:call(?:ed|s)?(?! it| off)|phoned|rang|video ?call|zoom|skyped?|facetime[d]?"
        r"|on the phone|phone|spoke (?:to|with)(?!.*in person))\b",
    ),
    (
        Kind.MAIL,
        r"邮件|回信|来信|写信|\b(?:e-?mail(?:ed|s)?|letters? (?:from|to)|wrote (?:(?:a letter )?to|back)"
        r"|postcard from)\b",
    ),
    (
        Kind.MESSAGE,
        r"(?:发|回|收到?)了?[^，]{0,8}?(?:微信|短信|消息|私信|语音)|(?:微信|wx|vx|qq|飞书|企微)(?:聊|问"
        r"|上|里|说|告诉)|发给了?|发过?来|钉钉|留言"
        r"|\b(?:text(?:ed|ing)?|messaged|message|chatted[^,]* on|whatsapp(?:ed)?|wechat|dm(?:ed)?|pinged"
        r"|reached out|voice (?:note|message)|slack|on (?:slack|signal|telegram|linkedin|teams"
        r"|insta(?:gram)?))\b",
    ),
    (
        Kind.EVENT,
        r"大会|展会|年会|校友会|[聚晚]会|同学会|论坛|沙龙|婚礼|婚宴|喜酒|满月酒|峰会|活动(?!量)|爬山|登山"
        r"|打[^，]{0,3}球|音乐会|演唱会|比赛|看展"
        r"|看了?(?:场|个|部)?(?:电影|展|演出|话剧|球)|路演|[偶巧]遇|遇[到见上]|碰[到见上](?!头)|唱[kK歌]"
        r"|[kK]歌|露营|高尔夫|麻将|桌游|跑[^，]{0,2}步|骑行|看了?[^，]{0,3}《|滑[雪冰]|钓鱼|徒步|逛街|团建"
        r"|\b(?:conference|fair|party|wedding|concert|meetup|summit|festival|tennis|football|golf|hike"
        r"|hiking|bumped into|ran into|camping|skiing|gig|squash|badminton|padel|chess|bowling|exhibition"
        r"|movie|cinema|match|game night)\b",
    ),
    (
        Kind.MEAL,
        r"吃了?(?:个|顿|了)?[^，]{0,6}?(?:饭|火锅|面|餐|烧烤|宵夜|早茶|串|西餐|日料)|[早午晚]饭"
        r"|[早午晚]餐|聚餐|火锅|烧烤|宵夜|下午茶|喝[了]?(?:杯"
        r"|个|点|上)?(?:一杯|咖啡|茶|酒|下午茶|早茶|奶茶|两杯)|饭局|酒局|撸了?[^，]{0,2}串|小酌|搓了?一顿"
        r"|请[^，]{0,8}?吃"
        rf"|(?:[和跟与同陪]{P}[^，]*|一起)[吃喝](?![惊亏力醋])"
        r"|\b(?:lunch|dinner|breakfast|bfast|brekkie|brunch|supper|coffees?|drinks?|tea|meal|ate|beers?"
        r"|pints?|pub|roast"
        r"|sushi|pizza|ramen|curry|tapas|burgers?|wine|barbecue|bbq|cuppa|hotpot|dim sum)\b(?! shop| set"
        r"| maker| machine)",
    ),
    (
        Kind.MEETING,
        r"见面|见了|见过|见着了|开了?个?会|会议|拜访|来访|面谈|碰头|碰了?个?面|聊了|签了|来公司|来看我"
        r"|来我|认识了|会面|接待|座谈|(?<!发)(?<!过)来了|来家里?|做客"
        r"|(?:决定|确定|商定|敲定|谈妥|谈成)了?(?:一起|合作|共同|联合)|在[^，]{1,10}聊|引荐了[^，]+给我"
        r"|\b(?:met|meeting|meet with|visited|caught up|agreed (?:with|w/)|sat down with|introduced me"
        r"|interviewed|talked with|came (?:over|by|round|to)|stayed with|stopped by|dropped in)(?!\w)"
        r"|(?:and|&) I (?:decided|agreed|started)",
    ),
)
KINDS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)
_NOT_AN_ACT = re.compile(
    rf"(?:{P}|[他她]们?(?:公司)?)(?:最近|现在|也|还|正|急)*(?:在找|在招|想|需要|缺|要找|能|可以|擅长"
    rf"|手[上里]有)"
    r"|没(?:来|见|聊|谈|吃|约|去|碰|打通|接通|联系)|取消了?|改到|约(?:了|好)?[^，]{0,8}?(?:下|明|后)|下次"
    r"|欠我|鸽了"
    r"|(?:cancel|did(?:n['’]t| not)|postponed|\bnever\b|\bno luck\b|(?:can|wo)n['’]t|cannot"
    r"|could(?:n['’]t| not)|\bowes? me\b|no[- ]show)"
    rf"|(?:{P}|\b(?:he|she|they)) (?:is looking|needs|wants|can |knows|could)",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    rf"(?:{P}|[他她]们?)(?:说)?(?:下个?(?:周|月|星期|礼拜)|明[天年]|后天|会(?=给|来|把|去|再)|打算|准备"
    rf"|计划)|约了?[^，]{{0,8}}?(?:明天|后天|下)"
    rf"|(?:{P}|\b(?:he|she|they|it))(?:['’]ll| will| is going to| are going to| plans to)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"问我")
_BY_CHANNEL = re.compile(r"微信|电话|邮件|短信|wx|vx|qq|钉钉|飞书", re.IGNORECASE)
_NOT_REACHED = re.compile(
    r"没(?:打通|接通|人接|接(?=$|[，。])|联系上)|打不通|no answer|(?:did not|didn['’]t) (?:pick up"
    r"|answer)|voicemail",
    re.IGNORECASE,
)
_INVITED_TO = re.compile(r"(?:约|请)[^，]{0,6}?(?:喝|吃)")
_SAID = re.compile(r"说(?!好)|透露|\b(?:says|said|that|thinks)\b", re.IGNORECASE)
_MINE = re.compile(
    rf"^(?:我|刚|今天|昨天)*(?:给|发|打|回了?|寄|送)|发给了?{P}"
    r"|^(?:I )?(?:called|phoned|rang|texted|messaged|e-?mailed"
    rf"|wrote|sent|gave)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    rf"{P}[^，,]{{0,6}}(?:来电|打来|打电话来|发(?:微信|邮件|短信|消息)|回信|来信|送我|送了我)|收到|接到"
    rf"|{P} (?:called|phoned|rang|texted|messaged|e-?mailed|wrote|sent me|gave me)|\b(?:from"
    rf"|got an?) (?:{P}|e-?mail|letter|message)",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"在(?P<zh>[\u3400-\u9fffA-Za-z0-9]{2,12}?(?:大会|展会|年会|校友会|聚会|论坛|沙龙|婚礼|峰会|活动"
    r"|咖啡馆|酒店|餐厅|公司|学校|会场|机场|家))"
    r"|在(?P<zh2>[\u3400-\u9fff]{2,6}?)(?=喝|吃|见|开会|聊|碰|遇)"
    r"|\bat (?:the |a )?(?P<en>[a-z][a-z ]{2,30}?)(?=$|[,.;]| yesterday| on | last | with |\s*[A-Z])",
)
_TOPIC = re.compile(
    r"(?:聊(?:了|起|到)?(?:聊|一下)?|谈(?:了|到|起|一下)?|讨论(?:了)?|商量(?:了)?"
    r"|研究(?:了)?)(?P<zh>[^，,。；;！!两一几半]{2,20})"
    r"|\b(?:talked|spoke|chatted|chat)?\s?about (?P<en>[^,.;]{2,40})"
)
_IS_CALLED = re.compile(
    r"\b(?:guy|man|woman|lady|girl|boy|person|someone|somebody|company|firm|startup|app|place|is|was"
    r"|are) called\b"
)
_ABOUT = re.compile(r"\babout .*", re.IGNORECASE)
FAVOURS = (FollowKind.FAVOUR_GIVEN, FollowKind.FAVOUR_GOT)
_TALKED = re.compile(r"聊|谈|商量|讨论|\b(?:talked|chatted|chat|talk|spoke)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    rf"^(?!.*(?:[没不别想要]|打算|约|好久)).*[和跟与陪]{P}(?!有关|[的无])"
    rf"|^(?!.*(?:\b(?:wrong|problem|issue|angry|happy|deal|agree|match)|n['’]t)\b).*\b(?:with|w/?) {P}",
    re.IGNORECASE,
)
NO_TOPIC = re.compile(r"^(?:了|很久|天|一会|聊|[0-9]+|小时)")


class ActSaid(NamedTuple):
    """The act of a line: its kind, which side began it (`me`, `them` or nobody), where, what was spoken of"""

    kind: Kind
    begun_by: str
    where: str
    topics: tuple[str, ...]


def act_of(line: EncodedLine, follows: list[Follow]) -> ActSaid:
    """Return the act a line tells of; a note where nothing passed between anybody."""
    kind = _kind(line, follows) or _of_favour(follows)
    return ActSaid(kind, _begun_by(line, kind), _where(line), _topics(line))


def act_text(clause: str) -> str:
    """Return the part of a clause that may tell of an act: what somebody said is none of it."""
    if is_of_later(clause):
        return ""
    said = _SAID.search(clause)
    head = clause[: said.start()] if said else clause
    if _TO_COME.search(head) or (_ASKED.search(head) and not _BY_CHANNEL.search(head)):
        return ""
    return "" if _NOT_AN_ACT.search(head) and not _INVITED_TO.search(head) else head


def is_of_act(text: str) -> bool:
    """Tell whether a text names what people did with one another."""
    return any(words.search(text) for _, words in KINDS)


def _kind(line: EncodedLine, follows: list[Follow]) -> Kind | None:
    given = [each.what for each in follows if each.kind in FAVOURS]
    for clause in line.clauses:
        text = _IS_CALLED.sub("", _ABOUT.sub("", act_text(clause.text)))
        for what in given:
            text = text.replace(what, "")
        for kind, words in KINDS:
            if text and words.search(text):
                return None if kind == Kind.CALL and _NOT_REACHED.search(line.text) else kind
    if not line.names or _NOT_REACHED.search(line.text):
        return None
    is_talk = any(_TOGETHER.search(act_text(clause.text)) for clause in line.clauses) or any(
        _TALKED.search(act_text(clause.text)) for clause in line.clauses
    )
    return Kind.MEETING if is_talk else None


def _of_favour(follows: list[Follow]) -> Kind:
    for each in follows:
        if each.kind in FAVOURS:
            return Kind.GIFT if each.is_gift else Kind.HELP
    return Kind.NOTE


def _begun_by(line: EncodedLine, kind: Kind) -> str:
    if kind not in (Kind.CALL, Kind.MAIL, Kind.MESSAGE, Kind.GIFT, Kind.HELP):
        return ""
    if _THEIRS.search(line.text):
        return "them"
    return "me" if _MINE.search(line.text) else ""


def _where(line: EncodedLine) -> str:
    found = _WHERE.search(line.text)
    return next((line.words(part) for part in found.groups() if part), "") if found else ""


def _topics(line: EncodedLine) -> tuple[str, ...]:
    parts = (part for found in _TOPIC.finditer(line.text) for part in found.groups() if part)
    words = (line.words(part).strip() for part in parts if not NO_TOPIC.match(part))
    return tuple(dict.fromkeys(word for word in words if word))
