/**
 * Checks the whole public record and ends with 1 at the first byte that differs, naming the leaf. It ends with 2 when nothing
 * differs but a certificate is so new that no checkpoint holds it yet: to be asked again.
 *
 * `npm run audit:verify [-- --keep <file>]`: the database of this installation; with the embedded one, stop the product first.
 * `npm run audit:verify -- --origin https://desk.example --key <verifier key> [--witness <verifier key>] [--quorum <n>]
 * [--seen <file> | --keep <file>]`: a published record, as an outsider. `--seen` is a checkpoint that you kept earlier, `--quorum` how many of
 * the witnesses that you name must have signed the newest one.
 * `--keep` compares with the checkpoint in the file, if there is one, and puts the newest in its place when nothing is at fault: also when it
 * ends with 2, for then the checkpoint and all before it were verified. After a fault the file is as it was.
 * `npm run audit:verify -- --proof <file> [--key <verifier key>] [--witness <verifier key>]`: what a mailbox gives as proof of filing,
 * without asking anyone; without `--key` by the key of this installation. 2: no witness that was named has signed it yet.
 *
 * What comes out of a record or a file is printed without control characters: it may have been written to fool who reads it here.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
	explainFailure,
	findKeptCheckpoint,
	findLogKey,
	readOperator,
	toRecordName,
	verifyProof,
	verifyPublished,
	verifyRecord,
	type AskRecord,
	type Config,
	type ProofVerdict,
} from '../src/lib/platform/server/index.ts'
import { AppError } from '../src/lib/base/index.ts'
import { checkErasure } from '../src/lib/domains/people/keys/index.ts'
import { findUnrecordedEpoch } from '../src/lib/domains/reports/server/index.ts'
import { findForeignKey } from '../src/lib/domains/people/server/keys/index.ts'
import { stripInvisible } from '../src/lib/tools/inspect/defang/index.ts'
import { parseVerifierKey, type NoteKey } from '../src/lib/tools/seal/signed-note/index.ts'
import { openMemory, type Memory } from './audit-verify/kept-file.ts'
import { openInstallation, useDatabase } from './installation.ts'

const patience = 30_000
const mostBytes = 1_000_000
/** Most characters of one line that are printed. */
const mostCharacters = 2_000

/** One line that a terminal shows as it is: nothing in it moves, colours or turns what stands beside it, or begins a line of its own. */
const toLine = (text: string): string =>
	stripInvisible(text.slice(0, mostCharacters).toWellFormed()).replace(/\s+/gu, ' ').trim()

const say = (text: string): void => console.log(toLine(text))

const readKey = (text: string): NoteKey => {
	const key = parseVerifierKey(text.trim())
	if (key.ok) return key.value
	throw new Error(key.issues[0]?.message ?? '')
}

const askAt =
	(origin: string): AskRecord =>
	async (path) => {
		const answer = await fetch(`${origin}/record/${path}`, { signal: AbortSignal.timeout(patience) })
		if (!answer.ok)
			throw new AppError('record.answer', answer.status, `${origin}/record/${path} answered ${answer.status}`)
		const text = await answer.text()
		if (text.length > mostBytes) throw new Error(`${origin}/record/${path} answered too much`)
		return text
	}

/** The signed key that reports are sealed to, as intake shows it to this machine; `undefined` where no report is taken. */
const askEpoch = async (origin: string): Promise<string | undefined> => {
	const answer = await fetch(`${origin}/intake/epoch`, { signal: AbortSignal.timeout(patience) })
	if (answer.status === 404 || answer.status === 503) return undefined
	const shown = (await answer.json()) as { record?: unknown }
	if (typeof shown.record === 'string') return shown.record
	throw new Error(`${origin}/intake/epoch answered ${answer.status} without a key`)
}

/** Advice for a result in which nothing differs and not everything can be checked yet. */
class NotYet extends Error {}

/** Caveat: who holds the database and the key of the record can make both anew; only something kept elsewhere shows it. */
const rewritten =
	'That the whole record was not written anew, only a witness or a checkpoint kept elsewhere shows (--origin with --seen or --keep).'

