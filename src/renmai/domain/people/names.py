"""A person's name: its bare form, whether two surely name different people, and which of several to show."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_TRADITIONAL = (
    "張陳劉楊黃趙吳孫馬蕭鄭謝許鄧馮韓葉蘇盧蔣賈閻餘鍾譚陸範龔嚴賀顧龍萬錢湯塗賴溫歐畢紀簡寧駱瀋衛羅齊聶塵單葛焦莊欒鄒喬戴"
    "偉國華強軍傑輝飛東麗艷艶豔紅燕蘭鳳靜瑩穎麼莉雲慶榮銘錦鋒鋼鐵鑫鵬鴻鶴鷹寶貝貴賢賓質贊達運進遠連適選遙還邁豐義學"
    "書樂業亞風煒煥燁爾瑋瑪璽環瓊當瘋盡監盤眾睜礦禮禎稱種穀積穩窮競筆節築篤簽籃純紅紋紗細紳紹終結絡給統絲經綠綱維綸綺綿緒線緯縣"
    "繼續纖聖聞聰聲職聽肅脅腦臉臨與興舉舊莖莊萊蓮蔭薇藍藝藥虛蟲術補裡製複見規視親覺覽觀計訊記訪設詠詩話詢詳誠誌認語說誼調請論諾謀"
    "謙講識護譽讀變讓豪賽贏趕趨躍車軒轉輕載輔輪轟辭農邊鄉醫釋針鈞鈴銀銅銳錄錫鍵鎮鏡鐘鑑長門開間閔閣閩關陣陰陽階際隨險隱隸雙雜離難電"
    "霧靈頂項順須頌預領頭頤題願類顏飄養館駿騰驍驗驚髮鬆鬥魯鮑鮮麥黨齡億們個倫側傳債傷僅儀優兒兩冊凍劃劇劍勁勛勝勞勢區協卻參叢員問喚善單"
    "嗎嘗嚮團園圓圖壇執堅堯報場塊墊壯壽夠夢夾奪奮婁婦媽嬌孟孫實審寫寬層嶺島峽崗嶽巖幣幹幾庫應廠廣廟廳彌張彎後徑從復徵德忠恆惠悅愛慮憲懷戰戲"
    "戶擇擔據擴擺攝攜敗敵數斷於時晉暉曄曉書會朧東條棟楓極構榮樂樓標樣樹橋機檔檢櫻權歡歲歷歸殘殺殼毀氣決沒況泉洩洶浹涼淚淨淵淺渾湊湯準溝滅滄滬滿漁漢漲漸潔潤潘澤濃濟濤濱灣灑灝災為烏無煉煙熱燈營爍爐爭爺牆狀狹獨獎獲獻現"
    "遲聯饒啟昇遊眞瓏瀅嬋嫻婭嵐徹愷憶暢曠瀾璦縱薔蘊蘋贇軻轍釗鈺鉉鋭錚鍇鎧鑄閎闖隴韋韻頡頎驪騫鯤鳴鴿龐鄺鄔閆呂祿竇藺貢酈鞏師厲屬勵車"
)
_SIMPLIFIED = (
    "张陈刘杨黄赵吴孙马萧郑谢许邓冯韩叶苏卢蒋贾阎余钟谭陆范龚严贺顾龙万钱汤涂赖温欧毕纪简宁骆沈卫罗齐聂尘单葛焦庄栾邹乔戴"
    "伟国华强军杰辉飞东丽艳艳艳红燕兰凤静莹颖么莉云庆荣铭锦锋钢铁鑫鹏鸿鹤鹰宝贝贵贤宾质赞达运进远连适选遥还迈丰义学"
    "书乐业亚风炜焕烨尔玮玛玺环琼当疯尽监盘众睁矿礼祯称种谷积稳穷竞笔节筑笃签篮纯红纹纱细绅绍终结络给统丝经绿纲维纶绮绵绪线纬县"
    "继续纤圣闻聪声职听肃胁脑脸临与兴举旧茎庄莱莲荫薇蓝艺药虚虫术补里制复见规视亲觉览观计讯记访设咏诗话询详诚志认语说谊调请论诺谋"
    "谦讲识护誉读变让豪赛赢赶趋跃车轩转轻载辅轮轰辞农边乡医释针钧铃银铜锐录锡键镇镜钟鉴长门开间闵阁闽关阵阴阳阶际随险隐隶双杂离难电"
    "雾灵顶项顺须颂预领头颐题愿类颜飘养馆骏腾骁验惊发松斗鲁鲍鲜麦党龄亿们个伦侧传债伤仅仪优儿两册冻划剧剑劲勋胜劳势区协却参丛员问唤善单"
    "吗尝向团园圆图坛执坚尧报场块垫壮寿够梦夹夺奋娄妇妈娇孟孙实审写宽层岭岛峡岗岳岩币干几库应厂广庙厅弥张弯后径从复征德忠恒惠悦爱虑宪怀战戏"
    "户择担据扩摆摄携败敌数断于时晋晖晔晓书会胧东条栋枫极构荣乐楼标样树桥机档检樱权欢岁历归残杀壳毁气决没况泉泄汹浃凉泪净渊浅浑凑汤准沟灭沧沪满渔汉涨渐洁润潘泽浓济涛滨湾洒灏灾为乌无炼烟热灯营烁炉争爷墙状狭独奖获献现"
    "迟联饶启升游真珑滢婵娴娅岚彻恺忆畅旷澜瑷纵蔷蕴苹赟轲辙钊钰铉锐铮锴铠铸闳闯陇韦韵颉颀骊骞鲲鸣鸽庞邝邬闫吕禄窦蔺贡郦巩师厉属励车"
)
_SIMPLER = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PIECES = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+")
_HONORIFICS = re.compile(
    r"(?:先生|女士|小姐|太太|老师|教授|博士|经理|总监|主任|同学|师傅)$|\b(?:mr|mrs|ms|miss|dr|prof|sir)\b\.?",
    re.IGNORECASE,
)
_LONGEST = 500  # characters; no name is longer
_BESIDE = re.compile(r"[(（\[【<].*?[)）\]】>]|\s+(?:via|on behalf of|代发|代表)\s.*$", re.IGNORECASE)
_NAME_PART = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’ -])*")
_AFTER_COMMA = re.compile(
    r"(?:inc|ltd|llc|llp|gmbh|corp|co|jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq|mba|cpa|s\.?a|ag|plc|team)\.?",
    re.IGNORECASE,
)
MOST_WORDS = 3
_QUOTES = "\"'“”‘’`´ \t\r\n"
_SHORT_FORMS = tuple(
    frozenset(names.split())
    for names in (
        "robert rob bob bobby",
        "william will bill billy",
        "richard rick dick",
        "elizabeth liz beth betty",
        "margaret peggy maggie",
        "james jim jimmy",
        "john jack johnny",
        "edward ed ted",
        "henry harry hank",
        "katherine catherine kate kathy cathy",
        "alexander alex sasha sascha",
        "anthony tony",
        "theodore ted",
        "charles chuck charlie",
    )
)


class Spoken(NamedTuple):
    """A name somebody goes by: how often it was used, and whether it stands on a card."""

    name: str
    uses: int
    is_card: bool


def simpler(text: str) -> str:
    """Return `text` with the traditional characters that names are made of in their simplified form."""
    return text.translate(_SIMPLER)


def has_han(text: str) -> bool:
    """Tell whether there is a Chinese character in it."""
    return _HAN.search(text) is not None


def is_real_name(name: str) -> bool:
    """Tell a name from what machines put in its place: an address, a number, nothing."""
    return "@" not in name and any(c.isalpha() for c in name)


@lru_cache(maxsize=65_536)
def pieces(name: str) -> tuple[str, ...]:
    """Return a name's words in lower case without accents; a Chinese character is a word of its own."""
    folded = unicodedata.normalize("NFKD", simpler(unicodedata.normalize("NFKC", name)).casefold())
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return tuple(_PIECES.findall(unicodedata.normalize("NFC", bare)))


