/*
 * The public record. The attacker holds the server and its signing key: he appends, writes history anew, shows one history here and another
 * there. -DWITNESS: an outsider asks for the word of a witness. -DKEPT: an outsider compares with a checkpoint that lies elsewhere.
 * -DMUTANT_x takes one rule out.
 */
#define MOST 3

/* Entries of the history as it was, and of another one with the same key. */
byte size[2];
/* What the witness signed last, and what somebody keeps outside: history and size; 0: nothing yet. */
byte witnessed, witnessedOf, kept, keptOf;
bool signedOther;               /* the witness has put its word under the other history */
bool accepted;                  /* an outsider has taken the other history for whole, after the first one was seen */

proctype Attacker() {
	do
	:: size[0] < MOST -> size[0]++
	:: size[1] < MOST -> size[1]++
	:: break
	od
}

/* Signs what it is shown, when that continues what it signed last. */
proctype Witness() {
	byte shown, times = 0;
	do
	:: times < 4 -> times++;
		if :: shown = 0 :: shown = 1 fi;
		atomic {
			if
			:: size[shown] > 0 && (witnessed == 0
#ifdef MUTANT_WITNESS
				|| true
#endif
				|| (witnessedOf == shown && size[shown] >= witnessed)) ->
				witnessed = size[shown]; witnessedOf = shown;
				if :: shown == 1 -> signedOther = true :: else fi
			:: else
			fi
		}
	:: else -> break
	od
}

#ifdef WITNESS
#define isWitnessed signedOther
#else
#define isWitnessed true
#endif
#if defined(KEPT) && !defined(MUTANT_KEPT)
#define isContinued (kept == 0 || keptOf == 1)
#else
#define isContinued true
#endif

/* The first history is seen and a checkpoint of it put aside; later somebody is shown the other. */
proctype Outsider() {
	atomic { size[0] > 0 && witnessed > 0 && witnessedOf == 0 -> kept = size[0]; keptOf = 0 };
	if :: atomic { size[1] > 0 && isWitnessed && isContinued -> accepted = true } :: skip fi
}

init { atomic { run Attacker(); run Witness(); run Outsider() } }

/* (e) A history that was written anew is refused: by the witness that saw the first, or by the checkpoint kept elsewhere. */
ltl rewritten { [] !accepted }
