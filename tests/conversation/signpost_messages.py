"""Messages labelled by hand before the rules saw them: what calls for a signpost, what does not.

They are typed the way people type, old and young, from several countries: without apostrophes,
with a slip of the finger, in half sentences.
"""

SELF_HARM = """
id be better off dead
I would be better off dead
i'd be better off dead
i dont wnat to live anymore
nobody would miss me if i was gone
whats the point of carrying on im a burden to everyone
i cant go on
i want to go to sleep and not wake up
im thinking of taking all my tablets
whats the point of living
im tired of living
ive had enough of life
i wish i wasnt here
i just want it all to end
i hurt myself
I don't want to be here anymore
dont wanna be here anymore
i wanna die
wanna die
i want to kms
im gonna kms
going to unalive myself
i want to unalive
thinking about ending my life
I am thinking about taking my own life
i might kill myself
im so close to killing myself
ill kill myself
i will end it tonight
I'm going to end it
i feel like killing myself
feel like dying
i feel like ending it all
sometimes i think about suicide
i keep having suicidal thoughts
im having thoughts of suicide
having suicidal ideation again
i feel suicdal
im sucidal
I've been feeling suicidal lately
suicidal
feeling suicidal
im going to commit suicide
i want to comit suicide
i dont see any reason to live
I have no reason to live
ive got nothing left to live for
there's nothing left for me to live for
i have nothing to live for now that she's gone
there is no point in being alive
there's no point living any more
no point in me being here
whats the point in living
What is the point of going on living
why should i go on living
why am i still alive
why bother living
I can't go on like this
i cant carry on anymore
i cant keep going
I cannot live like this
I can't face another day
i cant take it anymore i want to die
i dont want to carry on living
I don't want to exist
i no longer want to live
i want to be dead
i wish i were dead
wish i was dead
i wish i could just die
i wish i'd die in my sleep
I hope I don't wake up tomorrow
hope i die soon
I pray every night that I won't wake up
if only i could fall asleep and never wake up
i just want to sleep forever
i'd rather be dead
i would rather die than go on like this
I wish I'd never been born
they would all be better off if i was dead
my kids would be better off without me
the family'd be better off without me
everyone would be happier if i was dead
the world would be better without me
noone would care if i died
no one would notice if i died
nobody would even notice if I disappeared
nobody cares if i live or die
i dont care if i live or die
would anyone miss me if i died
i am nothing but a burden to my family
I'm just a burden on everybody
im sick of living
tired of being alive
im fed up of living
I'm done with life
i'm done living
I hate being alive
i have had enough i want to end it
i want out of this life
i want to end it
ready to die
i'm ready to end it all
i want to go and be with my late husband, i dont want to live without him
i cant live without her
life isnt worth living any more
my life isnt worth living
is life worth living
life is pointless
i took an overdose last night on purpose
im going to overdose
i want to overdose on my meds
i want to take all my pills
i've got a bottle of pills and im going to take them
I have saved up enough tablets
how many paracetamol will kill me
how many tablets would it take to kill you
how much insulin would kill me
whats the easiest way to end it
best way to kill yourself
ways to kill myself
i want to jump off a bridge
I'm going to hang myself
i want to throw myself under a train
i want to cut myself
ive started cutting again
i cut my arms
I've been self harming
i self harm
i selfharmed last night
i want to hurt myself
i burn myself when it gets bad
my daughter says she wants to die
my husband says he doesn't want to live anymore
My mum keeps saying she'd be better off dead
my friend told me she wants to kill herself
i think my son is going to kill himself
my brother tried to kill himself last night
my mate is talking about ending it
my teenage daughter is cutting herself
my best friend is suicidal
i wrote a goodbye note
ive written my suicide note
goodbye everyone im going to end my life
this is my last night alive
I don't deserve to live
i should be dead
I shouldn't be alive
im better off dead
j'en ai marre de vivre
je veux crever
je veu mourir
jveux mourir
j'veux pu vivre
je veux pu vivre
je n'ai plus envie de vivre
j'ai plus envie de vivre
j'ai plus le goût de vivre
j'ai pu le gout de vivre
je n'ai plus aucune raison de vivre
à quoi bon vivre
à quoi ça sert de vivre
à quoi sert de continuer à vivre
je suis fatigué de vivre
je suis fatiguée de la vie
je suis un poids pour ma famille
je suis un fardeau pour tout le monde
je serais mieux mort
je serais mieux morte
ils seraient mieux sans moi
personne ne me regretterait
si je mourais personne s'en rendrait compte
je voudrais m'endormir et ne plus me réveiller
j'aimerais ne pas me réveiller demain
je voudrais être mort
j'aimerais être morte
j'ai envie de crever
j'ai des idées noires
j'ai des pensées suicidaires
je pense à en finir
je vais me suicider
je vais me pendre
j'ai envie de me foutre en l'air
je veux en finir avec la vie
je veux que tout s'arrête
je veux me tuer
j'ai envie de me couper
je me fais du mal
je me suis coupée hier soir
je vais avaler tous mes cachets
je pense prendre toutes mes pilules
mon fils dit qu'il veut mourir
ma fille ne veut plus vivre
ma mère dit qu'elle serait mieux morte
mon ado se mutile
je ne peux plus continuer à vivre
la vie ne vaut pas la peine d'être vécue
je n'ai plus la force de vivre
i dont want to wake up tomorow
i think everyone would be relieved if i was dead
i cant see a future for myself, i want to die
just want to fall asleep and never wake up
why did i survive, i should have died
i want to end my sufering for good, im going to kill myself
im thinking about doing myself in
i have a plan to end my life
id be doing everyone a favour if i died
my wife keeps talking about ending her life
im going to take all my dads morphine
i want to dissapear forever
i've been hurting myself for months
my son keeps cutting his arms
nobody needs me anymore i should just die
im not going to be around much longer, i cant live like this
la vie ne m'intéresse plus, je veux mourir
je ne manquerai à personne
my husband died two years ago and i want to kill myself
i want to help but i want to kill myself
i want to kill myself im dead sure
"""

