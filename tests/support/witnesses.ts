/** Witnesses as programs of their own, `npm run witness`, on this machine. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { toVerifierKey, type NoteKey } from '#tools/seal/signed-note'
import { formatAddCheckpoint } from '../../src/lib/platform/server/audit/witnesses/protocol/add-checkpoint.ts'
import { makeFolder, shortLived } from './child.ts'
import { findFreePort } from './free-port.ts'
import { sign, type GrownTree } from './signed-trees.ts'

export type RunningWitness = {
	url: string
	folder: string
	verifierKey: string
	/** All that it has said so far. */
	said: () => string
	post: (body: string) => Promise<{ status: number; type: string | null; text: string }>
	/** Asks for a signature under a tree, with the proof from an older size. `undefined`: no answer came. */
	ask: (
		tree: GrownTree,
		oldSize: number,
		checkpoint?: string,
	) => Promise<{ status: number; text: string } | undefined>
	end: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Writes the settings of a witness for these records. */
export const writeWitnessSettings = (folder: string, keys: readonly NoteKey[], name: string): void => {
	const lines = keys.map((key) => `  - ${toVerifierKey(key)}\n`).join('')
	writeFileSync(join(folder, 'witness.yaml'), `name: ${name}\nrecords:\n${lines}`)
}

/** A folder with the settings of a witness. */
export const makeWitnessFolder = (keys: readonly NoteKey[], name = 'witness.example/w1'): string => {
	const folder = makeFolder()
	writeWitnessSettings(folder, keys, name)
	return folder
}

/** Runs a witness on a folder until the test ends. @throws with all that it said when it does not start */
export const startWitness = async (
	folder: string,
	{ port, preload, env }: { port?: number; preload?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<RunningWitness> => {
	const at = port ?? (await findFreePort())
	const args = [...shortLived, ...(preload === undefined ? [] : ['--import', preload])]
	const child = spawn(
		process.execPath,
		[...args, 'scripts/witness.ts', '--dir', folder, '--port', String(at)],
		{ env: { ...process.env, ...env } },
	)
	let said = ''
	let told = ''
	child.stdout.on('data', (text: Buffer) => (told += text.toString()))
	child.stderr.on('data', (text: Buffer) => (said += text.toString()))
	const ended = once(child, 'close')
	const end = async (signal?: NodeJS.Signals): Promise<number | null> => {
		if (signal) child.kill(signal)
		await ended
		return child.exitCode
	}
	onTestFinished(async () => void (await end('SIGKILL')))
	while (!said.includes('listening')) {
		if (child.exitCode !== null || child.signalCode !== null) throw new Error(said)
		await Promise.race([once(child.stderr, 'data'), ended])
	}
	const url = `http://127.0.0.1:${at}`
	const post: RunningWitness['post'] = async (body) => {
		const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body })
		return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
	}
	const ask: RunningWitness['ask'] = async (tree, oldSize, checkpoint) => {
		const proof = oldSize <= tree.size ? await tree.prove(oldSize) : []
		const body = formatAddCheckpoint({ oldSize, proof, checkpoint: checkpoint ?? (await sign(tree)) })
		return post(body).catch(() => undefined)
	}
	return { url, folder, verifierKey: told.trim(), said: () => said, post, ask, end }
}
