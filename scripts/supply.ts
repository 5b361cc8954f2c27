/**
 * Asks what is newly known of our packages: versions that we are behind, holes, licences. `npm run supply` asks the registry;
 * `-- --advisories FOLDER` reads known holes from files of the OSV form instead. Ends with 1 when something is not in the recorded
 * answer, `docs/supply.yaml`, when its day is over, or when nobody could be asked.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findFiles, toSlashes } from './find-files.ts'
import { findInAudit, findInFiles, type AuditAnswer, type OsvFile } from './supply/advisory.ts'
import { judgeSupply, parseRecord, type OutdatedAnswer } from './supply/judge.ts'
import { listProduction, readLock, toName } from './supply/lock-file.ts'

const { values } = parseArgs({ options: { advisories: { type: 'string' } } })

/** Runs npm and parses its JSON; it ends with 1 when there is something to report. `undefined`: not an answer. */
const askNpm = (command: string): unknown => {
	const { stdout } = spawnSync(`npm ${command} --json`, { shell: true, encoding: 'utf8' })
	try {
		return JSON.parse(stdout || '{}')
	} catch {
		return undefined
	}
}

const isRefused = (answer: unknown): boolean =>
	typeof answer !== 'object' || answer === null || 'error' in answer

const askOutdated = (): OutdatedAnswer | undefined => {
	const answer = askNpm('outdated')
	return isRefused(answer) ? undefined : (answer as OutdatedAnswer)
}

const lock = readLock()

const askAdvisories = (folder: string | undefined) => {
	if (folder === undefined) {
		const answer = askNpm('audit')
		return isRefused(answer) ? undefined : findInAudit(answer as AuditAnswer)
	}
	const files = findFiles(`${toSlashes(folder)}/**/*.json`)
	console.log(`known holes: ${files.length} files in ${folder}`)
	if (files.length === 0) return undefined
	return findInFiles(
		lock,
		files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as OsvFile),
	)
}

const record = parseRecord(readFileSync('docs/supply.yaml', 'utf8'))
const found = judgeSupply(record, {
	outdated: askOutdated(),
	advisories: askAdvisories(values.advisories),
	licences: new Map(listProduction(lock).map((place) => [toName(place), lock[place]?.license])),
	today: new Date().toISOString().slice(0, 10),
})
for (const line of found) console.log(line)
const { behind, advisories } = record
console.log(
	`accepted: ${behind.length} behind, ${advisories.length} known holes, looked at on ${record.checked}; to look at: ${found.length}`,
)
if (found.length > 0) process.exitCode = 1
