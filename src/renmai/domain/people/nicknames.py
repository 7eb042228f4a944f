"""Short forms of given names: which words may be one name."""

_NAMES = """
alexander alex alec alexandra sandy sasha sascha lex xander; andrew andy drew andre andreas; anthony tony
antony anton; arthur art artie; barbara barb barbie babs; benjamin ben benny benji; bernard bernie; bridget
biddy bridie; catherine katherine kathryn kate katie kathy cathy cat kit kitty katharine catharine; charles
charlie chuck chas carl karl; christopher chris kit kris christoph; christine christina tina chrissie;
cornelius neil con; daniel dan danny; david dave davy davey; deborah debbie deb debra; donald don donnie;
dorothy dot dottie dolly dora; edmund ed eddie ned; edward ed eddie ted ned teddy; eleanor ellie nell nellie
nora elinor; elizabeth eliza liz beth betty bess lizzie betsy libby elisabeth lisa elsie; emily em emmy
millie; frances fanny fran; francis frank franky frankie fran; frederick fred freddie freddy fritz frederic;
gabriel gabe; geoffrey geoff jeff jeffrey; george georgie; gerald gerry jerry; gilbert gil bert; gregory
greg; harold harry hal; helen nell ellen nellie; henry harry hank hal; herbert herb bert bertie; hubert bert
hugh; isaac ike; isabella isabel bella belle izzy; jacob jake jack; james jim jimmy jamie jem; jane jenny
janie; jennifer jen jenny jenn; jeremiah jerry jeremy; jessica jess jessie; joan joanna joanne jo; john jack
johnny jon jonathan; joseph joe joey jo; joshua josh; judith judy jude; katarina kat; kenneth ken kenny;
lawrence larry laurence lawrie laurie; leonard leo len lenny; leopold leo; lewis louis lou lew; louisa
louise lou; margaret maggie peggy meg madge greta rita peg daisy marge; martha patty mattie; martin marty;
mary molly polly mae may maria marie minnie; matilda tilly tillie mattie; matthew matt mat matty; michael
mike mick mickey micky mikhail; nancy ann anne anna nan annie hannah; nathaniel nathan nat nate; nicholas
nick nicky nicolas nikolai klaus; oliver ollie olly; patricia pat patty trish tricia; patrick pat paddy;
peter pete; philip phil phillip pip; rebecca becky becca; reginald reg reggie rex; richard rick dick ricky
rich dickie rickard; robert rob bob bobby robbie bert robin rupert; ronald ron ronnie; samuel sam sammy;
samantha sam; sarah sally sadie sal; sebastian seb bastian; simon sim; stephen steve steven stevie stefan;
susan sue susie susanna suzanne; theodore ted teddy theo; theresa terry tess teresa tracy; thomas tom tommy
thom; timothy tim timmy; victoria vicky tori; vincent vince vin; walter walt wally; wilhelmina minnie mina;
william will bill billy willie liam wilhelm; zachary zach zack
"""
SHORT_FORMS = tuple(tuple(names.split()) for names in _NAMES.split(";"))
"""What one given name is called, name by name."""
NICKNAMES: dict[str, frozenset[int]] = {}
"""The numbers of the names a word may stand for: ed is Edmund, Edward or Edwin."""
for _number, _forms in enumerate(SHORT_FORMS):
    for _form in _forms:
        NICKNAMES[_form] = NICKNAMES.get(_form, frozenset()) | {_number}
