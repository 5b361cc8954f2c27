/** Bundles a target of `fuzz/` and runs the engine on it: coverage-guided, in a process of its own. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

/** Names of all targets. */
export const listTargets = (): string[] =>
	readdirSync('fuzz')
		.filter((file) => file.endsWith('.ts'))
		.map((file) => basename(file, '.ts'))
		.sort()

/**
 * Makes one file of a target: the engine counts what CommonJS reaches, and our sources are modules with types. Arithmetic of others stays
 * outside: it is tested by its authors, and counting in it would cost most of the time.
 *
 * @param folder - inside the project, so that the packages are found from there
 */
export const bundleTarget = async (file: string, folder: string): Promise<string> => {
	const made = join(folder, `${basename(file, '.ts')}.cjs`)
	const bundle = await rolldown({
		input: resolve(file),
		platform: 'node',
		tsconfig: false,
		external: [/^@noble\//u, /^@scure\//u, /^jose$/u, /^age-encryption$/u],
		logLevel: 'silent',
	})
	await bundle.write({ file: made, format: 'cjs', codeSplitting: false })
	await bundle.close()
	return made
}

type Target = { seeds: () => (string | Uint8Array)[] | Promise<(string | Uint8Array)[]> }

/** Right forms, made up, that a target gives to begin with. */
export const writeSeeds = async (target: string, folder: string): Promise<void> => {
	mkdirSync(folder, { recursive: true })
	const { seeds } = (await import(pathToFileURL(resolve('fuzz', `${target}.ts`)).href)) as Target
	for (const seed of await seeds())
		writeFileSync(join(folder, createHash('sha1').update(seed).digest('hex')), seed)
}

export type Run = {
	bundle: string
	/** New inputs are written into the first; the others are only read. */
	corpora: readonly string[]
	/** Folder for inputs that show a fault. */
	found: string
	/** Options of libFuzzer: `-runs=`, `-max_total_time=`, or the files that are run instead. */
	engine: readonly string[]
}

/** A run of one input that takes longer hangs: the slowest of ours take some milliseconds. */
const longestInput = 10_000

/** Runs the engine to its end. `status` is 0 when nothing was found. */
export const runEngine = ({
	bundle,
	corpora,
	found,
	engine,
}: Run): Promise<{ status: number; said: string }> =>
	new Promise((resolve, reject) => {
		mkdirSync(found, { recursive: true })
		const child = spawn(
			process.execPath,
			[
				'node_modules/@jazzer.js/core/dist/cli.js',
				bundle,
				...corpora,
				'-i',
				basename(bundle),
				`--timeout=${longestInput}`,
				'--',
				'-max_len=4096',
				'-seed=1',
				`-artifact_prefix=${found}/`,
				...engine,
			],
			{ stdio: ['ignore', 'pipe', 'pipe'] },
		)
		let said = ''
		child.stdout.on('data', (text: Buffer) => (said += text.toString()))
		child.stderr.on('data', (text: Buffer) => (said += text.toString()))
		child.on('error', reject)
		child.on('close', (status) => resolve({ status: status ?? 1, said }))
	})
