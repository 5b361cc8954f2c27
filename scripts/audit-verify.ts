/**
 * Checks the whole public record and ends with 1 at the first byte that differs, naming the leaf. It ends with 2 when nothing
 * differs but a certificate is so new that no checkpoint holds it yet: to be asked again.
 *
 * `npm run audit:verify`: the database of this installation; with the embedded one, stop the product first.
 * `npm run audit:verify -- --origin https://desk.example --key <verifier key> [--witness <verifier key>] [--seen <file>]`:
 * a published record, as an outsider. `--seen` is a checkpoint that you kept earlier.
 * `npm run audit:verify -- --proof <file> [--key <verifier key>] [--witness <verifier key>]`: what a mailbox gives as proof of filing,
 * without asking anyone; without `--key` by the key of this installation. 2: no witness that was named has signed it yet.
 *
 * What comes out of a record or a file is printed without control characters: it may have been written to fool who reads it here.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
	explainFailure,
	findKey,
	migrate,
	openDatabase,
	readConfig,
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
import { stripInvisible } from '../src/lib/tools/inspect/defang/index.ts'
import { makeSigner, parseVerifierKey, type NoteKey } from '../src/lib/tools/seal/signed-note/index.ts'
import { openInstallation } from './installation.ts'

const patience = 30_000
const mostBytes = 1_000_000
/** Most characters of one line that are printed. */
const mostCharacters = 2_000

/** One line that a terminal shows as it is: nothing in it moves, colours or turns what stands beside it, or begins a line of its own. */
const toLine = (text: string): string =>
	stripInvisible(text.slice(0, mostCharacters).toWellFormed()).replace(/\s+/gu, ' ').trim()

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

/** Advice for a result in which nothing differs and not everything can be checked yet. */
class NotYet extends Error {}

/** Caveat: who holds the database and the key of the record can make both anew; only something kept elsewhere shows it. */
const rewritten =
	'That the whole record was not written anew, only a witness or a checkpoint kept elsewhere shows (--origin with --seen).'

/** Lines of a result; the first says that nothing differs. */
type Found = readonly string[]

type Wanted = { key: string | undefined; witnesses: readonly string[]; seen: string | undefined }

const verifyFromOutside = async (origin: string, { key, witnesses, seen }: Wanted): Promise<Found> => {
	const ask = askAt(new URL(origin).origin)
	if (key === undefined)
		console.error('The key is taken from the site itself. Compare it with one from elsewhere, or give --key.')
	const verdict = await verifyPublished(ask, {
		key: readKey(key ?? (await ask('key'))),
		witnesses: witnesses.map(readKey),
		seen: seen === undefined ? undefined : await readFile(seen, 'utf8'),
		checkErasure,
	})
	if (!verdict.ok) {
		const [issue] = verdict.issues
		throw issue?.path === 'waiting'
			? new NotYet(
					`${issue.message}. Try again in some minutes; if it says so again, it is a fault: ask the operator`,
				)
			: new Error(issue?.message ?? '')
	}
	const { entries, cosignatures, erasures, signatures } = verdict.value
	const kept = seen === undefined ? '' : ', the kept checkpoint is its beginning'
	return [
		`What is published fits together: ${entries} entries, ${cosignatures} signatures of witnesses under the checkpoint, ${erasures} destroyed keys with ${signatures} signatures${kept}.`,
		...(cosignatures > 0 || seen !== undefined ? [] : [rewritten]),
	]
}

/** The key of the record of this installation, and who may witness it. */
const readOwnKeys = async ({ dataDir, origin }: Config): Promise<{ key: NoteKey; witnesses: NoteKey[] }> => {
	const secretKey = await findKey(dataDir, 'log')
	if (!secretKey) throw new Error(`${dataDir}/keys/log.key is not there: no record was begun here`)
	const { key } = await makeSigner(toRecordName(origin), 'ed25519', secretKey)
	return { key, witnesses: (await readOperator(dataDir)).witnesses.map((witness) => witness.key) }
}

const verifyOwn = async (): Promise<Found> => {
	const config = openInstallation('audit:verify')
	const { key, witnesses } = await readOwnKeys(config)
	const database = await openDatabase(config)
	try {
		await migrate(database)
		const verdict = await verifyRecord(database, { key, witnesses, checkErasure })
		if (verdict.problem !== undefined) throw new Error(verdict.problem)
		const { entries, checkpoints, cosignatures, reports, acts, erasures, signatures, waiting } = verdict
		return [
			`Nothing that is kept here differs from the record: ${entries} entries, ${checkpoints} checkpoints, ${cosignatures} signatures of witnesses, ${reports} sealed reports, ${acts} acts, ${erasures} destroyed keys with ${signatures} signatures; ${waiting} entries wait for their place.`,
			`Behind ${verdict.withoutContent} entries nothing is kept: erased after its time, or taken away. The record does not tell these apart.`,
			...(cosignatures > 0 ? [] : [rewritten]),
		]
	} finally {
		await database.close()
	}
}

/** Formats what a proof shows, and what it does not: whoever reads this may have to decide something by it. */
const describeProof = ({ name, index, size, seen, report }: ProofVerdict): Found => [
	`The proof holds: entry ${index} of the ${size} that ${name} has signed.`,
	...(report
		? [
				`It proves: the record says that a report came in the hour from ${report.hour.toISOString().slice(0, 16)} UTC. It stands in the record and cannot be taken out unseen.`,
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
	const own = key === undefined ? await readOwnKeys(readConfig()) : { key: readKey(key), witnesses: [] }
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

const run = (): Promise<Found> => {
	const { values } = parseArgs({
		options: {
			origin: { type: 'string' },
			key: { type: 'string' },
			witness: { type: 'string', multiple: true, default: [] },
			seen: { type: 'string' },
			proof: { type: 'string' },
		},
	})
	const { origin, key, witness, seen, proof } = values
	const wanted = { key, witnesses: witness, seen }
	if (proof !== undefined) return verifyFile(proof, wanted)
	return origin === undefined ? verifyOwn() : verifyFromOutside(origin, wanted)
}

run().then(
	(found) => {
		for (const line of found) console.log(toLine(line))
		process.exit(0)
	},
	(error: unknown) => {
		const isEarly = error instanceof NotYet
		const reason = explainFailure(error)
		console.error(toLine(`NOT verified${isEarly ? ' yet' : ''}: ${reason}`))
		process.exit(isEarly ? 2 : 1)
	},
)