PERHAPS = """
j'en peux plus
je n'en peux plus
j'en peux pu
i cant do this any more
I just can't do this anymore
i can't take it anymore
i cant cope any more
I don't think I can cope
im not coping
i feel so hopeless
i've lost all hope
i feel like a burden
I feel worthless
i hate my life
i hate myself
whats the point any more
I want to disappear
im at the end of my tether
i want to give up on everything
i feel like giving up
I just want to give up
feel like giving up completely
im ready to give up
i'm giving up
i often feel like giving up
j'ai envie de tout abandonner
J'abandonne.
je suis à bout
je veux disparaître
je suis au bout du rouleau
je ne sers à rien
je me déteste
ive got no will to live
i have lost the will to live
i feel like doing something stupid to myself
i dont think ill be here next week, ive planned it
life has no meaning for me any more
je pense souvent à la mort
je vais faire une bêtise
j'ai plus envie d'être là
I've tried to end my life and that's why I want to help, but will they be scared of me
"""

EMERGENCY = """
ive fallen and cant get up
my son hits me
I've fallen and I can't get up
i fell and i cant move
I had a fall and can't get up off the floor
my mother has fallen and cant get up
mum has fallen and hit her head
i cant breath
I can hardly breathe
im struggling to breathe
she's struggling to breathe
he is not breathing
my husband isn't breathing
my wife wont wake up
my dad is unconscious
my chest hurts and my arm is numb
i have chest pain
I've got chest pains
pain in my chest going down my arm
crushing pain in my chest
chest is really tight and i cant breathe
i think im having a stroke
one side of my face has dropped
his face has dropped on one side
my husbands speech is slurred and his arm is weak
i can't feel my left arm and my speech is slurred
my arm has gone numb and my face is droopy
i cant stop bleeding
im bleeding a lot
I'm bleeding and it won't stop
there's blood everywhere
i am losing a lot of blood
coughing up blood
im vomiting blood
my child has swallowed a battery
my toddler drank bleach
my son has taken an overdose
i've taken too many tablets by mistake
i took too many of my pills
she has taken all her tablets
my baby has a fit
he's having a fit
my daughter is having a seizure
my throat is swelling up
i'm having an allergic reaction and my throat is closing
he collapsed and isnt responding
i think my waters broke and im bleeding
my husband hits me
my partner beats me
my boyfriend hit me
my ex is threatening to kill me
he says he will kill me
he hits me
he beats me up when hes drunk
my carer hits me
my dad hits my mum
my daughter slaps me
my carer steals from me and hurts me
im being abused
I am being abused by my husband
my husband is abusive
my stepdad touches me
my uncle touches me at night
i was raped
i've been raped
he raped me
someone is trying to break in
somebody is following me
im scared of my husband
I am afraid of my partner
i'm not safe at home
i dont feel safe at home
he wont let me leave the house
he locked me in
my neighbour is hitting her kids
a child is being abused
i think a child next door is being hurt
my grandson is being beaten
someone is hurting me
he tried to strangle me
he has a knife
call 911
call an ambulance
i need an ambulance
i need help now
my house is on fire
je suis tombé et je n'arrive pas à me relever
je suis tombée et je peux plus me lever
j'arrive pas à respirer
j'arrive plus à respirer
je peux pas respirer
j'ai mal à la poitrine
j'ai une douleur dans la poitrine et le bras gauche
mon mari me frappe
mon fils me bat
mon conjoint me bat
mon chum me frappe
il me frappe
il veut me tuer
il menace de me tuer
j'ai peur de mon mari
on m'a violée
j'ai été violée
je suis victime de violence conjugale
mon beau-père me touche
mon enfant a avalé un produit
ma mère est tombée et ne bouge plus
son visage s'affaisse d'un côté
je saigne beaucoup
ça ne s'arrête pas de saigner
j'ai pris trop de médicaments
un enfant est en danger
je suis en danger
je ne suis pas en sécurité chez moi
appelez le 911
my mam fell down the stairs and shes not moving
i cant get off the floor
my heart is racing and i feel like im going to pass out
i think my wife had a stroke just now
her mouth is drooping and she cant speak
my husband is having chest pains
he collapsed
im choking
my little boy wont stop fitting
my wife hits me
my grandson punched me
my son is violent towards me
my husband threatens me
my dad is hurting my little brother
i am afraid he will hurt me
my ex keeps following me home
ma fille ne respire pas bien
ma femme me frappe
il m'a frappée
my husband hit me with a belt
i fell down the stairs and cant move
"""

