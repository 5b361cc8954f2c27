import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { patience } from './tests/support/patience.ts'

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

/** Nets for what hangs; nothing is measured by them. */
const timeouts = {
	testTimeout: patience,
	hookTimeout: patience,
	teardownTimeout: patience,
	expect: { poll: { timeout: patience } },
}

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					maxWorkers: 2,
					// All files of a worker share what they import: a third less time. A test that replaces a module stands in another suite.
					isolate: false,
					unstubGlobals: true,
					unstubEnvs: true,
					restoreMocks: true,
					include: ['{src,scripts,messages}/**/*.test.ts', 'tests/{guide,search,house}/**/*.test.ts'],
					exclude: [...databaseTests, ...processTests],
					...timeouts,
				},
			},
			{
				test: {
					name: 'processes',
					maxWorkers: 2,
					include: processTests,
					...timeouts,
				},
			},
			{
				test: {
					name: 'database',
					// Each worker holds an engine, and V8 would take half a gigabyte to optimize it: as much work, half the memory.
					execArgv: ['--liftoff-only'],
					// On a server one after the other: schemas that go trouble whoever looks at all of them.
					maxWorkers: process.env['DATABASE_URL'] ? 1 : 3,
					// All files of a worker share one engine, which takes two seconds to start.
					isolate: false,
					unstubGlobals: true,
					unstubEnvs: true,
					restoreMocks: true,
					include: onServer,
					exclude: ownModules,
					...timeouts,
				},
			},
			{
				test: {
					name: 'targets',
					include: ['tests/{canary,targets}/**/*.test.ts'],
					maxWorkers: 2,
					...timeouts,
				},
			},
			{
				test: {
					name: 'journeys',
					include: ['tests/e2e/**/*.test.ts', 'tests/privacy/**/*.test.ts'],
					globalSetup: ['tests/support/serve-build.ts'],
					// A browser, a product and a test wait for each other: a third pair uses what two leave idle.
					maxWorkers: 3,
					// All files of a worker share a browser and what they import.
					isolate: false,
					unstubGlobals: true,
					unstubEnvs: true,
					restoreMocks: true,
					...timeouts,
				},
			},
		],
	},
})
