/** What the long lane keeps of each file, and in which order it takes them. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { findSubjects } from '../tests/about.ts'

/** When a file was last green: its day, the tree of that moment, how long it took. */
export type Entry = { green: string; tree: string; seconds: number }
/** By `project/path`. */
export type Ledger = Readonly<Record<string, Entry>>

const ledgerFile = 'tests/long-lane.json'

export const readLedger = (): Ledger =>
	JSON.parse(existsSync(ledgerFile) ? readFileSync(ledgerFile, 'utf8') : '{}') as Ledger

export const writeLedger = (ledger: Ledger): void => {
	const sorted = Object.entries(ledger).sort(([one], [other]) => one.localeCompare(other))
	writeFileSync(ledgerFile, `${JSON.stringify(Object.fromEntries(sorted), undefined, '\t')}\n`)
}

/** Path of a file, from its `project/path`. */
export const toPath = (name: string): string => name.slice(name.indexOf('/') + 1)

/** Paths that differ between a tree and what is here now; `undefined` when the tree is not known here. */
const listChanged = (tree: string): string[] | undefined => {
	try {
		const said = execFileSync('git', ['diff', '--name-only', '-z', tree], {
			encoding: 'utf8',
			maxBuffer: 1e8,
			stdio: ['ignore', 'pipe', 'ignore'],
		})
		return said.split('\0').filter(Boolean)
	} catch {
		return undefined
	}
}

/** Whether something that a file is about has changed since it was last green; also when it never was, or nobody knows on what. */
export const findTouched = (
	names: readonly string[],
	ledger: Ledger,
	changedSince: (tree: string) => readonly string[] | undefined = listChanged,
): string[] => {
	const known = new Map<string, readonly string[] | undefined>()
	return names.filter((name) => {
		const tree = ledger[name]?.tree
		if (tree === undefined) return true
		if (!known.has(tree)) known.set(tree, changedSince(tree))
		const subjects = findSubjects(toPath(name))
		return known.get(tree)?.some((path) => subjects.some((start) => path.startsWith(start))) ?? true
	})
}

/** Touched ones first, then longest not run. Files of one day are drawn by lot from `draw`, so that no file is last each time. */
export const orderFiles = (
	names: readonly string[],
	{ ledger, touched, draw }: { ledger: Ledger; touched: readonly string[]; draw: string },
): string[] => {
	const key = (name: string): string =>
		[
			touched.includes(name) ? '0' : '1',
			ledger[name]?.green ?? '',
			createHash('sha256').update(`${draw} ${name}`).digest('hex'),
		].join(' ')
	return [...names].sort((one, other) => (key(one) < key(other) ? -1 : 1))
}