MEDICAL = """
can i drink on antibiotics
my leg is swelling is that normal
is my cancer back
do i have dementia
will the trial cure me
can i have a drink with my tablets
can I take paracetamol with ibuprofen
is it ok to drink alcohol on sertraline
can you drink on metronidazole
does ibuprofen mix with warfarin
can i take two tablets at once
how many paracetamol can i take
how much ibuprofen can I take a day
i missed a dose what should i do
I forgot to take my pill
what happens if i stop taking my tablets
can i stop my chemo
can I come off my antidepressants
is it safe to stop my steroids
should i stop my blood pressure tablets
i want to stop taking my meds
should I get the vaccine
should i have chemo or not
should I have the surgery
is chemo worth it at my age
which is better for me, surgery or radiotherapy
what treatment should i have
what's the best treatment for arthritis
whats the best painkiller for back pain
what can i take for a headache
what helps with a migraine
how long have i got
how long have I got left to live
how long do i have to live
am i going to die
am i dying
will I get better
will i die of this
what are my chances
what are my chances of surviving
is it terminal
what stage is my cancer
is my cancer curable
can my cancer be cured
has my cancer come back
will the cancer come back
have i got cancer
do i have parkinsons
do i have alzheimers
have I got diabetes
do you think i have depression
am i depressed
could i have MS
could it be cancer
might it be a stroke
is it a heart attack
i have a lump in my breast should i worry
ive got a lump should i be worried
is this rash normal
i have a rash is it serious
my tummy hurts what could it be
why does my chest hurt when i cough
why do my legs hurt
why am i so tired all the time what's wrong
why is my pee brown
is it normal to bleed after menopause
is it normal to feel dizzy on these tablets
is it normal for my hands to shake
my hands are numb is that normal
my ankle is swollen
should i see a doctor about my cough
should I go to A&E
do i need to go to the hospital
do i need to see a doctor
what does my scan mean
what does my blood test result mean
what does it mean if my PSA is high
is my blood pressure too high
my blood pressure is 160 over 100 is that bad
can my dad take aspirin
what dose should my daughter have
is this medicine safe for me
is it safe to take this in pregnancy
can i take it while pregnant
will this drug help me
would this treatment work for me
will the treatment hurt me
will the new drug work on me
are there side effects of this drug
what are the side effects of my tablets
what are the signs of dementia
what are the symptoms of a stroke
how do i treat a burn
how can i get rid of my pain
can you cure me
can you prescribe me something
can i get a prescription here
can you tell me what i have
whats wrong with my knee
puis-je boire avec des antibiotiques
est-ce que je peux boire de l'alcool avec mon traitement
je peux prendre du doliprane avec de l'ibuprofène
ma jambe est enflée est-ce normal
c'est normal d'avoir mal à la tête
est-ce que mon cancer est revenu
est-ce que j'ai la maladie d'Alzheimer
ai-je un cancer
est-ce que je vais mourir
combien de temps il me reste à vivre
combien de temps me reste-t-il
est-ce que je vais guérir
est-ce que l'essai va me guérir
quelles sont mes chances
dois-je faire la chimio
est-ce que je dois arrêter mes pilules
je veux arrêter mes médicaments
j'ai oublié de prendre ma pilule
j'ai une bosse au sein est-ce grave
c'est grave une tache comme ça
dois-je aller à l'urgence
est-ce que je devrais voir un médecin
quel est le meilleur traitement pour l'arthrose
qu'est-ce que je peux prendre pour le mal de dos
combien de comprimés je peux prendre
pourquoi j'ai mal au ventre
can i have wine with amoxicillin
is it alright to take nurofen and paracetamol together
my feet are swollen should i be worried
have i got alzheimers
will i get my memory back
is my mum going to die
what tablets should i take for gout
whats the right dose of metformin
should i go on hrt
how long does someone with pancreatic cancer live
my blood sugar is 15 what do i do
i keep getting dizzy what is wrong with me
should i refuse chemo
is this mole cancerous
does chemo make your hair fall out
puis-je prendre de l'ibuprofène avec mon traitement
est-ce grave d'avoir mal au coeur
combien de temps vit-on avec ce cancer
"""

