import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { chooseFiles, findQuarantined, readUnsteady, type TestRun } from './tests/gate.ts'
import { hookLimit, longTest, pagePatience, testLimits } from './tests/support/patience.ts'

/** Suites that open a real database: PGlite, and PostgreSQL when DATABASE_URL is set. */
const databaseTests = [
	'src/lib/platform/server/database/**/*.test.ts',
	'src/lib/platform/server/audit/**/*.test.ts',
	'src/lib/platform/server/clock/*-store.test.ts',
	'src/server/**/*-store.test.ts',
	'src/lib/platform/server/health.test.ts',
	'src/lib/domains/**/server/**/*-store.test.ts',
]

/**
 * With a server, what asks for one: the rest has run on PGlite, and both together took one process near the end of its memory.
 */
const onServer = process.env['DATABASE_URL']
	? globSync(databaseTests).filter((file) => /\bengines\b|postgres/u.test(readFileSync(file, 'utf8')))
	: databaseTests

/** Replaces a module, so it shares none with other files. */
const ownModules = ['src/lib/domains/people/server/keys/late-wrap-store.test.ts']

/** Tests that start programs, or do by the thousand what is dear by design: beside them the others are done in half a minute. */
const processTests = [
	'scripts/*.test.ts',
	'src/lib/domains/people/server/secrets.test.ts',
	'src/lib/tools/files/pdf/pdf.test.ts',
	'src/lib/tools/seal/sealed/age-program.test.ts',
	'src/lib/tools/notices/case-uco/shapes.test.ts',
	'src/lib/domains/leaving/custody-shapes.test.ts',
	'tests/house/{backup,family-plan-pdf}.test.ts',
	...ownModules,
]

/** `npm test` and `npm run test:all` choose one; by hand all files are there. */
const run = process.env.TEST_RUN as TestRun | undefined

/** The day it is, also where the clock of tests is set. */
const today = new Date(Date.now() - Number(process.env['TEST_CLOCK_OFFSET'] ?? 0)).toISOString().slice(0, 10)
const quarantined = run === undefined ? [] : findQuarantined(readUnsteady(), today)

const choose = (project: string, all: { include: string[]; exclude: string[] }) => {
	const { include, exclude } = chooseFiles(project, all, run)
	return { include, exclude: [...exclude, ...quarantined] }
}

/** Limits for what hangs; nothing is measured by them. In the long lane whole walks stand beside everything else. */
const limit = (kind: keyof typeof testLimits) => ({
	testTimeout: run === 'gate' ? testLimits[kind] : Math.max(longTest / 2, testLimits[kind]),
	hookTimeout: hookLimit,
	teardownTimeout: hookLimit,
	expect: { poll: { timeout: pagePatience } },
})

/** Examples of properties are drawn from one seed in the gate. */
const setupFiles = ['tests/support/seeded.ts']

/** All files of a worker share what they import: a third less time. What a test stubs is taken back after it. */
const shared = { isolate: false, unstubGlobals: true, unstubEnvs: true, restoreMocks: true }

/** In the gate a suite stands beside builds, types and a browser: on two processors more workers wait for each other. */
const workers = run === 'gate' ? 1 : 2

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					setupFiles,
					maxWorkers: workers,
					...shared,
					...choose('unit', {
						include: [
							'{src,scripts,messages}/**/*.test.ts',
							'tests/{content,guide,search,house}/**/*.test.ts',
						],
						exclude: [...databaseTests, ...processTests],
					}),
					...limit('unit'),
				},
			},
			{
				test: {
					name: 'processes',
					maxWorkers: 2,
					...choose('processes', { include: processTests, exclude: [] }),
					...limit('process'),
				},
			},
			{
				test: {
					name: 'database',
					setupFiles,
					// Each worker holds an engine, and V8 would take half a gigabyte to optimize it: as much work, half the memory.
					execArgv: ['--liftoff-only'],
					// On a server one after the other: schemas that go trouble whoever looks at all of them.
					maxWorkers: process.env['DATABASE_URL'] ? 1 : 2,
					// One engine a worker, which takes two seconds to start.
					...shared,
					...choose('database', { include: onServer, exclude: ownModules }),
					...limit('process'),
				},
			},
			{
				test: {
					name: 'targets',
					maxWorkers: 2,
					...choose('targets', { include: ['tests/{canary,targets}/**/*.test.ts'], exclude: [] }),
					...limit('journey'),
				},
			},
			{
				test: {
					name: 'journeys',
					setupFiles,
					globalSetup: ['tests/support/serve-build.ts'],
					// A browser, a product and a test wait for each other, and are three processes.
					maxWorkers: 2,
					// All files of a worker share a browser.
					...shared,
					...choose('journeys', {
						include: ['tests/e2e/**/*.test.ts', 'tests/privacy/**/*.test.ts'],
						exclude: [],
					}),
					...limit('journey'),
				},
			},
		],
	},
})
