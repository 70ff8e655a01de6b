"""Does a message say by itself what it is about, or does it lean on what was said before?

A message leans if it points back ("was it put right?", "how did she cope?"), if it holds nothing
of its own ("how come?"), or if it is a bare scrap of one or two words that is no clause ("travel
costs"). Everything else stands alone, and then nothing at all is carried over.
"""

from __future__ import annotations

from partnerqa.conversation.pattern import compiled, plain

# Words that say nothing about the subject of a question.
EMPTY = frozenset(
    plain(
        """
        a an the and or but so of to in on at for with by from as about into out up down off over
        if then than because while not no nor any some all more most much many very just also only
        too really like quite even ever still yet now again well oh ok okay please thanks thank
        is are was were be been being am isnt arent wasnt werent do does did dont doesnt didnt can
        could cant couldnt will would wont wouldnt should shall may might must have has had having
        i im ive id you your yours we our ours us me my mine he him his she her hers it its they
        them their theirs this that these those there here one ones both such same other others
        another else what who whom whose which how why when where whats whos hows get got give
        tell show explain know want need mean say says said talk talks speak go going come thing
        things something anything everything happen happened happens people person persons anyone
        anybody someone somebody everyone everybody nobody way lot bit kind sort
        le la les l un une des du de d au aux en y et ou mais donc or ni car a dans par pour sur
        sous avec sans chez vers entre que quoi qui quel quelle quels quelles comment pourquoi
        quand ou combien ce cet cette ces ca cela ceci se sa son ses leur leurs mon ma mes ton ta
        tes notre nos votre vos je j tu il elle on nous vous ils elles me te lui eux moi toi ne
        pas plus moins tres trop bien aussi encore deja tout tous toute toutes autre autres meme
        est sont etait etaient etre ete ai as avons avez ont avait avaient fait faire dit disent
        dire parle parlent est ce quest quon quil quelle quils cest jai dautres quelquun personne
        personnes gens chose choses rien oui non si merci svp
        """
    ).split()
)
# Words that point back to something said before, by themselves.
POINTING = tuple(
    compiled(pattern)
    for pattern in (
        "(he|him|his|she|her|hers|its|theirs)",
        "(they|them|their|themselves|himself|herself)",
        "(this|these|those)",
        "that $",
        "^ [and|but|so|then|why|how|when|where] (that|thats)",
        "(is|was|does|did|has|would|could|about|of|like|for|with|from|than|after|before|do|did|to) that $",
        "(was|is|does|did|has|would|could|why is|why was) that (a|the|all|why|how|so|right|true|hard|help*|work*|happen*|feel|felt|mean*|change*|different|enough|ever|really)",
        "(it|its)",
        "(the same|the other one|another one|the former|the latter|such)",
        "(create|get|have|find|need|want|join|start|make|use) one",
        "there $",
        # French
        "(il|elle|ils|elles|lui|eux|leur|leurs)",
        "(ca|cela|ceci|celui ci|celle ci|ceux ci|celui la|celle la|la meme chose|le meme|la meme)",
        "(son|sa|ses)",
        "(cetait|cest) (quoi|comment|pourquoi|quand|vrai|pareil|tout)",
    )
)
# Turns of phrase in which such a word points at nothing.
IDLE = tuple(
    compiled(pattern)
    for pattern in (
        "(is|was|how is|how was|what is|what was|would|does) it [really|ever|be|feel|take] [so|too|very] [like|hard|easy|possible|ok|okay|difficult|important|good|bad|safe|normal|common|worth|worthwhile|helpful|necessary|better|best|feel|take] ... (to|when|if|for|being|having|working|living|taking|doing|that)",
        "(make|makes|made|find|finds|found|take|takes|took) it [so|too|very] (hard|easy|possible|difficult|easier|harder|long|worth)",
        "worth it",
        "(this|these) (collection|pages|topic page|site|website|library|project|study)",
        "what people (say|said|think|thought) [here]",
        "il (y a|faut|est possible|est difficile|est important|fallait)",
        "est (il|elle) (possible|difficile|important|normal|utile|facile)",
        "y a t il",
        "(leur|leurs) (histoire|experience|vecu|voix|role|place|travail)",
    )
)
# People that a later "they" or "she" of the same message may stand for.
BOUND = compiled(
    "(people|patients|patient|caregivers|caregiver|carers|carer|researchers|researcher|clinicians|"
    "doctors|doctor|partners|partner|participants|families|family|parents|someone|somebody|anyone|"
    "anybody|everyone|person|persons|teams|team|members|colleagues|gens|chercheurs|aidants|"
    "soignants|medecins|proches|familles|partenaires|quelquun|participants) ... "
    "(they|them|their|themselves|he|she|his|her|him|ils|elles|leur|leurs|eux|son|sa|ses)"
)
CLAUSE = tuple(
    compiled(pattern)
    for pattern in (
        "^ [and|but|so|then|also|ok|well] (do|does|did|is|are|was|were|can|could|has|have|had|should|would|will|may|might)",
        "^ [and|but|so|then|also|ok|well] [in|on|at|for|to|from|with|by] (what|who|whom|whose|which|how|why|when|where) ... (do|does|did|is|are|was|were|can|could|has|have|had|should|would|will|may|might|makes|made|feels|felt|says|said|helps|helped|changed|happens|happened|gets|got|goes|went|pays|paid|stops|stopped)",
        "^ (tell me about|i want to know|i would like to know|id like to know|show me what)",
        "^ [et|mais|alors|donc] (est ce que|quest ce que|quest ce qui|comment|pourquoi|quand|ou|qui|que|quel|quelle|quels|quelles|combien|y a t il)",
        "(est ce que|quest ce que|quest ce qui|quest ce quon)",
        "^ (parlez moi de|je voudrais savoir|jaimerais savoir)",
    )
)
POLITE = compiled(
    "^ (thanks|thank you|thank you very much|many thanks|thanks for that|thanks for clarifying|ok|"
    "okay|oh|ah|great|good|fine|right|alright|i see|interesting|well|sure|hello|hi|hey|wow|"
    "by the way|merci|merci beaucoup|daccord|bon|bien|ah bon|bonjour|salut|tres bien|super|"
    "au fait) [so|and|but|then|alors|et|mais]"
)


def content_words(message: str) -> list[str]:
    """The words of `message` that say what it is about, in plain letters."""
    words = "".join(letter if letter.isalnum() else " " for letter in plain(message)).split()
    return [word for word in words if word not in EMPTY and len(word) > 1]


def points_back(message: str) -> bool:
    """Whether `message` has a word that stands for something said before it.

    Where three words of substance stand before such a word, it stands for one of those.
    """
    bare = " ".join("".join(letter if letter.isalnum() else " " for letter in plain(message)).split())
    for idle in IDLE:
        bare = idle.sub(" ", bare)
    bare = BOUND.sub(" ", bare)
    found = [match.start() for pattern in POINTING if (match := pattern.search(bare))]
    return bool(found) and len(content_words(bare[: min(found)])) < 3


def is_clause(message: str) -> bool:
    """Whether `message` is built as a whole question."""
    bare = without_politeness(plain(message)).strip()
    return any(pattern.search(bare) for pattern in CLAUSE)


def stands_alone(message: str) -> bool:
    """Whether `message` says by itself what it is about."""
    words = content_words(message)
    if not words or points_back(message):
        return False
    return len(words) > 2 or is_clause(message)


def without_politeness(bare: str) -> str:
    """The plain message `bare` without the thanks and sighs that it begins with."""
    before = None
    while before != bare:
        before, bare = bare, POLITE.sub("", bare, count=1)
    return bare

