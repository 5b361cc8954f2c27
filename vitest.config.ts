import { defineConfig } from 'vitest/config'

/** Suites that open a real database: PGlite, and PostgreSQL when DATABASE_URL is set. */
const databaseTests = [
	'src/lib/platform/server/database/**/*.test.ts',
	'src/lib/platform/server/audit/**/*.test.ts',
	'src/lib/platform/server/clock/*-store.test.ts',
	'src/desk/*-store.test.ts',
	'src/lib/platform/server/health.test.ts',
	'src/lib/domains/*/server/**/*-store.test.ts',
]

const timeouts = { testTimeout: 60_000, hookTimeout: 120_000 }

/** A journey may walk over every page there is. */
const walks = { testTimeout: 300_000, hookTimeout: 120_000 }

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
					restoreMocks: true,
					include: ['{src,scripts,messages}/**/*.test.ts', 'tests/{guide,search,house}/**/*.test.ts'],
					exclude: databaseTests,
					...timeouts,
				},
			},
			{
				test: {
					name: 'database',
					// On a server one after the other: schemas that go trouble whoever looks at all of them.
					maxWorkers: process.env['DATABASE_URL'] ? 1 : 3,
					include: databaseTests,
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
					...walks,
				},
			},
		],
	},
})
