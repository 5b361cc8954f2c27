/*
 * Mailboxes. The attacker holds the server and has a receipt of his own (1); somebody else has the other (0). Seals open with the key of their
 * receipt, the desk signs what it answers. -DMUTANT_x takes one rule out.
 */

/* Key that the answer to a report is sealed to: 0 and 1 of the receipts, 2 of the attacker, 3 none yet. */
byte sealedTo[2] = 3;
/* Key that the server says a mailbox has. */
byte boxOnServer[2];
bool knows[2];                  /* the attacker knows the words of that answer */
/* What reporter 0 is shown as the desk's: its report, or nothing yet. 2: words of the attacker. */
byte shown = 3;

/* One of the staff answers both reports. The key comes out of the sealed report, not from the server. */
proctype Desk() {
	byte r;
	for (r : 0 .. 1) {
#ifdef MUTANT_BOX
		sealedTo[r] = boxOnServer[r]
#else
		sealedTo[r] = r
#endif
	}
}

proctype Attacker() {
	byte r;
	do
	:: boxOnServer[0] = 2
	:: for (r : 0 .. 1) {
		if :: atomic { sealedTo[r] == 1 || sealedTo[r] == 2 -> knows[r] = true } :: skip fi
	}
#ifdef MUTANT_LOOKUP
	/* The server derives the key of a mailbox from its name, which it knows. */
	:: atomic { sealedTo[0] == 0 -> knows[0] = true }
#endif
	:: break
	od
}

/* Reporter 0 opens what lies in the mailbox: the desk's answer, one to another report that was sealed again, or words of the attacker. */
proctype Reporter() {
	if
	:: atomic { sealedTo[0] == 0 -> shown = 0 }
	:: atomic { knows[1] ->
#ifdef MUTANT_NONCE
		shown = 1
#else
		skip    /* signed, and for another report: refused */
#endif
	}
	:: atomic {
#ifdef MUTANT_SIGNATURE
		shown = 2
#else
		skip    /* not signed by the desk: refused */
#endif
	}
	fi
}

init { boxOnServer[1] = 1; atomic { run Desk(); run Attacker(); run Reporter() } }

/* (c) A receipt opens its own mailbox: his does not open the other. (d) An answer is read by the holder of its receipt alone. */
ltl own_mailbox { [] !knows[0] }
/* Nobody is shown as the desk's what it did not write to this report. */
ltl own_answer { [] (shown == 3 || shown == 0) }
