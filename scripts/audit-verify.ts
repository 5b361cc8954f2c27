/**
 * Checks the whole public record and ends with 1 at the first byte that differs, naming the leaf. It ends with 2 when nothing
 * differs but a certificate is so new that no checkpoint holds it yet: to be asked again.
 *
 * `npm run audit:verify`: the database of this installation; with the embedded one, stop the product first.
 * `npm run audit:verify -- --origin https://desk.example --key <verifier key> [--witness <verifier key>] [--seen <file>]`:
 * a published record, as an outsider. `--seen` is a checkpoint that you kept earlier.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
	findKey,
	migrate,
	openDatabase,
	readConfig,
	readOperator,
	toRecordName,
	verifyPublished,
	verifyRecord,
	type AskRecord,
} from '../src/lib/platform/server/index.ts'
import { AppError } from '../src/lib/base/index.ts'
import { checkErasure } from '../src/lib/domains/people/keys/index.ts'
import { makeSigner, parseVerifierKey, type NoteKey } from '../src/lib/tools/signed-note/index.ts'

const patience = 30_000
const mostBytes = 1_000_000

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

/** Nothing differs, and not all of it can be known yet. */
class NotYet extends Error {}

type Wanted = { key: string | undefined; witnesses: readonly string[]; seen: string | undefined }

const verifyFromOutside = async (origin: string, { key, witnesses, seen }: Wanted): Promise<string> => {
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
		throw issue?.path === 'waiting' ? new NotYet(issue.message) : new Error(issue?.message ?? '')
	}
	const { entries, cosignatures, erasures, signatures } = verdict.value
	return `${entries} entries, ${cosignatures} signatures of witnesses under the checkpoint, ${erasures} destroyed keys with ${signatures} signatures${seen === undefined ? '' : ', the kept checkpoint is its beginning'}`
}

const verifyOwn = async (): Promise<string> => {
	const config = readConfig()
	const secretKey = await findKey(config.dataDir, 'log')
	if (!secretKey) throw new Error(`${config.dataDir}/keys/log.key is not there: no record was begun here`)
	const { key } = await makeSigner(toRecordName(config.origin), 'ed25519', secretKey)
	const witnesses = (await readOperator(config.dataDir)).witnesses.map((witness) => witness.key)
	const database = await openDatabase(config)
	try {
		await migrate(database)
		const verdict = await verifyRecord(database, { key, witnesses, checkErasure })
		if (verdict.problem !== undefined) throw new Error(verdict.problem)
		const { entries, checkpoints, cosignatures, reports, acts, erasures, signatures, waiting } = verdict
		return `${entries} entries, ${checkpoints} checkpoints, ${cosignatures} signatures of witnesses, ${reports} sealed reports, ${acts} acts, ${erasures} destroyed keys with ${signatures} signatures; ${waiting} entries wait for their place`
	} finally {
		await database.close()
	}
}

const run = (): Promise<string> => {
	const { values } = parseArgs({
		options: {
			origin: { type: 'string' },
			key: { type: 'string' },
			witness: { type: 'string', multiple: true, default: [] },
			seen: { type: 'string' },
		},
	})
	const { origin, key, witness, seen } = values
	return origin === undefined ? verifyOwn() : verifyFromOutside(origin, { key, witnesses: witness, seen })
}

run().then(
	(found) => {
		console.log(`The record is whole: ${found}.`)
		process.exit(0)
	},
	(error: unknown) => {
		const isEarly = error instanceof NotYet
		const reason = error instanceof Error ? error.message : String(error)
		console.error(`The record is NOT verified${isEarly ? ' yet' : ''}: ${reason}`)
		if (isEarly)
			console.error('Try again in some minutes. If it says so again, it is a fault: ask the operator.')
		process.exit(isEarly ? 2 : 1)
	},
)
