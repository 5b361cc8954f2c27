/** A technique is called by its name in the field (docs/glossary.md, part 3), and a name that was given up does not come back. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const own = 'tests/house/words.test.ts'
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
	.split('\n')
	.filter((file) => /^(?:src|scripts|bench|tests)\/.*\.(?:ts|js|svelte)$/u.test(file))
	.filter((file) => file !== own && existsSync(file))

/** A name that was given up, the word of the field in its place, and a line that has the old one. */
const words: readonly (readonly [before: RegExp, now: string, example: string])[] = [
	[/\b[pP]urses?\b|[a-z]Purses?\b/u, 'token bucket', 'createPurses(limits)'],
	[/\bLane\b|\blanes? of danger\b|\bdanger lane\b/u, 'priority', 'lane: Lane'],
	[/\bKnock(?:er)?\b|\b(?:const|let|type) knock\b/u, 'request, or challenge', 'type Knock = {'],
	[/\b(?:takeIn|whenTakenIn|startTakingIn)\b/u, 'ingest', 'await takeIn()'],
	[/\btell(?:Error|Arrival)\b|\bToldError\b/u, 'describe an error, announce', 'return tellError(error)'],
	[/[mM]ailroom/u, 'port', "from './mailroom.ts'"],
	[/\btoPieces\b/u, 'shingle', 'toPieces(text)'],
	[/\bgetLikeness\b|\btype Likeness\b/u, 'Jaccard similarity', 'getLikeness(one, other)'],
	[/\blast stir\b|\bstirr?(?:s|ed)\b/u, 'finaliser, permutation', 'FNV-1a with a last stir'],
	[/[wW]ord-?[pP]rint/u, 'MinHash signature', 'toWordPrint(text)'],
	[/[iI]ndex-?[tT]okens?\b/u, 'blind index', 'toIndexTokens(report, key)'],
	[/process\/settle\b/u, 'release startup memory', "from '#server/process/settle'"],
	[/[cC]old[qQ]ueue|\bcold[- ]queue\b|ColdFile\b/u, 'spool', 'openColdQueue(folder)'],
	[/[gG]roup-?[wW]riter/u, 'group commit', "from './group-writer.ts'"],
	[/\bmark\?: Mark\b|\btype Mark = \(/u, 'fault point', 'mark?: Mark'],
	[/\bwashSoon\b/u, 'overwrite freed memory', 'washSoon(config)'],
	[/\b(?:worker|answer)-desk\b|\banswerDesk\b/u, 'worker client', "from './worker-desk.ts'"],
	[/\bdesk-door\b|\b(?:open)?DeskDoors?\b/u, 'hotline door', 'openDeskDoors(config)'],
	[/\btoQuarter\b/u, 'quarter of an hour', 'toQuarter(now)'],
	[
		/\b(?:import|export)\b.*\bRole\b/u,
		'ProcessRole, or StaffRole',
		"import type { Role } from '#domains/people'",
	],
	[/\b(?:max|noOf)Letters\b/u, 'characters', 'const maxLetters = 200'],
	[/\bhasRoom\b/u, 'space, or capacity', 'await hasRoom(db)'],
]

const find = (line: string): string[] => words.filter(([before]) => before.test(line)).map(([, now]) => now)

test('no word that was given up comes back', () => {
	const found = files.flatMap((file) =>
		[file, ...readFileSync(file, 'utf8').split('\n')].flatMap((line, at) =>
			find(line).map((now) => `${file}:${at}: say ${now}: ${line.trim()}`),
		),
	)
	expect(found).toEqual([])
})

test('every word that was given up is found in a line that has it', () => {
	for (const [, now, example] of words) expect(find(example), example).toContain(now)
})
