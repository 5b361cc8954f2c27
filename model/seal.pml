/*
 * Seal, epochs and keys. The attacker holds the server: he keeps all that passes, hands out what he likes, writes to the database. A thief comes
 * once, takes what lies there with its backups, and has the passphrase of one of the staff. -DMUTANT_x takes one rule out.
 */
#define EPOCHS 2

/* 0: nothing was filed, 1: sealed to the key of the epoch, 2: sealed to a key of the attacker. */
byte sealedTo[EPOCHS];
bool made[EPOCHS], opened[EPOCHS], destroyed[EPOCHS];
/* The wraps for the staff lie on the disk; a copy of them in a backup. */
bool lies[EPOCHS], inBackup[EPOCHS];
/* What the attacker or the thief knows. */
bool knowsKey[EPOCHS], knowsWords[EPOCHS];
/* The thief found the key while its epoch was not destroyed: nothing is promised for that. */
bool stolen[EPOCHS];
bool late;                      /* he found one that was destroyed */
bool ghostListed, ghostWrapped[EPOCHS], noticed, audited;

/* A phone seals to the key that it is handed, once it has seen that the root signed it. */
proctype Reporter(byte e) {
	made[e];
	if
	:: sealedTo[e] = 1      /* the server hands out the record that the root signed */
#ifdef MUTANT_UNSIGNED
	:: sealedTo[e] = 2      /* it hands out another, and nobody looks for the signature */
#endif
	:: skip
	fi
}

/* A supervisor makes the key for all whom the server lists; one of the staff opens it in a client of theirs; two destroy it. */
proctype Staff() {
	byte e = 0;
	do
	:: e < EPOCHS ->
		atomic { made[e] = true; lies[e] = true; ghostWrapped[e] = ghostListed;
#ifdef MUTANT_BACKUP
			inBackup[e] = true
#endif
		};
		if :: opened[e] = true :: skip fi;
		if :: atomic { destroyed[e] = true; lies[e] = false } :: skip fi;
		e++
	:: else -> break
	od
}

/* audit:verify: each key that is listed has an entry of its owner in the record. */
proctype Auditor() {
	byte runs = 0;
	do
	:: runs < 2 -> runs++;
		atomic {
#ifndef MUTANT_KEYLOG
			if :: ghostListed -> noticed = true :: else fi;
#endif
			audited = true
		}
	:: else -> break
	od
}

proctype Attacker() {
	byte e;
	do
	:: atomic { !ghostListed -> ghostListed = true; audited = false }
	:: for (e : 0 .. EPOCHS - 1) {
		if :: atomic { ghostWrapped[e] -> knowsKey[e] = true } :: skip fi;
#ifdef SERVED_DESK
		if :: atomic { opened[e] && lies[e] -> knowsKey[e] = true } :: skip fi;
#endif
		if
		:: atomic { sealedTo[e] == 2 || (sealedTo[e] == 1 && knowsKey[e]) -> knowsWords[e] = true }
		:: skip
		fi
	}
	:: break
	od
}

proctype Thief() {
	byte e;
	atomic {
		for (e : 0 .. EPOCHS - 1) {
			if
			:: lies[e] -> knowsKey[e] = true; stolen[e] = true
			:: !lies[e] && inBackup[e] -> knowsKey[e] = true; if :: destroyed[e] -> late = true :: else -> stolen[e] = true fi
			:: else
			fi
		}
	}
}

init { atomic { run Reporter(0); run Reporter(1); run Staff(); run Auditor(); run Attacker(); if :: run Thief() :: skip fi } }

#define isExcused(e) (stolen[e] || ghostWrapped[e])
/* (a) Without a key that was taken, no words: whatever the server keeps, hands out and sends again. */
ltl words { [] ((!knowsWords[0] || isExcused(0)) && (!knowsWords[1] || isExcused(1))) }
/* (b) A reader without an entry of its owner does not go unseen once somebody has looked. */
ltl ghost { [] ((audited && ghostListed) -> noticed) }
/* (f) What was destroyed stays closed to who comes after, with a passphrase and all backups of the data. */
ltl destroyed { [] !late }
