/**
 * Prints what of the law is unverified, contradictory, stale, blank or waiting for a jurist, most urgent first, as
 * file:line: record: what. `npm run law:check`; `-- --all` also lists what rests on one source and what nobody has read,
 * `-- --priority 1` only what comes first, `-- --json` everything as data. A malformed record ends it with 1.
 */
import { readFileSync } from 'node:fs'
import { buildLibrary, ContentError } from '../src/lib/domains/guide/index.ts'
import {
	buildLaw,
	getWorklist,
	workKinds,
	type WorkItem,
	type WorkKind,
} from '../src/lib/domains/law/index.ts'
import { findFiles } from './find-files.ts'

const args = process.argv.slice(2)
const isAll = args.includes('--all')
const priorityAt = args.indexOf('--priority')
const most = priorityAt >= 0 ? Number(args[priorityAt + 1]) : 3

const headings: Readonly<Record<WorkKind, string>> = {
	question: 'Questions for a jurist',
	contradiction: 'Records that contradict another one, or themselves',
	unverified: 'Not found in a dependable source',
	stale: 'Looked up too long ago',
	blank: 'Blanks',
	unchecked: 'Not checked yet',
	likely: 'Rests on one source, or is computed or interpreted',
	unread: 'Read by no jurist',
}
/** Long lists that say little each: counted only, unless all is wanted. */
const counted: readonly WorkKind[] = ['likely', 'unread']

const countPriorities = (items: readonly WorkItem[]): string =>
	[1, 2, 3]
		.map((rank) => [rank, items.filter(({ priority }) => priority === rank).length] as const)
		.filter(([, count]) => count > 0)
		.map(([rank, count]) => `${count} of priority ${rank}`)
		.join(', ')

const print = (kind: WorkKind, items: readonly WorkItem[]): void => {
	if (items.length === 0) return
	console.log(`\n${headings[kind]}: ${items.length} (${countPriorities(items)})`)
	if (counted.includes(kind) && !isAll) return
	for (const { priority, place, id, says } of items) console.log(`  ${priority} ${place}: ${id}: ${says}`)
}

const files = new Map(findFiles('content/**/*.{md,yaml}').map((file) => [file, readFileSync(file, 'utf8')]))
try {
	const law = buildLaw(files, buildLibrary(files))
	const items = getWorklist(law, new Date()).filter(({ priority }) => priority <= most)
	if (args.includes('--json')) console.log(JSON.stringify(items, null, '\t'))
	else {
		console.log(
			`${law.instruments.length} instruments, ${law.provisions.length} provisions, ${law.mappings.length} rows of the study, ${law.situations.length} situations, ${law.sources.length} sources: nothing malformed`,
		)
		for (const kind of workKinds)
			print(
				kind,
				items.filter((item) => item.kind === kind),
			)
		console.log(`\n${items.length} things wait (${countPriorities(items)})`)
	}
} catch (error) {
	if (!(error instanceof ContentError)) throw error
	const lines = error.message.split('\n').slice(1)
	console.log(lines.join('\n'))
	console.log(`${lines.length} things to mend`)
	process.exitCode = 1
}
