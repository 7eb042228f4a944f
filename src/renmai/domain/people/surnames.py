"""Chinese surnames: those of two characters, those read otherwise than elsewhere."""

_COMPOUND = (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 "
    "端木 南宫 万俟 澹台 单于 呼延 鲜于 公冶 轩辕 钟离 闻人 宰父 亓官"
)
COMPOUND = frozenset(_COMPOUND.split())
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
