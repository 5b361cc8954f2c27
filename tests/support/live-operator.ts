/** An installation that somebody answers for: its operator record, and a key that its root has signed. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { makeEpoch, makeRoot, planEpoch, signWithRoot, toEpochText } from '#domains/people/keys'
import { enterEpochs, startEpoch } from '#domains/reports/server'
import { migrate, openDatabase } from '#platform'
import { makeSigner, parseVerifierKey, toVerifierKey } from '#tools/seal/signed-note'
import type { Tables } from '../../src/server/process/database.ts'

/** Settings of one witness: its verifier key, and where it takes checkpoints. */
export type WitnessOfTest = { key: string; url: string }

/** A witness that is named and never answers: requests to this machine are refused unless a test allows them. */
export const silentSigner = await makeSigner('silent.example/w1', 'cosignature', new Uint8Array(32).fill(6))
const silent: WitnessOfTest = { key: toVerifierKey(silentSigner.key), url: 'http://127.0.0.1:9' }

/** The text of a complete record with these settings of its desk, as people write them. */
export const toOperatorText = (
	rootKey: string,
	desk: Record<string, unknown> = {},
	witnesses: readonly WitnessOfTest[] = [silent],
): string => {
	const both = (fr: string) => ({ ar: `${fr} بالعربية`, fr })
	return stringify({
		name: both('Bureau d’essai'),
		legalBasis: both('Texte d’essai'),
		contact: { email: 'question@desk.example', phone: '0000' },
		hours: both('Du lundi au vendredi, à l’essai'),
		rootKey,
		escrowHolders: ['A', 'B', 'C', 'D', 'E'],
		goLive: { approvedBy: 'F', on: '2026-11-24' },
		witnesses: witnesses.map((witness) => ({ name: both('Témoin d’essai'), ...witness })),
		desk,
	})
}

/** Puts a signed key in use in a data folder on which no product runs, and writes the record. Answer: the root's public key. */
export const goLive = async (
	dataDir: string,
	desk?: Record<string, unknown>,
	witnesses?: readonly WitnessOfTest[],
): Promise<string> => {
	const root = await makeRoot()
	const span = planEpoch([], new Date())
	const note = await signWithRoot(toEpochText((await makeEpoch(span.id)).key, span), root.shares.slice(0, 3))
	const rootKey = parseVerifierKey(root.verifierKey)
	if (!note.ok || !rootKey.ok) throw new Error('signing in the test failed')
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	try {
		await migrate(database)
		await startEpoch(database.kysely, note.value, rootKey.value)
		await enterEpochs(database.kysely)
	} finally {
		await database.close()
	}
	writeFileSync(join(dataDir, 'operator.yaml'), toOperatorText(root.verifierKey, desk, witnesses))
	return root.verifierKey
}
