"""Where in a line somebody may be named: behind which words, at which places, before which verbs."""

import re

OPENS_ZH = re.compile(
    r"[和跟与同陪](?!意|事|时|平|学)|给(?!力)|找(?!到)|请(?!假|教|问)|请教|约了?(?![定好在了])|见(?!面)(?:了|到|过)?|拜访了?|看望了?|探望了?"
    r"|采访了?|面试了?"
    r"|遇[到见]了?|碰[到见]了?|认识了?|帮(?!忙|助)了?|替|送了?给?|答应了?|问了?|联系了?|收到了?|欠|感谢|谢谢|托|求|向|对|介绍了?|推荐了?|告诉了?"
    r"|回复了?|借给了?|通知|恭喜|祝贺|提醒|催|发给了?|寄给了?|交给|转给|打给|记一下[:：]?|问候|接待了?|接到了?|叫上|带着?|采购|带话给|(?:新?朋友|同事|同学|客户"
    r"|财务|法务|人事|助理|会计|律师|设计师|校友|老乡|邻居)(?:的|叫)?|名?叫(?!我|上|了)"
)
OPENS_EN = re.compile(
    r"\b(?:with|w/|met(?: with)?|meet(?:ing)? with|saw|call(?:ed|ing)?(?: from| with)?|phoned|rang"
    r"|visit(?:ed|ing)|e?-?mail(?:ed)?(?: from)?"
    r"|text(?:ed)?(?: from)?|messaged|message from|letter from|(?:spoke|talk(?:ed)?|wrote|sent|lent|gave"
    r"|to introduce|introduced|listened|met up|said|promised|owed|pitched"
    r"|recommended \w+ \w+)(?: \w+){0,2} (?:to|with)"
    r"|introduced me to|introduced|ask(?:ed)?|told|help(?:ed)?|gave|give|lent|sent|send|owed?|promised?"
    r"|thank(?:ed)?|paid|bought(?: \w+){1,3} for|for|ran into|bumped into"
    r"|caught up with|agreed with|invited|hosted|interviewed|saw|joined by|at(?=\s+[A-Z][\w-]+['’]s\b)"
    r"|and|(?:postcard|card|gift|note|visit|invitation|news|call|parcel) from|thanks to|wish(?:ed)?"
    r"|remind(?:ed)?|congratulated|joined)\s+"
    r"(?=(?:(?:his|her|my|the|their)\s+\w+\s+)?[A-Z\u3400-\u9fffa-z])",
    re.IGNORECASE,
)
SUBJECT_EN = re.compile(
    r"\s*(?:(?:from|of|at) [A-Z][\w-]+ )?(?:,|;|\band\b|&|['’]s\b|(?:also |just |really |still "
    r"|now )*\b(?:is|are|was|were|has|have|had|says?|said|needs?|wants?|knows?|can|could|will|gave|sent"
    r"|lent|helped|introduced"
    r"|e-?mailed|called|texted|messaged|recommended|thinks?|told|asked|moved|paid|came|offers?|offered"
    r"|mentioned|wrote|rang|phoned|brought|bought|showed|taught|sells?|works?"
    r"|lives?|left|joined|started|agreed|decided|promised|seeks?|likes?|hates?|visited|invited|met"
    r"|stopped|dropped|runs?|owns?|lost|got|became|died|married|turned|replied|thanked|looks?|did|does"
    r"|would|might|may|must|should|[a-z]{2,12}(?:ed|[^s]s))\b)",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[，,。；;！!？?：:\n]|(?<=[a-z]{4})(?<![Pp]rof)\.\s|(?<!小)说(?!好|定|服)")
