"""The words that reading goes by, in English and French, as plain lists that a person can extend.

Nothing here is a list of people's names: a name is told from where it stands (`name`).
"""

from __future__ import annotations

from partnerqa.records import Role


def _words(*lists: str) -> frozenset[str]:
    return frozenset(word for words in lists for word in words.split())


def _inflected(regular: str, irregular: str) -> frozenset[str]:
    """Third person and past of regular verbs, and the forms given as `base/s/past/participle`."""
    forms: set[str] = set()
    for base in regular.split():
        stem = base[:-1] if base.endswith("e") else base
        if base.endswith("y") and base[-2] not in "aeou":
            forms |= {base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
        else:
            s = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
            forms |= {base, s, stem + "ed", stem + "ing"}
    for entry in irregular.split():
        forms |= set(entry.split("/"))
    return frozenset(forms)


# Verbs whose subject is speaking (or is being told of as speaking) when a quotation follows.
REPORTING: frozenset[str] = _inflected(
    "explain add note describe recall remember reflect comment remark observe suggest argue "
    "agree ask answer reply respond report state stress emphasise emphasize highlight share "
    "mention continue conclude believe advise recommend warn joke confess acknowledge express "
    "talk discuss insist wonder realise realize compare summarise summarize offer elaborate "
    "clarify declare claim confide maintain hope wish worry encourage urge illustrate echo "
    "disclose counsel list agree disagree recommend venture recite reiterate chime "
    "exclaim quip laugh sigh murmur whisper point complain reason decide admire learn value "
    "recount relate reckon figure muse stammer counter interject protest reveal caution "
    "volunteer pause shrug concede affirm announce cite outline underline underscore "
    "characterise characterize label cry call notice appreciate enjoy want need counsel propose "
    "assert ponder grumble chuckle groan stumble repeat start finish crack snap",
    "counselled/counselling say/says/said/saying tell/tells/told/telling "
    "think/thinks/thought/thinking "
    "feel/feels/felt/feeling find/finds/found/finding put/puts/putting go/goes/went/going "
    "speak/speaks/spoke/spoken/speaking write/writes/wrote/written/writing "
    "know/knows/knew/known/knowing admit/admits/admitted/admitting "
    "sum/sums/summed/summing understand/understands/understood see/sees/saw/seen "
    "shrug/shrugs/shrugged grin/grins/grinned nod/nods/nodded beg/begs/begged sob/sobs/sobbed "
    "quip/quips/quipped begin/begins/began hear/hears/heard mean/means/meant "
    "give/gives/gave/given confer/confers/conferred describe/described",
)

# Verbs that a caption's subject does; with those above they tell a name that opens a caption.
ACTING: frozenset[str] = REPORTING | _inflected(
    "paint walk talk cook clean wash arrive appear seem remain follow continue finish end open "
    "close "
    "share enter reach return pick pass raise lower lift push pull press touch taste smell climb "
    "jump "
    "experience look try plan help work live care use start stop manage struggle receive join "
    "consider prefer love like hate dislike fear face accept refuse resign return visit move "
    "question challenge worry regret support welcome trust miss notice suffer develop discover "
    "create change prepare stay attend expect imagine adjust adapt connect explore question "
    "wait turn watch draw credit thank celebrate grieve juggle worked reject rely count offer "
    "provide propose organise organize measure handle balance stress resent dread reassure "
    "convince surprise retire volunteer demand raise",
    "is was has had does did can could would should might must doesn’t didn’t wasn’t isn’t "
    "couldn’t wouldn’t hasn’t hadn’t can’t won’t doesn't didn't wasn't isn't couldn't wouldn't "
    "hasn't hadn't can't won't will never always still also now only often sometimes once just "
    "first initially originally eventually later recently rarely usually "
    "get/gets/got/getting take/takes/took/taken make/makes/made come/comes/came "
    "keep/keeps/kept become/becomes/became begin/begins/began meet/meets/met lose/loses/lost "
    "lead/leads/led leave/leaves/left hold/holds/held bring/brings/brought buy/buys/bought "
    "grow/grows/grew choose/chooses/chose sees/saw/see run/runs/ran build/builds/built "
    "drive/drives/drove eat/eats/ate sleep/sleeps/slept ride/rides/rode fly/flies/flew "
    "sing/sings/sang "
    "pay/pays/paid sell/sells/sold send/sends/sent win/wins/won hide/hides/hid "
    "catch/catches/caught "
    "fight/fights/fought quit/quits cut/cuts hurt/hurts read/reads shut/shuts wear/wears/wore "
    "wake/wakes/woke break/breaks/broke steal/steals/stole freeze/freezes/froze throw/throws/threw "
    "draw/draws/drew blow/blows/blew hang/hangs/hung sweep/sweeps/swept swear/swears/swore "
    "teach/teaches/taught set/sets break/breaks/broke fall/falls/fell stand/stands/stood "
    "sit/sits/sat let/lets spend/spends/spent "
    "a/ont/est/sont était/étaient avait/avaient ne n’a n’est n’avait n’était s’est se peut peuvent "
    "veut doit fait va vit aime travaille participe accompagne siège a-t-elle a-t-il venait "
    "aurait serait ferait voudrait pourrait devrait "
    "devait pouvait voulait faisait allait vivait prend prenait",
)

# French verbs, in the forms that pages use; compound pasts ("a dit") are met by their participle.
REPORTING_FR: frozenset[str] = _words(
    "dit disait dira disent raconte racontait raconté explique expliquait expliqué ajoute ajoutait "
    "ajouté précise précisait précisé confie confiait confié souligne soulignait souligné note "
    "notait noté remarque remarquait remarqué souvient souvenait souvenu résume résumait résumé "
    "témoigne témoignait témoigné affirme affirmait affirmé décrit décrivait estime estimait "
    "estimé pense pensait pensé croit croyait conclut concluait poursuit poursuivait répond "
    "répondait répondu rappelle rappelait rappelé reconnaît reconnait reconnaissait reconnu admet "
    "admettait admis insiste insistait insisté déclare déclarait déclaré observe observait observé "
    "constate constatait constaté suggère suggérait suggéré conseille conseillait conseillé écrit "
    "écrivait lance lançait lancé plaisante plaisantait plaisanté avoue avouait avoué évoque "
    "évoquait évoqué partage partageait partagé relate relatait relaté indique indiquait indiqué "
    "mentionne mentionnait mentionné commente commentait commenté déplore déplorait déploré "
    "regrette regrettait regretté exclame exclamait exclamé reprend reprenait repris renchérit "
    "nuance nuançait nuancé soupire soupirait demande demandait demandé parle parlait parlé "
    "trouve trouvait trouvé sent sentait senti espère espérait glisse glissait rit riait sourit "
    "tranche lâche confirme confirmait confirmé assure assurait assuré considère considérait "
    "recommande recommandait recommandé propose proposait proposé continue continuait formule "
    "formulait formulé répète répétait insistent expliquent racontent répliqué réplique conclu "
    "dire glissé soupiré lâché tranché souri "
    "réfléchit rapporte rapportait rapporté met voit voyait appelle"
)

# Nouns that stand for what somebody says: "Ceri’s comment was typical", "in Shayne’s words".
SPEECH_NOUNS: frozenset[str] = _words(
    "words word comment comments view views account advice answer response remark remarks opinion "
    "story experience experiences description explanation reflection reflections message point "
    "observation observations perspective statement reaction memory suggestion summary reply "
    "phrase quote thoughts feelings feeling testimony tip recollection verdict recommendation "
    "version take line plea request summing-up way version "
    "example case conclusion impression mind eyes motto joke question assessment admission "
    "confession warning hope wish sense",
    "mots propos paroles avis témoignage expérience récit réponse histoire opinion commentaire",
)

# What follows is a name for something, not somebody's speech.
TERM_BEFORE: frozenset[str] = _words(
    "called titled entitled named termed dubbed labelled labeled phrase term terms word words "
    "concept notion book film movie poem article leaflet chapter page section topic video song "
    "programme program project slogan motto title headed heading marked acronym see called "
    "so-called nicknamed known idea workshop course series magazine newspaper campaign group "
    "intitulé intitulée appelé appelée nommé nommée expression terme mot livre concept page "
    "section rubrique vidéo dit-on"
)

# A noun phrase that is nobody who takes part: those who ask, and things that are read.
NOT_PARTICIPANTS: frozenset[str] = _words(
    "we interviewer interviewers sign poster leaflet letter email e-mail website advert "
    "advertisement invitation form slide banner questionnaire notice text headline guideline "
    "guidelines report article booklet brochure nous"
)

# The people around a participant: what they are told to have said is not a participant's word.
RELATIONS: frozenset[str] = _words(
    "mother father mum mom dad husband wife partner son daughter sister brother boss friend "
    "employer manager teacher neighbour neighbor grandmother grandfather aunt uncle colleague "
    "nephew niece cousin grandson granddaughter mother-in-law father-in-law stepmother stepfather "
    "doctor doctors gp consultant nurse surgeon physician midwife psychologist therapist "
    "psychiatrist oncologist specialist receptionist supervisor mère père mari femme fils fille "
    "sœur frère médecin infirmière"
)

_ROLE_NOUNS: dict[Role, str] = {
    "researcher": (
        "researcher researchers patient-researcher patient-researchers investigator investigators "
        "scientist scientists clinician-researcher clinician-scientist academic academics "
        "academic-researcher chercheur chercheuse chercheurs chercheuses chercheure chercheures"
    ),
    "caregiver": (
        "caregiver caregivers carer carers caregiver-partner caregiver-partners carer-partner "
        "parent-partner parent-partners "
        "aidant aidante aidants aidantes proche-aidant proche-aidante proches-aidants "
        "proches-aidantes"
    ),
    "clinician": (
        "clinician clinicians nurse nurses physician physicians doctor doctors gp gps surgeon "
        "surgeons therapist therapists physiotherapist physiotherapists midwife midwives "
        "pharmacist pharmacists psychologist psychologists psychiatrist psychiatrists consultant "
        "consultants nephrologist neurologist oncologist cardiologist paediatrician pediatrician "
        "dietitian dietician gynaecologist gynecologist rheumatologist dermatologist hematologist "
        "haematologist urologist pulmonologist endocrinologist immunologist radiologist "
        "gastroenterologist geriatrician anaesthetist podiatrist optometrist paramedic "
        "chiropractor "
        "neurologue cardiologue oncologue néphrologue gynécologue rhumatologue psychologue "
        "psychiatre kinésithérapeute physiothérapeute ergothérapeute pharmacien pharmacienne "
        "sage-femme chirurgien chirurgienne clinicien clinicienne cliniciens cliniciennes "
        "médecin médecins "
        "infirmier infirmière infirmiers infirmières"
    ),
    "patient": (
        "patient patients patient-partner patient-partners patiente patientes "
        "patient-partenaire patiente-partenaire patients-partenaires survivor survivors"
    ),
}
ROLE_NOUNS: dict[str, Role] = {
    noun: role for role, nouns in _ROLE_NOUNS.items() for noun in nouns.split()
}

# A role noun before one of these describes a thing ("patient engagement"), not a person.
NOT_PEOPLE: frozenset[str] = _words(
    "engagement experience experiences care involvement group "
    "groups organization organizations organisation organisations advisory council committee "
    "conference safety community communities voice voices input data record records "
    "partnership partnerships information stories feedback network networks population needs "
    "outcomes education association support centre center satisfaction journey-based research "
    "forum panel board representation recruitment contributions charity reported-outcome "
    "representative-led team teams burden"
)

# Nouns for people that state no role; "one", "another" or "some" stand before them.
PEOPLE: frozenset[str] = _words(
    "participant participants person people individual individuals partner partners member members "
    "woman women man men interviewee interviewees respondent respondents others other someone "
    "somebody citizen citizens couple advisor advisors adviser advisers advocate advocates lady "
    "mother mothers father fathers parent parents mum mums dad dads girl boy volunteer "
    "volunteers student "
    "students contributor contributors speaker speakers youth teenager teenagers "
    "personne personnes participante participants participantes partenaire partenaires homme femme "
    "dame monsieur membre membres jeune jeunes"
)

# Capitalised words that are never a person: they open sentences, or name times, bodies, peoples.
NOT_NAMES: frozenset[str] = _words(
    # Determiners, pronouns, quantifiers.
    "a an the this that these those i we you he she it they me him her us them my your his its our "
    "their one two three four five six seven eight nine ten some several many most few all both "
    "each every either neither none no other others another any anyone everyone everybody nobody "
    "someone somebody people person persons half much more less such same what which who whom "
    "whose "
    "how why when where whether whatever whoever here there who’s what’s it’s that’s there’s",
    # Conjunctions, prepositions, adverbs, verbs that open sentences.
    "as and but or nor so yet for from with without within by at in on of to into onto over under "
    "after before during since until while although though because if unless once like unlike "
    "about above across against along among around behind below beneath beside besides between "
    "beyond despite down except near off out past per through throughout toward towards up upon "
    "via "
    "however also similarly finally first firstly second secondly third thirdly then thus hence "
    "therefore instead moreover furthermore additionally meanwhile nevertheless nonetheless "
    "overall "
    "often sometimes usually generally typically ultimately eventually initially originally "
    "recently later early still even only just not never always perhaps maybe indeed certainly "
    "clearly interestingly importantly conversely likewise consequently accordingly elsewhere "
    "afterwards today now again well yes no oh okay ok please thank thanks let see read view click "
    "watch listen go back next previous more related being having doing getting going making "
    "taking "
    "working living talking speaking looking thinking feeling learning finding hearing knowing "
    "becoming giving using telling asking reflecting describing explaining sharing remembering "
    "according given based due is are was were be been has have had do does did can could will-not "
    "would should might must shall may-not did didn’t doesn’t don’t isn’t wasn’t",
    # Groups of people and the things that pages speak of.
    "participants participant patients patient partners partner researchers researcher caregivers "
    "caregiver carers carer parents parent families family members member clinicians clinician "
    "doctors doctor nurses nurse women woman men man children child students student staff "
    "professionals professional interviewers interviewer interviewees interviewee respondents "
    "individuals individual citizens citizen advisors adviser advisers advocates survivors "
    "survivor mothers mother fathers father mum dad sister brother husband wife son daughter team "
    "teams group groups committee council board network foundation university hospital clinic "
    "institute institution society association agency trust ministry department college school "
    "centre center charity church government health healthcare research science study trial "
    "project program programme page topic section chapter profile transcript video audio text "
    "introduction overview summary background resources contact home menu search site website "
    "module interview age sex gender newcomers volunteers youth experts academics scientists "
    "investigators coordinators managers funders reviewers experience experiences partnership "
    "partnerships involvement engagement impact advice "
    "steering advisory royal national international american canadian british english french "
    "european australian african asian indian irish scottish welsh german indigenous",
    # Calendar and common abbreviations.
    "monday tuesday wednesday thursday friday saturday sunday january february march july "
    "september "
    "october november december christmas easter covid covid-19 nhs gp gps ms hiv pdf id tv uk us "
    "usa "
    "eu",
    # French.
    "à au aux le la les l un une des du de d ce cet cette ces il elle ils elles on nous vous je "
    "tu mon ma "
    "mes son sa ses leur leurs notre nos votre vos qui que quoi dont où quand comme comment "
    "pourquoi parce puis ensuite alors ainsi aussi enfin cependant pourtant toutefois mais et ou "
    "donc or ni car si selon pour par avec sans sous sur dans chez vers entre depuis pendant avant "
    "après certains certaines plusieurs beaucoup quelques chaque tous toutes tout toute aucun "
    "aucune autre autres personne personnes patients patientes patient patiente chercheurs "
    "chercheuses chercheur chercheuse aidants aidantes aidant aidante participants participantes "
    "participant participante médecin médecins infirmière infirmières parents parent proches "
    "famille familles équipe groupe recherche santé dernière voir lire c’est d’après d’autres "
    "d’abord l’une l’un l’équipe qu’il même très plus moins bien lorsque lors être avoir "
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi "
    "mardi mercredi jeudi vendredi samedi dimanche québec france",
)

# A name that holds one of these is a body or a place.
BODIES: frozenset[str] = _words(
    "foundation university hospital council network institute society association agency trust "
    "ministry department college school centre center clinic committee board health canada "
    "research programme program project study trial alliance coalition partnership group team "
    "unit service services house street road avenue city county ontario toronto montreal quebec "
    "vancouver calgary alberta england scotland wales ireland london america australia disease "
    "syndrome cancer université hôpital fondation institut clinique day week month year "
    "parkinson alzheimer crohn hodgkin parkinson’s alzheimer’s crohn’s hodgkin’s parkinson's "
    "alzheimer's crohn's"
)

# Words that are names as well; they may open a sentence before a verb in the past or third person.
WORD_NAMES: frozenset[str] = _words(
    "will grace hope mark june rose faith joy may april august bill frank jack rob sue pat ray art "
    "gene dale dawn eve iris ivy lily olive pearl ruby violet heather holly hazel daisy poppy "
    "summer autumn miles chase grant drew skip dean earl duke rich penny candy ginger sandy robin "
    "jay melody harmony charity patience prudence victor guy max jade amber crystal angel star "
    "carol basil rowan jasmine fern clay reed cliff rusty buddy sonny precious blessing gift "
    "mercy constance florence clemence felicity sally emily kelly lily molly polly holly sterling"
    " terrence clarence laurence lawrence marion christian christmas kristian "
    "felicity verity honor honour destiny trinity genesis harper hunter mason "
    "cooper parker page sky skye storm rain dusty bob rod nick don gay happy glory peace pierre "
    "olivier aimée claire blanche reine prosper désirée colombe rosa"
)

TITLES: tuple[str, ...] = (
    "Associate Professor", "Assistant Professor", "Dr", "Mr", "Mrs", "Ms", "Miss", "Mx", "Prof",
    "Professor", "Doctor", "Sister", "Nurse", "Sir", "Rev", "Elder", "Auntie", "Uncle", "Father",
    "Brother", "Pastor", "Imam", "Rabbi", "Chief", "Mme", "Mlle", "M", "Madame", "Monsieur",
    "Docteur", "Docteure", "Dre", "Professeur", "Professeure", "Pr", "Pre",
)  # fmt: skip