def shown(name: str) -> str:
    """Return a name as people write it: without quotes, remarks beside it, or the surname put in front."""
    name = " ".join(name.split())[:_LONGEST]
    name = _BESIDE.sub("", name).strip(_QUOTES) or name.strip(_QUOTES)
    return in_spoken_order(name)


def in_spoken_order(name: str) -> str:
    """Return `Lovelace, Ada` as one says it; a Chinese name stays, and a title or `Inc.` behind a comma."""
    last, comma, first = name.partition(",")
    last, first = last.strip(), first.strip()
    are_names = all(_NAME_PART.fullmatch(part) and not has_han(part) for part in (last, first))
    if not comma or not are_names or _AFTER_COMMA.fullmatch(first):
        return name
    is_short = len(last.split()) <= MOST_WORDS and len(first.split()) <= MOST_WORDS
    return f"{first} {last}" if is_short else name


def are_surely_different(one: str, other: str) -> bool:
    """Tell whether two full names surely are not one person's, so that a shared address proves nothing.

    Not sure, and so False: a name that is not full, one that holds the other, initials, short forms of the
    same first name, and names in two scripts.
    """
    one, other = (_HONORIFICS.sub("", shown(name)) for name in (one, other))
    a, b = pieces(one), pieces(other)
    if len(a) < 2 or len(b) < 2 or has_han(one) != has_han(other):
        return False
    if set(a) <= set(b) or set(b) <= set(a):
        return False
    if has_han(one):
        return True
    left, right = sorted(set(a) - set(b)), sorted(set(b) - set(a))
    return not all(any(_may_be_one_word(x, y) for y in right) for x in left)


def _may_be_one_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long.startswith(short):
        return True
    return any(one in forms and other in forms for forms in _SHORT_FORMS)


def best_name(names: Iterable[Spoken], *, otherwise: str = "") -> str:
    """Return the name to show: a card's before the most used, a Chinese one before its transcription.

    :param otherwise: what to show where nobody ever wrote a real name (an address)
    """
    uses: dict[str, list[int]] = {}
    for spoken in names:
        name = shown(spoken.name)
        if is_real_name(name):
            entry = uses.setdefault(name, [0, 0])
            entry[0] += spoken.is_card
            entry[1] += spoken.uses
    if not uses:
        return otherwise
    return max(uses, key=lambda name: (_rank(name, *uses[name]), name))


def _rank(name: str, cards: int, times: int) -> tuple[bool, bool, bool, int, int]:
    return cards > 0, cards > 0 and has_han(name), len(pieces(name)) > 1, cards + times, len(name)