/** Lines of a result; the first says that nothing differs. */
type Found = readonly string[]

/** Lines on those who have signed a checkpoint from outside. */
const describeSeen = (size: number, seen: readonly { witness: string; at: Date }[]): Found =>
	seen.map(
		({ witness, at }) => `Signed by ${witness}: the record of ${size} entries, on ${at.toISOString()}.`,
	)

type Wanted = {
	key: string | undefined
	witnesses: readonly string[]
	quorum: number
}

const verifyFromOutside = async (
	origin: string,
	{ key, witnesses, quorum }: Wanted,
	{ seen, keep }: Memory,
): Promise<Found> => {
	const kept: string[] = []
	const ask = askAt(new URL(origin).origin)
	if (key === undefined)
		console.error('The key is taken from the site itself. Compare it with one from elsewhere, or give --key.')
	const verdict = await verifyPublished(ask, {
		key: readKey(key ?? (await ask('key'))),
		witnesses: witnesses.map(readKey),
		quorum,
		seen,
		keep: keep && (async (newest) => void kept.push(await keep(newest))),
		checkErasure,
		shown: await askEpoch(new URL(origin).origin),
	})
	if (!verdict.ok) {
		const [issue] = verdict.issues
		for (const line of kept) say(line)
		throw issue?.path === 'waiting'
			? new NotYet(
					`${issue.message}. Try again after the next full hour; if it says so again, it is a fault: ask the operator`,
				)
			: new Error(issue?.message ?? '')
	}
	const { entries, cosigners, erasures, signatures, epochs } = verdict.value
	const continued = seen === undefined ? '' : ', the kept checkpoint is its beginning'
	return [
		`What is published fits together: ${entries} entries, ${cosigners.length} signatures of witnesses under the checkpoint, ${erasures} destroyed keys with ${signatures} signatures${continued}.`,
		epochs > 0
			? `${epochs} keys of reports stand in it, signed by the root; the one that is shown to you is among them. Compare with what others were shown.`
			: 'No key of reports is published in it: that the one shown to you is shown to all cannot be seen.',
		...describeSeen(entries, cosigners),
		...kept,
		...(cosigners.length > 0 || seen !== undefined ? [] : [rewritten]),
	]
}

type OwnKeys = { key: NoteKey; witnesses: NoteKey[]; quorum: number }

/** The key of the record of this installation, who may witness it, and how many must. */
const readOwnKeys = async ({ dataDir, origin, logSigner, logKey }: Config): Promise<OwnKeys> => {
	const key = await findLogKey(toRecordName(origin), {
		dataDir,
		socket: logSigner,
		publicKey: logKey,
	})
	if (!key) throw new Error(`${dataDir}/keys/log.key is not there: no record was begun here`)
	const { witnesses, quorum } = await readOperator(dataDir)
	return { key, witnesses: witnesses.map((witness) => witness.key), quorum }
}

const verifyOwn = async ({ seen, keep }: Memory): Promise<Found> => {
	const config = openInstallation('audit:verify')
	const { quorum, ...own } = await readOwnKeys(config)
	const kept = await findKeptCheckpoint(config.dataDir)
	return useDatabase(config, async (database) => {
		const verdict = await verifyRecord(database, { ...own, quorum, checkErasure, kept, seen })
		const other = await findUnrecordedEpoch(database.kysely)
		const problem =
			verdict.problem ??
			(await findForeignKey(database.kysely)) ??
			(other && `key of reports ${other}: its signed note is not the one in the record`)
		if (problem !== undefined) throw new Error(problem)
		const { entries, checkpoints, cosignatures, reports, acts, erasures, signatures, epochs, waiting } =
			verdict
		return [
			`Nothing that is kept here differs from the record: ${entries} entries, ${checkpoints} checkpoints, ${cosignatures} signatures of witnesses, ${reports} sealed reports, ${acts} acts, ${erasures} destroyed keys with ${signatures} signatures, ${epochs} keys of reports; ${waiting} entries wait for their place. ${verdict.padding} entries stand for nothing, so that its growth tells nothing.`,
			`Each entry is explained: behind ${verdict.erased} of them nothing is kept, and acts of erasure name them.`,
			kept
				? `It continues the copy of the checkpoint of ${kept.size} entries that lies outside the database.`
				: 'There is no copy of a checkpoint outside the database (keys/record.note): the product makes one when it starts.',
			...(seen === undefined ? [] : ['It continues the checkpoint that you kept.']),
			...describeSeen(verdict.seen.size, verdict.seen.by),
			...(keep ? [await keep(verdict.newest)] : []),
			quorum > 0
				? `Wanted under a checkpoint before it is shown: ${quorum} of ${own.witnesses.length} witnesses.`
				: 'No witness need sign before a checkpoint is shown: this is a demonstration.',
			...(cosignatures > 0 ? [] : [rewritten]),
		]
	})
}

