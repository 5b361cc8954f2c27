import { AppError, minute } from '#base'
import { toErrorFields, type Log } from '../../log.ts'
import type { GuardedFetch } from '../../outgoing/guarded-fetch.ts'
import { listCosigners } from '../cosignature.ts'
import type { StoredCheckpoint } from '../checkpoint-store.ts'
import { lookAgain, type Looking } from '../look-again.ts'
import type { PublicRecord } from '../record.ts'
import { askWitness, type WitnessAddress } from './ask-witness.ts'
import { compareWithWitness } from './compare-witness.ts'
import { createWitnessTurns } from './witness-turns.ts'

/**
 * State of the outside view: `wanting`: for ten minutes no checkpoint has reached its quorum, so nothing new is shown; `contradicted`: a
 * witness holds another story that this record has signed, and nothing is signed any more.
 */
export type WitnessState = 'ok' | 'wanting' | 'contradicted'

export type WitnessKeeper = {
	/** Asks those whose word is missing under the newest checkpoint and whose turn it is. */
	look: (now: Date) => Promise<void>
	describe: (now: Date) => WitnessState
}

type Kept = {
	record: PublicRecord
	fetch: GuardedFetch
	witnesses: readonly WitnessAddress[]
	log: Log
}

const patience = 10 * minute

/** Puts the word of a witness under the checkpoint that it saw. Answers false when it is not good. */
const hear = async (record: PublicRecord, key: WitnessAddress['key'], note: string): Promise<boolean> => {
	const added = await record.addCosignature(note)
	return added.ok && listCosigners(added.value, [key]).length === 1
}

const isContradiction = (error: unknown): error is AppError =>
	error instanceof AppError && ['record.shorter', 'record.forked'].includes(error.code)

/**
 * A word against us counts when our own key has signed what the witness shows; else it is a witness that does not work. Looked at twice: a
 * database that goes away in between must not end a record.
 */
const findContradiction = async (
	{ record, fetch }: Pick<Kept, 'record' | 'fetch'>,
	witness: WitnessAddress,
): Promise<AppError | undefined> => {
	let reason: AppError | undefined
	for (let round = 0; round < 2; round++) {
		try {
			await compareWithWitness(record, fetch, witness)
			return undefined
		} catch (error) {
			if (!isContradiction(error)) return undefined
			reason = error
		}
	}
	return reason
}

/** Keeps asking the witnesses of a record. What fails is told once, and tried again later and later. */
export const createWitnessKeeper = ({ record, fetch, witnesses, log }: Kept): WitnessKeeper => {
	const turns = createWitnessTurns()
	let [wantingSince, isContradicted]: [number | undefined, boolean] = [undefined, false]

	const fail = (witness: WitnessAddress, code: string, now: Date): void => {
		if (turns.fail(witness, now))
			log.warn('record.witness-away', { code, job: witness.key.name.replace(/[^\w.-]/gu, '.').slice(0, 100) })
	}

	const weigh = async (witness: WitnessAddress, now: Date): Promise<void> => {
		const reason = await findContradiction({ record, fetch }, witness)
		if (!reason) return fail(witness, 'other-tree', now)
		isContradicted = true
		record.stop(reason)
		log.error('record.contradicted', toErrorFields(reason))
	}

	const ask = async (witness: WitnessAddress, newest: StoredCheckpoint, now: Date): Promise<void> => {
		const { size, note } = newest
		const prove = (from: number) => record.proveGrowth(from, size)
		const word = await askWitness(fetch, witness, { note, size, prove, guess: turns.guess(witness) })
		if (word.kind === 'contradicts') await weigh(witness, now)
		else if (word.kind === 'away') fail(witness, word.code, now)
		else if (await hear(record, witness.key, `${newest.text}\n${word.lines}`)) turns.succeed(witness, size)
		else fail(witness, 'wrong-signature', now)
	}

	return {
		look: async (now) => {
			const newest = await record.findNewest()
			if (!newest || isContradicted) return
			const lacking = witnesses.filter(
				(witness) => listCosigners(newest.note, [witness.key]).length === 0 && turns.isDue(witness, now),
			)
			await Promise.all(lacking.map((witness) => ask(witness, newest, now)))
			const isShown = newest.published || (await record.findCheckpoint())?.size === newest.size
			wantingSince = isShown ? undefined : (wantingSince ?? now.getTime())
		},
		describe: (now) => {
			if (isContradicted) return 'contradicted'
			return wantingSince !== undefined && now.getTime() - wantingSince >= patience ? 'wanting' : 'ok'
		},
	}
}

/**
 * Compares a record with each of its witnesses, before anything is signed.
 * @throws AppError `record.shorter`, `record.forked`
 */
export const compareWithWitnesses = async ({ record, fetch, witnesses, log }: Kept): Promise<void> => {
	const shown = await Promise.all(witnesses.map((witness) => compareWithWitness(record, fetch, witness)))
	if (witnesses.length > 0 && !shown.includes(true)) log.warn('record.not-compared-outside')
}

/** Asks the witnesses again and again until stopped. @returns stops it, and waits for what is under way */
export const keepWitnessed = (keeper: Pick<WitnessKeeper, 'look'>, looking: Looking): (() => Promise<void>) =>
	lookAgain((now) => keeper.look(now), looking)