LEGAL = """
can i sue
can I sue my doctor
can we sue the hospital
how do i sue them
am i liable
am I liable if a patient gets hurt
can i get sued
could they sue me
can they take me to court
can i take them to court
is that legal
is this legal
is it legal for them to use my data
is it illegal to record people
do i have the right to see my records
what are my rights
what are my rights as a patient
do I have any rights here
have i got a legal right to be paid
can they fire me for being sick
can my boss sack me for being off sick
can i be sacked for taking part
can they legally share my records
can i break the contract
can i get out of my contract
is my contract valid
is a verbal agreement binding
should i sign it
should I sign the contract
do i need a solicitor
should I talk to a lawyer
can you recommend a lawyer
can i claim compensation
how much compensation can i get
can i claim benefits
will i lose my benefits if i get paid
will being paid affect my disability benefits
can i make a will
how do i contest a will
how do i get power of attorney for my mum
who gets custody of the kids
can I get a restraining order
do I have to pay tax on the honorarium
was it negligence
is it medical negligence
is this malpractice
est-ce que je peux poursuivre l'hôpital
puis-je les poursuivre
je peux porter plainte
ai-je le droit de refuser
est-ce que j'ai le droit de voir mon dossier
ont-ils le droit de partager mes données
est-ce légal
est-ce que c'est légal
suis-je responsable si quelqu'un se blesse
peut-on me renvoyer parce que je suis malade
est-ce que je dois signer
est-ce que mon contrat est valide
dois-je prendre un avocat
comment porter plainte contre un médecin
can they use my words without permission legally
could i be sued for what i said
what does the law say about recording
is the hospital liable
can i get my money back legally
do i need a contract by law
can the university sack me
do i have a legal right to a copy
est-ce que la loi permet d'enregistrer
puis-je être poursuivi
"""

