"""Classes of acts the rules turn on: whose doing their contents are, and whether these lie ahead."""

# Acts after which "to ..." and "... -ing" are the speaker's own doing, and those after which they are the other's.
OWN_DOING = frozenset(
    "PROMISE OFFER REJECT THREATEN DENY CLAIM_RESP PROPOSE ACCEPT CONCEDE RED_LINE WALK_OUT COUNTER AGREE_JOINT".split()
)
OTHERS_DOING = frozenset("DEMAND APPEAL ACCUSE CONDEMN ENDORSE".split())
# Acts whose contents have not happened yet.
AHEAD = frozenset("DEMAND APPEAL PROPOSE OFFER PROMISE THREATEN CONDITION".split())
# What the speaker announces to do himself is a promise or a threat, by what it does to the other side.
HARM = frozenset("ATTACK SANCTION MOBILISE DETAIN VIOLATE WALK_OUT".split())
GIFT = frozenset("RELEASE WITHDRAW CEASEFIRE ACCESS AGREE_JOINT MEET MEDIATE".split())
# What a side that "will" do it has promised the other.
PLEDGED = frozenset({"RELEASE", "ACCESS", "WITHDRAW", "CEASEFIRE"})
# What may hang on a condition: a condition turns these into CONDITION.
CONDITIONABLE = GIFT | frozenset("ACCEPT OFFER PROMISE".split())
# What an official says his state does ("Arland is ready to ..."), where the article does not tell whose official he is.
FOR_A_SIDE = frozenset("OFFER ACCEPT REJECT CONCEDE CONDITION RED_LINE COUNTER".split())
# Acts of two sides together: a second subject is their target.
JOINT = frozenset({"AGREE_JOINT", "MEET"})
# Negated, these are another act: not accepting is rejecting, not denying is no act at all.
RENAMED = frozenset({"ACCEPT", "CONCEDE", "REJECT", "DENY", "OFFER"})
# Never the act by themselves: STATE is what is left, CONDITION links two others.
NEVER_OWN = frozenset({"STATE", "CONDITION"})
# Of sanctions these verbs are relief: no threat, but a promise.
EASING = frozenset(
    "lift ease suspend cut drop scrap reduce lower remove pause roll exempt waive halve relax unwind rescind".split()
)
SANCTIONS = frozenset({"sanctions", "embargo", "tariffs", "duties", "ban", "blockade"})
# Told of by whoever passes them on: the deed is the event inside his statement.
DEEDS = GIFT | HARM - {"WALK_OUT"}
