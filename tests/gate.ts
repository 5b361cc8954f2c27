/**
 * The two lanes of tests. The gate (`npm test`) proves every room and every grave risk in minutes; the long lane (`npm run test:all`) is
 * the rest: all languages, widths and templates, real daemons, killed processes, starts. A file is in one lane as a whole.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** `npm test`, or `npm run test:all`. */
export type TestRun = 'gate' | 'long'

/** Unit tests that hash passphrases by the dozen, score thousands of queries or draw files: a third of the time of all of them. */
const longUnit = [
	'src/lib/domains/law/search/search-law.test.ts',
	'src/lib/domains/guide/search/search-quality.test.ts',
	'src/lib/domains/people/keys/keys.test.ts',
	'src/lib/domains/people/keys/secrets/secrets.test.ts',
	'src/lib/domains/people/keys/secrets/daily-wrap.test.ts',
	'src/lib/domains/skills/skills-library.test.ts',
	'src/lib/domains/law/study/server/make-study.test.ts',
	'src/lib/platform/server/explain-failure.test.ts',
	'src/lib/domains/programme/campaigns/making/making.test.ts',
	'src/lib/domains/programme/counting/attacks.test.ts',
	'src/lib/domains/programme/widget/widget-doors.test.ts',
	'src/lib/tools/statistics/discrete-laplace/discrete-laplace.test.ts',
	'tests/house/lesson-paper.test.ts',
	'tests/house/time-zones.test.ts',
]

/** Tests that kill processes, load the machine, or need minutes for another reason. */
const longDatabase = [
	'src/lib/domains/exchange/channel/server/killed-store.test.ts',
	'src/lib/domains/exchange/referrals/outbox/server/killed-store.test.ts',
	'src/lib/domains/reports/server/attachments/killed-store.test.ts',
	'src/lib/domains/reports/server/gone-database-store.test.ts',
	'src/lib/domains/reports/server/killed-store.test.ts',
	'src/lib/domains/retention/server/killed-store.test.ts',
	'src/lib/platform/server/audit/killed.test.ts',
	'src/lib/platform/server/database/durability.test.ts',
	'src/lib/domains/reports/server/full-disk-store.test.ts',
	'src/lib/domains/reports/server/mailbox/mailbox-store.test.ts',
	'src/lib/domains/people/server/codes-store.test.ts',
	'src/server/public/indicators/taxii-store.test.ts',
	'src/lib/domains/cases/work/server/case-ids-store.test.ts',
	'src/lib/platform/server/audit/log-signer/apart.test.ts',
	'src/lib/platform/server/database/left-log.test.ts',
	'src/lib/platform/server/database/pglite.test.ts',
	'src/lib/platform/server/database/postgres.test.ts',
	'src/lib/platform/server/database/postgres-tls.test.ts',
	// Its peer, a shell, reads the clock of the machine.
	'src/lib/domains/exchange/channel/server/first-message-store.test.ts',
]

/** Journeys of the gate: one or more for each room and each grave risk. */
const gateJourneys = [
	...[
		'core-pages',
		'threatened-at-two',
		'first-answer',
		'answer-edges',
		'child-was-frightened',
		'mother-wants-controls',
		'teacher-prints',
		'leave-quickly',
		'numbers-to-call',
		'heard-search',
		'listen',
		'languages',
		'law',
		'quiz-and-certificate',
		'family-plan',
		'open-data',
		'bad-input',
		'desk-access',
		'desk-sign-in',
		'desk-keys',
		'offline',
		'attacks/every-get',
		'attacks/every-post',
		'desk/danger',
		'report/back',
		'report/cannot-seal',
		'report/child-reports',
		'report/first-minutes',
		'report/mailbox-guard',
	].map((name) => `tests/e2e/${name}.test.ts`),
	...['headers', 'log', 'report-leaves-nothing'].map((name) => `tests/privacy/${name}.test.ts`),
]

/** For each project of `vitest.config.ts`: the gate runs what is taken, or all but what is skipped. */
const gate: Record<string, { takes: readonly string[] } | { skips: readonly string[] }> = {
	unit: { skips: longUnit },
	database: { skips: longDatabase },
	processes: { takes: [] },
	targets: { takes: [] },
	journeys: { takes: gateJourneys },
}

type Files = { include: string[]; exclude: string[] }

/** Narrows the files of a project to those of a run; all of them without one. */
export const chooseFiles = (
	project: string,
	{ include, exclude }: Files,
	run: TestRun | undefined,
): Files => {
	const own = gate[project]
	if (run === undefined || own === undefined) return { include, exclude }
	const [listed, takesList] = 'takes' in own ? [own.takes, run === 'gate'] : [own.skips, run === 'long']
	return takesList ? { include: [...listed], exclude } : { include, exclude: [...exclude, ...listed] }
}

/** A file that no lane runs until the end of a day. */
export type Unsteady = { file: string; cause: string; since: string; until: string }

/** `tests/unsteady.yaml`, as it stands. */
export const readUnsteady = (): Unsteady[] =>
	parse(readFileSync(new URL('unsteady.yaml', import.meta.url), 'utf8')) as Unsteady[]

/** Files that are left out on a day, written as 2026-12-02. */
export const findQuarantined = (unsteady: readonly Unsteady[], day: string): string[] =>
	unsteady.filter(({ until }) => until >= day).map(({ file }) => file)

/** Every file that a lane names, for the test that they exist. */
export const named: readonly string[] = [...longUnit, ...longDatabase, ...gateJourneys]
