/** The signer of the record as a program of its own, `npm run log-signer`, on this machine. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { formatCheckpoint } from '#tools/seal/signed-note'
import { askSocket } from '../../src/lib/platform/server/audit/log-signer/ask-socket.ts'
import { formatAddCheckpoint } from '../../src/lib/platform/server/audit/witnesses/protocol/add-checkpoint.ts'
import { makeFolder, shortLived } from './child.ts'
import type { GrownTree } from './signed-trees.ts'

export type RunningSigner = {
	folder: string
	socket: string
	verifierKey: string
	/** All that it has said so far. */
	said: () => string
	post: (body: string) => Promise<{ status: number; text: string }>
	/** Asks for a signature under a tree, with the proof from an older size. `undefined`: no answer came. */
	ask: (
		tree: GrownTree,
		oldSize: number,
		origin?: string,
	) => Promise<{ status: number; text: string } | undefined>
	end: (signal?: NodeJS.Signals) => Promise<number | null>
}

type Options = {
	/** Where its socket is; in a new folder when left out. */
	socket?: string
	begin?: string
	preload?: string
	env?: Readonly<Record<string, string>>
	/** User and group that it runs as. */
	as?: { uid: number; gid: number }
}

/** Name under which trees of tests are signed. */
export const testOrigin = 'desk.example/record'

/** Text of a tree's checkpoint, not signed. */
export const toCheckpointText = (
	{ size, root }: Pick<GrownTree, 'size' | 'root'>,
	origin = testOrigin,
): string => formatCheckpoint({ origin, size, root, extensions: [] })

/** Runs a signer on a folder until the test ends. @throws with all that it said when it does not start */
export const startSigner = async (folder: string, options: Options = {}): Promise<RunningSigner> => {
	const { socket = join(makeFolder(), 'sign.sock'), begin, preload, env, as = {} } = options
	const node = [...shortLived, ...(preload === undefined ? [] : ['--import', preload])]
	const args = ['scripts/log-signer.ts', '--dir', folder, '--socket', socket]
	const child = spawn(
		process.execPath,
		[...node, ...args, ...(begin === undefined ? [] : ['--begin', begin])],
		{
			env: { ...process.env, ...env },
			...as,
		},
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
	const post: RunningSigner['post'] = (body) => askSocket(socket, '/sign', body)
	const ask: RunningSigner['ask'] = async (tree, oldSize, origin = testOrigin) => {
		const proof = oldSize <= tree.size ? await tree.prove(oldSize) : []
		return post(formatAddCheckpoint({ oldSize, proof, checkpoint: toCheckpointText(tree, origin) })).catch(
			() => undefined,
		)
	}
	return { folder, socket, verifierKey: told.trim(), said: () => said, post, ask, end }
}