/** Formats what a proof shows, and what it does not: whoever reads this may have to decide something by it. */
const describeProof = ({ name, index, size, seen, report }: ProofVerdict): Found => [
	`The proof holds: entry ${index} of the ${size} that ${name} has signed.`,
	...(report
		? [
				`It proves: the record says that a report came in the hour from ${report.hour.toISOString().slice(0, 16)} UTC. It stands in the record, and whoever keeps this file sees when it is taken out.`,
				`It is the report whose sealed bytes have the SHA-256 ${report.sha256}: who holds them can make it again.`,
			]
		: ['The file does not say what the entry stands for: it proves that there is one, not what it is.']),
	...seen.map(({ witness, at }) => `Seen from outside: ${witness} had this record on ${at.toISOString()}.`),
	...(seen.length > 0
		? []
		: ['No witness from outside has signed: the hour is the word of the operator alone.']),
	'It does not prove what the report says, who sent it, or that anybody has read it.',
]

const verifyFile = async (file: string, { key, witnesses }: Wanted): Promise<Found> => {
	const own =
		key === undefined
			? await readOwnKeys(openInstallation('audit:verify'))
			: { key: readKey(key), witnesses: [] }
	const named = witnesses.map(readKey)
	const text = await readFile(file, 'utf8')
	const verdict = await verifyProof(text, {
		key: own.key,
		witnesses: named.length > 0 ? named : own.witnesses,
	})
	if (!verdict.ok) throw new Error(verdict.issues[0]?.message ?? '')
	if (named.length > 0 && verdict.value.seen.length === 0)
		throw new NotYet(
			'proof: the record has signed it, and no witness that you named has. Take a new proof out of the mailbox when one has',
		)
	return describeProof(verdict.value)
}

const run = async (): Promise<Found> => {
	const { values } = parseArgs({
		options: {
			origin: { type: 'string' },
			key: { type: 'string' },
			witness: { type: 'string', multiple: true, default: [] },
			quorum: { type: 'string', default: '0' },
			seen: { type: 'string' },
			keep: { type: 'string' },
			proof: { type: 'string' },
		},
	})
	const { origin, key, witness, seen, keep, proof } = values
	if (!/^\d{1,2}$/u.test(values.quorum)) throw new Error('wanted --quorum <a number of witnesses>')
	const wanted = { key, witnesses: witness, quorum: Number(values.quorum) }
	if (proof !== undefined && (seen ?? keep) !== undefined)
		throw new Error(
			'wanted --proof without --seen and --keep: a proof is compared with no checkpoint of yours',
		)
	if (proof !== undefined) return verifyFile(proof, wanted)
	const memory = await openMemory({ seen, keep })
	return origin === undefined ? verifyOwn(memory) : verifyFromOutside(origin, wanted, memory)
}

run().then(
	(found) => {
		for (const line of found) say(line)
		process.exit(0)
	},
	(error: unknown) => {
		const isEarly = error instanceof NotYet
		const reason = explainFailure(error)
		console.error(toLine(`NOT verified${isEarly ? ' yet' : ''}: ${reason}`))
		process.exit(isEarly ? 2 : 1)
	},
)
