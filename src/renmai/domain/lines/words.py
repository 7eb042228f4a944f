"""Words that tell where a name in a line ends, and words that begin as a name and are none."""

import re

_NO_NAMES_ZH = """
高铁 高速 高兴 金融 金额 方案 方便 方向 方面 温州 温度 江苏 江西 黄金 黄河 周末 周年 周边 周围 周日 周天
周一 周二 周三 周四 周五 周六 张家 安排 安全 安装 包括 包装 全部 全家 全国 常常 常用 常规 成都 成功 成本
成立 成交 陈列 车间 车站 时间 时候 白天 支持 支付 项目 程序 平台 平时 文件 文章 明天 明年 明白 应该 关于
关系 关心 关键 连续 连夜 单位 单独 石家 马上 路上 路演 顾问 顾客 管理 计划 计算 简单 简历 和平 许多 严重
强调 盛会 都是 万一 左右 于是 由于 解决 解释 农业 农场 房子 房东 房租 房价 房产 古代 古董 古琴 米饭 汽车
火车 司机 司法 别人 别的 向来 向他 向她 冷静 冷饮 水果 水电 花园 花钱 华为 华东 华南 华北 贵州 贵阳 段落
贺卡 童年 党员 牛奶 游戏 游泳 曲子 查看 查询 卓越 项链 英文 英国 英语 商量 商业 商务 商店 商场 公司 公园
公开 公寓 公众 公交 公共 同事 同学 同意 东西 东边 南京 南方 北京 北方 西安 上海 上班 上课 上周 上次 上午
上个 下周 下次 下午 下班 下个 中国 中午 中介 中文 中心 今天 今年 今晚 今早 昨天 昨晚 前天 后天 后来 早上
晚上 晚饭 午饭 早饭 早餐 午餐 晚餐 大家 大会 小区 小时 小孩 小说 小店 小程 小红 小米 老家 老板 老婆 老公
老师 老人 老外 阿里 阿姨 自己 什么 怎么 客户 朋友 家人 家里 家长 团队 领导 供应 投资 银行 医院 学校 学生
孩子 经理 律师 医生 会计 顺便 能不 能否 可以 可能 应聘 须要 元旦 元宵 元气 习惯 沙发 沙龙 经过 经常 经济
代理 代表 代码 晚点 宣布 宣传 海关 海外 海边 阳光 阳台 景点 景区 景色 谈判 谈谈 谈了 宁波 宁夏 苏州 杭州
柳州 郑州 徐州 扬州 广州 深圳 重庆 武汉 长沙 香港 台湾 台北 澳门 吉林 云南 海南 河南 河北 湖南 湖北 山东
山西 广东 广西 厦门 天津 青岛 大连 无锡 合肥 福州 昆明 欧洲 美国 日本 韩国 德国 法国 印度 越南 泰国 新加
纽约 伦敦 东京 巴黎 毕业 毕竟 尤其 季度 麻烦 甘肃 项下 蓝牙 钱包 钱财 柴油 双方 何时 何必 何况 易货 常驻
卢布 相关 相信 相片 相机 那边 那个 那里 那天 那时 哪里 有人 有没 有空 有事 没有 没见 随便 记得 记一 想法
想要 感谢 谢谢 祝福 祝贺 欢迎 恭喜 一起 一个 几个 几位 两个 三个 各位 所有 其他 其它 另外 微信 电话 邮件
短信 视频 会议 合同 合作 报价 预算 融资 股权 名单 样品 生日 结婚 今后 以后 以前 之前 之后 咖啡 喝茶 吃饭
火锅 酒店 饭店 餐厅 机场 高校 高中 高层 高端 高管 高级 高度 高峰 党校 项羽 伊朗 哈佛 沙特 巴西 巴士 乐队
乐园 强烈 辛苦 平安 平均 平常 原来 原因 原则 贸易 外贸 进口 出口 产品 设计 技术 研发 市场 销售 采购 物流
仓库 工厂 工作 工程 工资 工具 总是 总部 总共 总之 总结 总算 对方 对面 正好 正在 刚才 刚刚 最近
来的 谈妥 谈成 包了 金主 老板 农历 阴历 大学 全体 双十 郊区 郊外 乡下 边上 查了 庙里 庙会 水库
海底 江边 河边 湖边 万元 万块 千块 喜酒 喜糖 红包 项目 荣誉 都说 都在 都来 都是 方向 方式 时尚
时机 时代 解放 关门 容易 充电 强制 于此 应该 从前
"""
NO_NAMES_ZH = frozenset(_NO_NAMES_ZH.split())
"""Words of two characters that begin no name, though their first may be a surname."""

