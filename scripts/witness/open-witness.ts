import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../src/lib/base/index.ts'
import { lockFolder } from '../../src/lib/platform/server/database/folder-lock.ts'
import { findKey, getKey } from '../../src/lib/platform/server/key-file.ts'
import {
	cosignCheckpoint,
	formatNote,
	makeSigner,
	openNote,
	parseNote,
	toVerifierKey,
} from '../../src/lib/tools/seal/signed-note/index.ts'
import {
	toOriginHash,
	type AddCheckpoint,
} from '../../src/lib/platform/server/audit/witnesses/protocol/add-checkpoint.ts'
import {
	judgeCheckpoint,
	type WitnessVerdict,
} from '../../src/lib/platform/server/audit/witnesses/protocol/judge-checkpoint.ts'
import { readSettings } from './settings.ts'
import { openState } from './state.ts'

export type Witness = {
	verifierKey: string
	/** Records that it signs for. */
	origins: readonly string[]
	/** Judges a request, keeps what passes, signs it: `lines` are the signature, one line. */
	add: (
		request: AddCheckpoint,
	) => Promise<(WitnessVerdict & { status: 200; lines: string }) | Exclude<WitnessVerdict, { status: 200 }>>
	/** The note that was signed last for the record with this digest of its name. */
	show: (originHash: string) => string | undefined
	/** Lets another process have the folder. Held as long as this object is: a lock that nobody refers to is freed. */
	unlock: () => void
}

/** Notes that prove a fork, kept for people: so many at most. */
const mostProofs = 100

/** Puts two checkpoints that exclude each other into a file of their own, as the proof that the record has told two stories. */
const keepProof = async (
	folder: string,
	notes: readonly string[],
	count: number,
): Promise<string | undefined> => {
	if (count >= mostProofs) return undefined
	const path = join(folder, 'forks')
	await mkdir(path, { recursive: true, mode: 0o700 })
	const file = join(path, `${randomBytes(8).toString('hex')}.txt`)
	await writeFile(file, notes.join('\n'), { mode: 0o600, flush: true })
	return file
}

/** Calls that wait for the one before: the old size is looked at and the new tree kept with nobody in between. */
const makeLine = () => {
	let last: Promise<unknown> = Promise.resolve()
	return <Value>(work: () => Promise<Value>): Promise<Value> => {
		const next = last.then(work, work)
		last = next.catch(() => undefined)
		return next
	}
}

const lock = (folder: string): (() => void) => {
	try {
		return lockFolder(join(folder, 'witness.lock'))
	} catch (error) {
		if (!(error instanceof AppError)) throw error
		throw new Error(
			`${folder}: another witness runs on it. Two that share a state would contradict each other`,
			{
				cause: error,
			},
		)
	}
}

/**
 * Opens the witness of a folder, which one process may have; its key and its state are made with the first start.
 * @throws when the settings are wrong, or the state is gone, or is not what this witness has signed
 */
export const openWitness = async (folder: string, say: (line: string) => void): Promise<Witness> => {
	const { name, records } = await readSettings(folder)
	const unlock = lock(folder)
	const known = await findKey(folder, 'witness')
	const state = await openState(folder, known === undefined)
	const signer = await makeSigner(name, 'cosignature', await getKey(folder, 'witness'))
	for (const note of state.list())
		if (!(await openNote(note, [signer.key])).ok)
			throw new Error('state.json holds a checkpoint that this witness, by this name and key, has not signed')
	const [origins, inLine] = [[...records.keys()], makeLine()]
	const ways = { findKeys: (origin: string) => records.get(origin) ?? [], findSeen: state.find }
	let forks = 0

	const add: Witness['add'] = async (request) => {
		const judged = await judgeCheckpoint(request, ways)
		if (judged.status === 200) {
			const line = await cosignCheckpoint(judged.text, signer, Math.floor(Date.now() / 1000))
			const parsed = parseNote(judged.note)
			const own = parsed.ok ? parsed.value.signatures : []
			await state.keep(judged.origin, formatNote({ text: judged.text, signatures: [...own, line] }))
			const alone = formatNote({ text: judged.text, signatures: [line] })
			return { ...judged, lines: alone.slice(judged.text.length + 1) }
		}
		if ('isFork' in judged) {
			const origin = request.checkpoint.split('\n')[0] ?? ''
			const proof = [state.find(origin)?.note ?? '', request.checkpoint]
			const file = await keepProof(folder, proof, forks++)
			say(
				`witness: FORK. ${origin} has signed another tree than the one that was signed here. Tell others. Proof: ${file ?? 'too many'}`,
			)
		}
		return judged
	}
	return {
		unlock,
		verifierKey: toVerifierKey(signer.key),
		origins,
		add: (request) => inLine(() => add(request)),
		show: (hash) => {
			const origin = origins.find((one) => toOriginHash(one) === hash)
			return origin === undefined ? undefined : state.find(origin)?.note
		},
	}
}