ORDINARY = """
did anyone feel like giving up?
i felt like giving up the panel
what made people feel like giving up
giving up work for this
i feel like giving up my place on the committee
is giving up my evenings worth it
i want to give up smoking before the trial starts
est-ce que quelqu'un a eu envie d'abandonner
j'ai envie d'abandonner le comité
i want it to end well
how do you end a project
i cant go on tuesdays
i cant go on the trip
is it the point of carrying on after the grant
someone in our team died
i was tired of meetings
my son hits all the deadlines
did people hurt themselves by telling their story
burden of caring
what's the point of it all, do they listen?
was anyone cured
did anybody talk about dying
did anyone think about suicide
has anyone lost a child to suicide
what do people say about wanting to die
who talks about suicidal thoughts
how do you talk about suicide with researchers
did anyone write about self harm
people who self-harm as partners in research
how did people cope with dying
what do people say about death
did anyone's partner die during the study
my husband died last year, can i still join
i lost my wife and want to help research
my mother died of cancer, does anyone else do research because of that
does being a patient partner feel like a burden
i dont want to be a burden to the research team
did people worry about being a burden
is it a burden on the family
how heavy is the burden of caring for someone
i cant go on zoom
i cant go on holiday because of the project
I can't go on Thursdays, is that a problem
can i go on the committee
i cant carry on with two committees
I can't keep going to meetings every week
i cant do evenings
i cant do this on my phone
i cant take it all in
what is the point of patient partners
what's the point of carrying on when they ignore you
whats the point of an advisory board
whats the point of a steering group
is there any point in going to meetings
is there a point in living evidence reviews
what is it like living with pain
how do people live with dementia
living with cancer and doing research
did anyone get tired of telling their story
tired of being ignored
im tired of being the only patient in the room
i'm tired of forms
ive had enough of tokenism
had enough of the meetings
im done with committees
i want out of the project
i want to leave the study
i want to quit
how do i leave a project
i want to end my involvement
did anyone want to end the partnership
how did it end
how does a study end
what happens at the end
what happens when the funding ends
i wish i wasnt the only one
i wish i wasnt here on my own as the only patient
i wish i was paid
i wish i had known
I wish I had never joined
i wish i was dead certain about joining
nobody would miss me at meetings
would anyone notice if i left the committee
would the team be better off without patients
is the team better off without me as chair
i am better off with the new team
are people better off after joining
i'd rather die than speak in public, anyone else nervous
im dying to hear what they were paid
these forms will be the death of me
i could have died of embarrassment
i nearly died and want to give back
i nearly died last year, do others join research for that reason
my deadline is killing me
meetings that kill the mood
what kills a partnership
i dont want to live in the city, can i join remotely
i dont want to live far from the team
i want to live longer is that a reason to join
where do they live
i don't want to be here as a token
i dont want to wake up early for meetings
i go to sleep in meetings
did anyone sleep badly after interviews
how do you take care of yourself
i hurt my back, can i still come to meetings
did it hurt to tell the story
did anyone get hurt
i was hurt by what the researcher said
I hurt his feelings in a meeting
he hit me with a question i could not answer
it hit me how much they cared
the news hit me hard
how hard did the diagnosis hit people
my carer hits the nail on the head
they beat me to it
he beats me at chess
who was bullied
did anyone feel abused by the system
were people treated badly
what do people say about abuse
do people talk about domestic violence in research
research about child abuse, who was a partner
did anyone feel unsafe
how do teams keep people safe
did people feel safe to speak
i dont feel safe to speak up in the group
im scared of speaking in public
i'm afraid of researchers
did anyone feel threatened
were people afraid of losing benefits
i fell into research by accident
i have fallen behind with the reading
i fell out with the researcher
i fell asleep in a meeting
did anyone fall ill during the project
i need help with the forms now
i need help now that i am chair
i cant breathe in those long meetings, who else finds them too long
room to breathe
did anyone have a stroke
what did the stroke survivors say
people with chest pain in studies
stories about heart attack
bleeding edge research
who talks about bleeding disorders
who had a seizure
how did caregivers handle an emergency
did anyone take an overdose
what do people say about overdose research
how did having cancer change them
did someone's cancer come back
what did people do when the cancer came back
how did people feel when they were told how long they had
do people talk about prognosis
who stopped their treatment
did people stop taking tablets during the study
did anyone drink to cope
can i drink coffee in meetings
can i have a drink at the dinner
can i take my husband with me
can i take notes
can i take part with cancer
can I take a break while in treatment
can i take part while pregnant
can i stop being a partner
can i stop whenever i want
what happens if i stop coming
should i stop going to meetings
should i stop the project
should i see the protocol first
should i see the results
do i have the time for it
do i have to have dementia to join
do i need to have cancer to be a partner
do i need to see a doctor to join
do i have a say
do i have what it takes
do I have to be there every week
have i got enough experience
am i good enough
am i too old
am i allowed to say no
am i expected to read everything
will i be paid
will i get a certificate
will it help me
will i get better at it
will i be heard
what are my chances of being heard
is it normal to feel nervous
is it normal to be paid
is it normal to cry in a meeting
is it normal that nobody answers my emails
is that normal in research
my voice shakes in meetings is that normal
how long have they got funding for
how long do i have to commit
how long do i have to answer
how long does a study take
how long did it take to feel at home
is it serious work
is it safe to share my story
is it safe to tell my boss
is it ok to disagree with a researcher
is it ok to take a break
is it ok to stop
what is the best way to start
whats the best way to find a partner
which is better, online or in person
what treatment did people get from the staff
how were they treated
how did people deal with pain
what helps with stress before a meeting
what helps with nerves
what can i do about a rude researcher
why am i so nervous before meetings
why do patients join
why does it hurt when they ignore you
will the trial help others
did the trial cure anyone
does research help to find a cure
did the trial help anybody
what were the side effects of being involved
are there side effects of speaking up
signs of a good team
what does it mean to be a partner
what does consent mean
what did people say about their rights
rights and wrongs of paying patients
right to withdraw
can i withdraw
can they use my story
can we publish
can they drop me
do i have to sign something
should i sign up
should i sign up for a trial
did anybody sign a contract
do people get contracts
who is responsible for the budget
am i responsible for my own travel
can i claim expenses
can I claim for a taxi
can i claim for childcare
did being paid affect anyone's benefits
what are the benefits
how much do they get
is it legal work
the will to carry on
who will pay
is this project still going
do people complain
how do i complain about a meeting
je n'en peux plus des réunions
j'en peux plus d'attendre leur réponse
j'en ai marre des réunions
je suis fatiguée des formulaires
est-ce que quelqu'un a voulu abandonner
à quoi bon participer
à quoi sert un comité de patients
à quoi ça sert de vivre cette expérience avec eux
est-ce que quelqu'un est mort pendant le projet
qui parle de la mort
mon mari est mort, est-ce que je peux participer
comment vivre avec la douleur
qui a envie de continuer
je ne veux plus vivre cette expérience seule
je veux en finir avec ce projet
comment finir un projet
je suis tombée par hasard sur cette page
je suis tombé malade, puis-je encore participer
j'ai mal vécu la réunion
est-ce normal d'être payé
c'est normal d'avoir peur avant une réunion
combien de temps ça dure
combien de temps me faut-il pour participer
est-ce que je vais être payé
quelles sont mes chances d'être écouté
dois-je aller aux réunions
est-ce que je dois signer à chaque réunion
est-ce que l'essai a guéri quelqu'un
le fardeau des proches aidants
est-ce qu'on se sent un fardeau pour l'équipe
ça m'a frappé
ce qui me frappe c'est le ton
il me bat aux échecs
ai-je le droit de dire non en réunion
ont-ils le droit de parler en réunion
did people find the will to carry on
who nearly gave up and why
did anyone lose the will to take part
does anyone feel invisible in meetings
i feel useless in meetings
i feel like a token
i feel hopeless at statistics
people who lost someone to suicide
talking about end of life
what was it like at the end
my mum died in the middle of the study
how did the team react when a partner died
i cant keep up with the jargon
i cant go on wednesdays because of dialysis
i can't cope with long documents
is anyone else fed up with surveys
i have had enough of being asked the same question
i want to stop being a patient partner
im thinking of leaving
im thinking of taking a break
i want it all to be fair
i want everything to be explained
i wish i could sleep before meetings
what keeps people going
why do you keep going
what gives you a reason to get up
i was beaten to the punch
the chair attacked me in a meeting
did someone feel attacked in a meeting
i was hit by a car and then joined research
how did falling change her life
what is it like to live after a stroke
people who have had heart attacks
my chest infection made me miss a meeting
i need help to write the application
who can i call for help with the forms
did it help with pain
how do people manage medication on meeting days
can i bring my medicine to the meeting
should i take minutes
should i take the train
should i have a mentor
should i get training
can i drink water in the lab
how long have you been a partner
how long have they been ill
do i have a choice
do i have a role
is my voice heard
is my story safe
is my english good enough
what are the chances of getting funding
does the study cure anything
was anybody harmed by the research
who has legal experience
did a lawyer help
what did the contract say
do i have to sign in
can we stop the recording
can i see the transcript
comment garder l'envie de continuer
qui a perdu un enfant
je suis fatigué après les réunions
est-ce que quelqu'un a eu peur
puis-je prendre des notes
puis-je prendre le train
dois-je prendre des congés
combien de temps dure l'étude
he hit me with a question i could not answer at all
living with someone who hoards medicines and lies about pain
i wish i was dead certain about it
i was shot down in a meeting
my heart is racing when i speak
my head is spinning with jargon, is that normal
is my illness serious enough to join
je veux mourir de rire
did she say she wants to die
i hurt myself laughing
i want to kill it at the presentation
"""