_NO_NAMES_EN = """
a about after again agreed all also an and april as asked at aug august autumn back because been before
being bought breakfast brunch but by call called came can caught chat chatted christmas coffee could day
dear dec december did dinner drinks drove each easter email emailed english evening everybody everyone
except feb february for forgot french friday from gave german get go going good got grab had half has
have he heard hello help helped her here hey hi him his how i if in internet into it its jan january jul
july jun june just last later learned left lent let like long lots lovely lunch mail mar march may maybe
me meal meet meeting meetup message messaged met mon monday month morning my need never new next nice
nine no nobody not note nothing nov november now oct october of off ok old on one online or our out over
paid party people phone phoned played please ps promised quick quiet ran rang received remember replied
said sat saturday saw says seeing sent sep sept september she skype so some somebody someone spent spoke
spring still stopped summer sun sunday supper talk talked tea team teams text texted thank thanked
thanks that the their them then there they this thu thursday tired to today told tomorrow tonight too
took tue tuesday two us very video visited visiting walked wanted was we wechat wed wednesday weekend
went were what whatsapp when where which while who will with work worked working would wrote yes
yesterday you your zoom
"""
CALLED_LIKE_MONTHS = frozenset(("jan", "april", "may", "june", "august", "will", "summer"))
"""English words that are names as well, where something beside them tells so."""
NOT_FIRST_ZH = frozenset(
    "这那一两几三了过的个们大小老年月周日做搞开卖买修写教管带找想要能会有没不是"
    "在去来回到从把被让给对向和跟吃喝聊谈说什怎自"
    "好多很更最就只还又再才"
)
"""With these begins what is no name, unless it begins with a surname."""
NO_NAMES_EN = frozenset(_NO_NAMES_EN.split())
"""English words that begin a line or a clause with a capital letter and are nobody."""

_NOBODY_ZH = """
客户 客人 同事 同学 朋友 家人 大家 供应商 团队 公司 银行 老板 领导 老师 医生 律师 会计 中介 房东 邻居
老乡 闺蜜 导师 司机 秘书 助理 他们 她们 我们 你们 他 她 我 你 您 自己 别人 对方 人家 孩子 老同 老朋 老客
老婆 老公 老家 老外 老人 老总 老大 老爸 老妈 小区 小时 小孩 小朋 小组 小店 小程 小说 小学 小事 小吃 大概
大学 大哥 大姐 大厂 大客 大佬 大神 大师 大量 大事 大部 大致 大约 大型 大楼 大厅 大门 大夫 大会
客服 物业 快递 保安 投资人 合伙人 校友 学生 家长 几个人 一群人 谁 什么人 某人 两个人 三个人 一个人
"""
NOBODY_ZH = frozenset(_NOBODY_ZH.split())
"""What stands in the place of a name and names nobody."""

THEIRS_ZH = re.compile(
    r"的(?:(?:[\u3400-\u9fff]{0,4}?)(?:总监|经理|老总|主任|工程师|创始人|负责人|主管|合伙人)|秘书|助理"
    r"|司机|老婆|太太|先生|老公|儿子|女儿|孩子|妈妈|爸爸|父亲|母亲|朋友|同事|同学|老板|下属"
    r"|团队|公司|学生|员工)"
)
"""Behind a name: somebody else is meant, who belongs to them."""

BOUNDARY_ZH = re.compile(
    r"$|[\s，,。；;：:！!？?、（）()“”\"'’…—/]|[0-9A-Za-z]"
    r"|[和跟与同及]|一起|一同|一块|一道|都|也|还(?!好)|吃|喝|聊|谈|见面?|开"
    r"|通(?:了?电?话|了|知)|打|约|说|讲|告诉|告知"
    r"|问|答|在|从|来|去(?!年)|到|回|想|要|需|缺|急|找|招|有|能|会(?!长|计)|可以|可|擅|做|学|懂|认识|介绍"
    r"|推荐|引荐|送|给|帮|借|请|发|写|寄"
    r"|教|托|让|叫|买|卖|搬|离|换|出|参|拜|的|了|过|是|很|被|把|将|已|又|刚|正(?!义)|没|不|上(?:午|周|海"
    r"|个|门)|下(?:午|周|个|次)|中午|晚|早|今|昨"
    r"|前天|大前|明(?:天|早|晚|年)"
    r"|周[一二三四五六日末]|星期|礼拜|这|那|推|提|透露|建议|觉得|认为|生日|结婚|先|最近|目前|现在|公司"
    r"|那边|家|手[上里]|视频|微信|电话|邮件|合作|决定|签|收|欠|答应|承诺"
    r"|合[伙作]|撸|涮|泡[了吧]|搓|露营|滑[雪冰]|钓|徒步|骑[车行]|组[局织了]|翻译|修[了好车改]|搬|搞[定了]"
    r"|办[了好]"
    r"|垫|代[我为]|订[了]|排[练队]|审|核对|复盘|捋|敲定|签"
    r"|聚|拼|搭|顺路|俩|仨|夫[妻妇]|两口子|全家|姐妹|兄弟|母女|父子|姐弟|兄妹|团队|集团|组织|偶遇|递"
    r"|还[了钱]|转[了给发账]|升[职了]|跳槽|辞|离|生[了病娃]|怀孕|住院|出[国差院]|搬家|请客|过[来去了生]"
    r"|回[国家复了来]|牵线|搭桥|张罗|操办|忙[前着]|陪|接[了我]|拉[了我]|安排|解决|搞|弄"
    r"|愿|希望|打算|准备|负责|加入|创业|融资|投资|面谈|碰|遇|交|改|看|听|拿|带|退|升|调|用|走|急着|坐|住"
    r"|玩|爬|打球|逛|散步|唱|跑|共|商|讨论|研究|探讨|交流|沟通"
    r"|对接|孩子|儿子|女儿|老婆|老公|太太|先生|爸|妈|父母|项目|进展|情况|身体|地址|号码|那件事|的事|月底"
    r"|年底|年前|本周|[一二三四五六七八九十两]"
)
"""What may stand behind a Chinese name."""
