"""Chinese surnames: those of one and of two characters, those read otherwise than elsewhere."""

_COMPOUND = (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 "
    "端木 南宫 万俟 澹台 单于 呼延 鲜于 公冶 轩辕 钟离 闻人 宰父 亓官 "
    "太史 申屠 拓跋 百里 东郭 独孤 南门 濮阳 淳于"
)
COMPOUND = frozenset(_COMPOUND.split())
_OFTEN = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_ALSO = (
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛"
    "童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟"
    "全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗"
    "应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺云支昌经农冒须元尚元候闫付代伊贡邝郗尧危占揣宓郦雍璩卿桓佘佴逄钮宦贲逯后"
    "缪谯仝但檀亓展权展次种浦干濮过亢茅岱钭阙籍隗麻冶阴油富湛巴储松骆仰浑芮羿汲糜凤印靖逄璩蓬郏弓牧宣幸韶束咸戎祖"
)
OFTEN = frozenset(_OFTEN)
"""The surnames of nine in ten people."""
SINGLE = frozenset(_OFTEN + _ALSO)
"""Surnames of one character."""
_JAPANESE = """
佐藤 铃木 高桥 田中 伊藤 渡边 山本 中村 小林 加藤 吉田 山田 佐佐 山口 松本 井上 木村 林田 斋藤 清水
山崎 森田 池田 桥本 阿部 石川 山下 中岛 石井 小川 前田 冈田 长谷 藤田 后藤 近藤 村上 远藤 青木 坂本
齐藤 福田 太田 西村 藤井 金子 冈本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 上田
森本 小岛 柴田 原口 宫崎 酒井 工藤 横山 宫本 内田 高木 安藤 岛田 谷口 大野 丸山 今井 河野 藤本 村田
武田 上野 杉山 增田 平野 大塚 千叶 久保 松井 小山 岩崎 樱井 野口 松尾 菊地 木下 野村 新井 佐野 菅原
熊谷 江口 水野 吉川 山内 西田 菊池 北村 岩田 东野 古川 本田 大西 黑田 安田 川口 永井 星野 松下 石原
桑原 荒木 浅野 平田 关口
"""
JAPANESE = frozenset(_JAPANESE.split())
"""Japanese surnames that begin as a Chinese name may, in simplified characters."""
_COMPOUND_READINGS = (
    "尉迟:yu-chi 万俟:mo-qi 澹台:tan-tai 单于:chan-yu 长孙:zhang-sun 令狐:ling-hu 呼延:hu-yan 鲜于:xian-yu "
    "皇甫:huang-fu 宰父:zai-fu 亓官:qi-guan "
)
_READINGS = (
    "单:shan 曾:zeng 解:xie 仇:qiu 查:zha 区:ou 朴:piao 盖:ge 乐:yue 任:ren 宁:ning 翟:zhai "
    "覃:qin 缪:miao 冼:xian 燕:yan 召:shao 华:hua 员:yun 贠:yun 折:she 黑:he 秘:bi 繁:po "
    "逄:pang 都:du 车:che 纪:ji 葛:ge 卜:bu 种:chong 那:na 哈:ha 隗:wei 尉:wei 晁:chao 石:shi "
    "沈:shen 盛:sheng 祭:zhai 洗:xian 句:gou 长:zhang 钭:tou 过:guo 惠:hui 牟:mu 宓:mi 谌:chen "
    "郗:xi 郇:xun 行:xing 应:ying 占:zhan 曲:qu 俞:yu 么:yao 黄:huang "
)
READINGS: dict[str, tuple[str, ...]] = {
    surname: tuple(reading.split("-"))
    for surname, reading in (pair.split(":") for pair in (_COMPOUND_READINGS + _READINGS).split())
}
"""The syllables of a surname, one for each character; only of those that a dictionary reads otherwise."""
