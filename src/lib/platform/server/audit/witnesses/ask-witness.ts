/** Asks a witness for its word under a checkpoint: the side of the record in https://c2sp.org/tlog-witness. */
import type { Hash } from '#tools/seal/merkle-log'
import type { NoteKey } from '#tools/seal/signed-note'
import { formatAddCheckpoint, toOriginHash } from './protocol/add-checkpoint.ts'
import type { GuardedFetch } from '../../outgoing/guarded-fetch.ts'

/** A witness and the address under which it takes checkpoints. */
export type WitnessAddress = { key: NoteKey; url: string }

/**
 * Result of asking: `lines` are to be checked before anybody believes them; `contradicts`: it knows a longer tree than this, or another one;
 * `away`: it did not answer, or with something that a witness does not say. `seen`: entries of the tree that it has signed last.
 */
export type WitnessWord =
	| { kind: 'signed'; lines: string }
	| { kind: 'contradicts'; seen: number }
	| { kind: 'away'; code: string }

type Question = {
	/** The signed note. */
	note: string
	size: number
	/** Proof that so many entries are the beginning of this tree. */
	prove: (from: number) => Promise<Hash[]>
	/** Entries of the tree that the witness has probably signed last. */
	guess: number
}

/** A witness that is asked by others at the same time may say a new size each time. */
const mostTries = 4

const readSize = (answer: Response, text: string): number | undefined => {
	if (answer.headers.get('content-type') !== 'text/x.tlog.size') return undefined
	const size = Number(/^(0|[1-9]\d{0,15})\n$/u.exec(text)?.[1] ?? Number.NaN)
	return Number.isSafeInteger(size) ? size : undefined
}

/** Asks one witness. Never throws for what the witness or the network does. */
export const askWitness = async (
	fetch: GuardedFetch,
	{ url }: WitnessAddress,
	{ note, size, prove, guess }: Question,
): Promise<WitnessWord> => {
	let oldSize = Math.min(guess, size)
	for (let round = 0; round < mostTries; round++) {
		const body = formatAddCheckpoint({ oldSize, proof: await prove(oldSize), checkpoint: note })
		const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body }).catch(() => undefined)
		if (!answer) return { kind: 'away', code: 'no-answer' }
		const text = await answer.text()
		if (answer.status === 200) return { kind: 'signed', lines: text }
		if (answer.status === 422) return { kind: 'contradicts', seen: oldSize }
		const known = answer.status === 409 ? readSize(answer, text) : undefined
		if (known === undefined) return { kind: 'away', code: `status-${answer.status}` }
		if (known > size) return { kind: 'contradicts', seen: known }
		oldSize = known
	}
	return { kind: 'away', code: 'always-another-size' }
}

/** The note that a witness has signed last for a record; `undefined` when it shows none, or does not answer. */
export const fetchSeen = async (
	fetch: GuardedFetch,
	{ url }: WitnessAddress,
	origin: string,
): Promise<string | undefined> => {
	const answer = await fetch(`${url}/${toOriginHash(origin)}/checkpoint`).catch(() => undefined)
	return answer?.status === 200 ? answer.text() : undefined
}
