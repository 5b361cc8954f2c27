/** `npm run bench`: every measurement, one after the other, each beside its limit or its peer. `-- --quick`: fewer rounds. */
import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { isQuick } from './support/figures.ts'

const measurements = [
	'page-bytes',
	'slow-phone',
	'search-in-browser',
	'search',
	'static',
	'counting',
	'render',
	'pdf',
	'classroom',
	'scoreboard',
	'programme',
	'config',
	'hostile',
	'law',
	'study',
	'desk',
	'desk-in-browser',
	'audit',
	'merkle',
	'intake',
	'decoys',
	'proof-of-work',
	'attacker-cost',
	'soak',
	'intake-front',
	'attachments',
	'exchange',
	'taxii',
	'indicator-views',
	'lighthouse',
]

const [cpu] = cpus()
console.log(
	`${cpus().length} x ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
)
const missed = measurements.filter((name) => {
	console.log(`\n== ${name}`)
	const file = fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
	return (
		spawnSync(process.execPath, [file, ...(isQuick ? ['--quick'] : [])], { stdio: 'inherit' }).status !== 0
	)
})
console.log(
	missed.length === 0
		? '\nevery target met'
		: `\nwith a missed target or unable to run: ${missed.join(', ')}`,
)
if (missed.length > 0) process.exitCode = 1
