"""The verbs that report moves, by class; their irregular forms. A table that grows, and nothing else."""

from __future__ import annotations

__all__ = ["CLASSES", "DOUBLED", "IRREGULAR"]

# lemma lists by class; a particle after + must follow within two words
CLASSES: dict[str, str] = {
    "release": "open add start offer release launch open-source opensource debut unleash ship drop roll+out put+out"
            " put+on make+public lay+out set+out bring+out push+out rollout distribute deploy upload make+open"
            " come+out go+live go+public throw+open usher+in lift+curtain lift+covers pull+wraps pull+back+curtain"
            " shine+light serve+up fire+up premiere spin+out release+into open+sign-ups lift+lid lift+veil"
            " take+wraps pull+curtain draw+curtain raise+curtain lay+open give+glimpse introduce unveil reveal"
            " present announce share publish make+available open+up bring+to",
    "launch": "release launch open-source opensource introduce unveil debut open upload put+out bring+out roll+out ship"
              " drop come+out+with",
    "preview": "preview tease demo show+off trail foreshadow",
    "acquire": "acquire buy purchase acqui-hire acquihire snap+up take+over scoop+up swallow pick+up gobble+up"
            " buy+out buy+up absorb hoover+up snatch+up mop+up snatch snag bag take+possession bring+in-house"
            " take+into+fold bring+into+fold splash+out shell+out go+for swoop",
    "complete": "complete close finalise finalize conclude seal wrap+up confirm",
    "consider": "consider weigh mull eye evaluate ponder explore study contemplate look+at look+into discuss examine",
    "court": "approach court woo bid+for bid offer seek make+bid make+offer table submit propose"
             " pursue"
             " chase circle sound+out explore consider weigh mull discuss eye contemplate",
    "spurn": "reject refuse decline spurn rebuff turn+down snub resist dismiss say+no walk+away",
    "step-up": "ramp step+up scale+up accelerate increase boost raise lift double triple expand",
    "approach": "approach contact court woo circle pursue chase",
    "chip-told": "disclose outline lay+out showcase tout sketch describe+at detail announce",
    "inaugurate": "inaugurate open switch+on turn+on fire+up power+up bring+online complete finish commission"
                  " energise energize boot+up start+up put+into",
    "back-firm": "invest+in back buy+into inject+into sink+into put+money+into bet+on bankroll fund",
    "float": "raise sell issue float place borrow",
    "confirm": "confirm disclose",
    "lend": "lend lead finance fund arrange provide underwrite back",
    "scout": "scout look+for search seek hunt shop+for",
    "borrow": "borrow seek raise issue sell secure arrange line+up land float tap seal sign",
    "ground": "break+ground begin start commence launch kick+off get+under+way lay+foundation undertake",
    "capacity": "bring+online add deploy install operate own have amass build end+year switch+on stand+up plan expect",
    "invest": "invest take plan speak+of pour spend back fund finance commit put+into pump plow plough guide"
              " project earmark allocate budget set+aside raise lift boost",
    "go": "go+to pass+to fall+to pass+into",
    "own": "own get obtain secure grab snare nab bag gain",
    "budget": "hike bump increase narrow trim reaffirm reiterate",
    "build": "build break+ground construct expand double triple develop open erect",
    "partner": "co-develop co-design co-create co-build partner work+with work+together team+up collaborate cooperate"
            " sign ink pen strike join+forces agree"
            " contract lock+in secure pair+up link+up make+deal make+agreement make+contract seal clinch conclude"
            " forge enter+into enter+a shake+hands ally tie+up cut+deal come+to+terms hammer+out arrange"
            " work+alongside join+up band+together go+into+business cement finalise finalize",
    "extend": "strengthen deepen expand extend renew broaden widen prolong",
    "choose": "select choose pick tap name enlist turn+to engage contract commission settle+on opt+for call+on rely+on",
    "win": "win land secure bag score clinch snag receive get obtain sign",
    "discuss": "discuss negotiate explore talk+to talk+with",
    "supply": "equip outfit furnish stock ship sell supply provide lease rent power deliver license manufacture"
            " fabricate",
    "rent": "rent lease license licence",
    "order": "order procure source reserve book lease rent contract buy purchase commit use draw take secure lock+in"
             " acquire",
    "pay": "pay",
    "award": "award grant issue give hand+out distribute donate provide",
    "submit": "submit enter",
    "use": "use train resume ask request scan process harvest scrape collect feed begin start restart continue"
            " proceed+with go+ahead push+ahead press+ahead",
    "hire": "hire recruit poach appoint name promote tap welcome lure bring+in bring+on land snag pick add"
            " attract sign+up engage headhunt enrol enroll bring+aboard take+on rehire elevate install designate"
            " anoint nominate",
    "demote": "demote reassign sideline oust sack dismiss replace remove push+out force+out push+aside fire eject"
            " part+with part+ways",
    "enlist": "win take get sign+up snap+up nab scoop+up take+on win+over lure woo bring+over draft enlist fetch"
            " sign headhunt steal coax tempt snatch engage hoover+up reel+in entice peel+away prise pry",
    "appoint": "hire appoint name promote pick choose select tap make elevate install designate anoint crown"
            " reassign charge entrust task nominate confirm move transfer shift bring+in bring+on take+on",
    "shift": "move fold merge integrate transfer shift bring place group bundle unite",
    "leave": "leave depart quit resign exit step+down step+back step+away retire part+ways bow+out walk+out"
            " jump+ship hand+in+notice defect step+aside stand+down walk+away move+on drop+out bail+out"
            " part+company hand+in+resignation take+leave pack+up bolt decamp go+away",
    "join": "join move rejoin defect come+board come+aboard sign+on",
    "change-sides": "switch transfer jump hop go",
    "become": "become",
    "come": "come+to arrive reach",
    "lead": "lead head run oversee helm take+over take+charge succeed replace supervise steer manage direct"
            " spearhead co-lead take+reins take+command assume+control",
    "unit": "gather spread dissolve disband open create form establish set+up found start assemble reorganise"
            " reorganize restructure split merge consolidate overhaul combine stand+up spin+up carve+out reshuffle"
            " shake+up break+up put+together bring+together divide take+apart do+away get+rid break+apart wind+up"
            " wind+down close+down shut+down shutter abolish scrap axe disperse revamp realign rejig regroup"
            " centralise centralize unify fuse bring+under fold+into put+end reconstitute relaunch build+up",
    "cut": "part+with dispense+with trim reduce sack dismiss lay+off cut eliminate axe slash let+go shed fire"
            " make+redundant lose drop downsize trim+back thin+out give+notice pink-slip hand+notice show+door",
    "allege": "allege accuse claim rebuke criticise criticize",
    "sue": "forbid hear inquire complain review rebuke sue accuse fine order rule probe investigate ban block"
            " approve clear dismiss grant reject file settle suspend demand ask tell warn charge raid summon"
            " subpoena penalise penalize sanction urge object allege side+with bar prohibit compel instruct"
            " admonish reprimand indict question scrutinise scrutinize grill veto halt stop freeze restrain enjoin"
            " allow permit require oblige restrict call+on quiz interrogate press pressure look+into examine"
            " delve+into dig+into slap",
    "proceed": "open launch start begin initiate commence file bring lodge widen expand extend broaden deepen reopen"
               " drop close dismiss reject refuse deny turn+down throw+out strike+down uphold overturn quash lift grant"
               " issue impose win lose appeal serve withdraw toss strike+out announce hold",
    "permit": "approve clear back authorise authorize adopt fast-track green-light greenlight wave+through vote"
              " sign+off pass reject block veto prohibit stop halt suspend",
    "write": "write send",
    "rule": "charge retrain program teach ban bar block restrict limit forbid prohibit require oblige tell order"
            " instruct direct curb cap cut+off lock+out shield",
    "track": "judge rate evaluate assess grade track monitor record log capture collect harvest surveil watch",
    "close": "close lock+out shut+out keep+out exclude close+down delete remove shut+down switch+off turn+off"
             " phase+out",
    "policy": "take+back promise publish keep+out take+up let sign retract reverse rewrite change update allow"
            " permit prohibit restrict relax tighten require oblige comply decline refuse label remove exclude bar"
            " open ease amend revise adjust alter tweak modify reword loosen soften toughen harden rework redraft"
            " exempt spare waive lift impose introduce drop",
    "delay": "delay postpone pause push+back halt suspend shelve hold+back put+off put+on+hold stall put+on+ice"
             " push+out hold+off hold+up set+back defer mothball keep+back slow+rollout slow+rollouts slow+launch",
    "cancel": "terminate sever break+off cut+ties call+time scuttle jettison back+away stop give+up take+offline"
              " cancel cancell scrap retract unwind call+off withdraw pull abandon drop"
              " walk+away back+out pull+out discontinue kill shut+down close+down switch+off phase+out"
              " take+down retire end wind+down wind+up do+away cease sunset delete pull+plug"
              " remove axe ditch bury",
    "deny": "deny dispute refute reject rebut contest",
    "dispute-it": "dismiss brush+off",
    "leak": "leak expose breach hack game cheat crash apologise apologize",
    "turn-public": "publish expose reveal leak share post",
    "fail": "crash fail malfunction go+down break+down hallucinate misfire",
    "mend": "fix patch repair plug close find report discover",
    "reach": "stand+at reach hit pass surpass top exceed cross near approach grow+to climb+to rise+to swell+to jump+to"
             " soar+to surge+to balloon+to double+to eclipse break clear attain attract draw amass rack+up notch clock"
             " log record garner gain win+over register",
    "arrive": "arrive land hit appear surface emerge drop come debut",
    "switch": "switch migrate move shift transition transfer hand+over hand+to contribute donate",
    "design": "design test develop tape+out manufacture produce accelerate deploy build use ship detail",
    "chip-use": "use run operate employ adopt rely+on switch+on put+into put+to deploy install bring+into press+into"
                " switch+to",
    "chip-work": "work+on make prepare move+into send+to tape+out plan want intend aim begin start explore"
                 " pursue research",
    "show": "show present demonstrate describe propose publish",
    "settle": "settle",
    "legal": "sue fine order probe investigate ban block forbid dismiss subpoena penalise penalize sanction"
             " raid summon bar prohibit compel indict reprimand veto",
    "discover": "discover disclose find uncover reveal report",
    "label": "label watermark",
    "propose": "propose describe report+on lay+out set+out outline put+forward suggest introduce",
    "plan": "plan prepare",
    "study": "propose publish present describe detail develop study show find demonstrate create build share"
            " release introduce unveil announce compile put+together assemble collect curate post upload submit"
            " put+on put+online unleash gather",
    "feature": "let add bring expand integrate embed test launch roll+out introduce upgrade update replace"
               " power unveil debut enable extend announce release make+available build+into",
    "offer": "target offer dangle pay approach",
    "upgrade": "update upgrade refresh overhaul renew revamp rework improve",
    "open": "lay+open disclose open-source opensource make+open make+public make+available give+away put+online"
            " open+up share",
    "devise": "come+up+with develop build create invent devise design teach engineer train construct make craft program"
              " perfect pioneer hit+upon hit+on cook+up",
    "present": "present unveil show reveal demonstrate introduce describe detail showcase exhibit announce take+wraps"
               " show+off lift+lid pull+curtain draw+curtain outline",
    "give": "give+away hand+out give+out give+access throw+open turn+loose set+loose set+free post put+up"
            " come+out+with lay+open follow+up+with follow+with let+loose",
    "issue": "issue hand+out give+away post",
    "equip": "put+into put+in put+inside give equip fit bake+into plug+into weave+into work+into turn+on switch+on"
             " activate extend start begin build+in overhaul revamp relaunch rename retool beef+up replace"
             " infuse inject outfit kit+out stuff stitch+into wire+into fold+into slot+into embed arm endow",
    "hand": "hand offer give provide supply arm equip present furnish grant",
    "fill": "fill flood pack load populate infuse equip stuff sprinkle pepper fit outfit supercharge arm lace",
    "widen": "widen broaden expand extend open open+up throw+open grant give ease",
    "enrol": "open start launch begin introduce unveil announce kick+off",
    "roll": "roll+out add integrate embed test trial pilot switch+on turn+on activate bring extend expand enable launch"
            " introduce start begin try+out deploy push+out bring+out",
    "let": "let allow enable permit invite help empower",
    "exhibit": "show present demonstrate showcase exhibit show+off put+on+show parade",
    "test": "test trial pilot try+out experiment+with toy+with",
    "charge": "charge price monetise monetize bill",
    "work": "work+on develop build prepare ready train explore plan design test finish weigh craft cook+up brew"
            " tinker+with gear+up cobble+together",
    "slip": "slip slide miss lag arrive come appear",
    "expect": "expect plan forecast predict promise pledge vow see anticipate foresee reckon project budget"
              " commit",
    "say": "say tell announce confirm disclose reveal state write note claim report expect plan forecast"
           " predict promise pledge vow",
    "employ": "work start begin",
    "redeploy": "move transfer shift reassign redeploy relocate reallocate divert redirect steer assign rotate pull"
            " second deploy push",
    "freeze": "pause freeze halt stop suspend put+on+hold put+on+ice put+hold put+freeze impose+freeze put+brakes"
            " hit+pause curb scale+back slow+down cease",
    "resume": "resume restart reopen unfreeze",
    "withhold": "withhold hold+back keep+from keep+away keep+out deny exclude skip spare block leave+out",
}  # fmt: skip
IRREGULAR = {
    "buy": "bought", "put": "put", "make": "made", "build": "built", "break": "broke|broken", "spend": "spent",
    "teach": "taught", "draw": "drew|drawn", "rise": "rose|risen", "swell": "swelled|swollen", "shine": "shone",
    "spin": "spun", "sweep": "swept", "slide": "slid", "sell": "sold", "choose": "chose|chosen", "strike": "struck",
    "bring": "brought", "leave": "left", "quit": "quit", "lead": "led", "run": "ran|run", "set": "set",
    "found": "founded", "split": "split", "cut": "cut", "let": "let", "hold": "held", "take": "took|taken",
    "give": "gave|given", "hit": "hit", "grow": "grew|grown", "show": "showed|shown", "find": "found",
    "come": "came|come", "go": "went|gone", "say": "said", "tell": "told", "write": "wrote|written",
    "begin": "began|begun", "become": "became|become", "forbid": "forbade|forbidden", "hear": "heard",
    "speak": "spoke|spoken", "stand": "stood", "keep": "kept", "arise": "arose", "pay": "paid",
    "forecast": "forecast", "shut": "shut", "wind": "wound", "lay": "laid", "shed": "shed", "throw": "threw|thrown",
    "lose": "lost", "win": "won", "send": "sent", "overturn": "overturned", "uphold": "upheld",
    "freeze": "froze|frozen", "withdraw": "withdrew|withdrawn", "unwind": "unwound", "get": "got", "feed": "fed",
    "lend": "lent", "deal": "dealt", "see": "saw|seen", "foresee": "foresaw|foreseen", "sink": "sank|sunk",
    "bet": "bet", "shake": "shook|shaken", "seek": "sought", "bid": "bid", "fall": "fell|fallen",
    "oversee": "oversaw|overseen", "rewrite": "rewrote|rewritten", "spread": "spread", "withhold": "withheld",
    "overtake": "overtook|overtaken", "undo": "undid|undone", "bind": "bound", "rebuild": "rebuilt",
    "think": "thought", "hide": "hid|hidden", "mislead": "misled", "do": "did|done", "steal": "stole|stolen",
    "stick": "stuck", "slay": "slew|slain",
}  # fmt: skip
#: lemmas whose last letter is doubled before -ed and -ing
DOUBLED = frozenset(
    "admit bag ban bar beg begin bid cap commit compel cut debug defer dip drag drop dub embed emit enrol equip"
    " fit flag flip flop grab hit hop jam kit lag let log map nab occur omit outfit pen permit pet pin plan plug"
    " program put quit rebut recur refer rig rip rob run scan scrap set ship shop shut skip slam slip snag snap"
    " spin split spot stem step stop strip stun submit sum swap tag tap thin top transfer trap trim win wrap".split()
)
