/**
 * Proofs: which target was tried with which program on which day. A passing run with THIQA_WRITE_PROOFS=1 writes
 * `content/protect/proofs.yaml`; any other run fails when the files of today are not the ones that were proved.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import type { ConfigFile } from '../../src/lib/tools/dns-filter/index.ts'
import { targets } from '../../src/lib/domains/protect/index.ts'
import { makeDefaultFilter } from './filters.ts'
import { silence } from './patience.ts'

/** `ran`: tried in the real program. `grammar`: no such program here; only the form of the file was checked. */
export type Proof = {
	target: string
	program: string
	version: string
	date: string
	sha256: string
	kind: 'ran' | 'grammar'
}

const path = fileURLToPath(new URL('../../content/protect/proofs.yaml', import.meta.url))
const head = `# Which file was tried with which program, written by \`npm run proofs\`; not by hand.
# kind: ran (functional test in the real program) | grammar (form only: the program is not in Debian).
# sha256: of the files for the default choice (first resolver, strict, every bypass closed).
`

const readProofs = (): Proof[] => {
	try {
		return (parse(readFileSync(path, 'utf8')) as Proof[] | null) ?? []
	} catch {
		return []
	}
}

/** One number for a set of files: names and texts. */
export const hashFiles = (files: readonly ConfigFile[]): string => {
	const hash = createHash('sha256')
	for (const { name, text } of files) hash.update(`${name}\0${text}\0`)
	return hash.digest('hex')
}

const lock = join(
	tmpdir(),
	`thiqa-proofs-${createHash('sha256').update(path).digest('hex').slice(0, 12)}.lock`,
)

/** Test files run side by side: one at a time may rewrite the file. */
const whileLocked = (write: () => void): void => {
	for (;;) {
		try {
			mkdirSync(lock)
			break
		} catch {
			// One that was ended while it wrote leaves its lock behind.
			const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
			if (made !== undefined && new Date().getTime() - made > silence) return write()
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
		}
	}
	try {
		write()
	} finally {
		rmdirSync(lock)
	}
}

const writeProof = (proof: Proof): void =>
	whileLocked(() => {
		const proofs = [...readProofs().filter(({ target }) => target !== proof.target), proof]
		proofs.sort((a, b) => (a.target < b.target ? -1 : 1))
		// Others read it at any moment: it is there whole, or as it was.
		const whole = `${path}.${process.pid}.new`
		writeFileSync(whole, head + stringify(proofs, { lineWidth: 0, singleQuote: true }))
		renameSync(whole, path)
	})

const today = (): string => new Date().toISOString().slice(0, 10)

/** Files of a registered target for the default choice, as they are handed out. */
export const getDefaultFiles = (id: string): readonly ConfigFile[] => {
	const target = targets.find((entry) => entry.id === id)
	if (!target) throw new Error(`${id} is not in the list of targets`)
	return target.make(makeDefaultFilter())
}

/**
 * Ends the tests of a target: when every test before it in the same `describe` has passed, the proof is written or
 * compared. Call it last.
 */
export const proveTarget = (proof: {
	/** Id in the list of targets; its files are the ones that are proved. */
	target: string
	/** Program that tried it, by its own name. */
	program: string
	/** Asked from the program itself. */
	getVersion: () => string
	kind: Proof['kind']
}): void => {
	let hasFailed = false
	afterEach(({ task }) => {
		if (task.result?.state === 'fail') hasFailed = true
	})
	test(`the proof of ${proof.target} is about the files that are handed out today`, () => {
		expect(hasFailed, 'a test before this one failed: nothing is proved').toBe(false)
		const { target, program, kind } = proof
		const version = proof.getVersion()
		expect(version).toMatch(/^[\w.+~:-]{1,40}$/u)
		const sha256 = hashFiles(getDefaultFiles(target))
		if (process.env.THIQA_WRITE_PROOFS) writeProof({ target, program, version, date: today(), sha256, kind })
		const committed = readProofs().find((entry) => entry.target === target)
		const stale = `the files of ${target} changed since they were proved: run \`npm run proofs\``
		expect(committed?.sha256, stale).toBe(sha256)
		expect(committed?.kind).toBe(kind)
	})
}
