import { defineConfig } from 'vitest/config'

const timeouts = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
	test: {
		projects: [
			{
				test: {
					name: 'unit',
					include: ['{src,scripts,messages}/**/*.test.ts', 'tests/{guide,search,house}/**/*.test.ts'],
					...timeouts,
				},
			},
			{
				test: {
					name: 'database',
					include: ['src/lib/platform/**/*.test.ts', 'src/lib/domains/*/server/**/*.test.ts'],
					...timeouts,
				},
			},
			{
				test: {
					name: 'journeys',
					include: ['tests/e2e/**/*.test.ts', 'tests/privacy/**/*.test.ts'],
					globalSetup: ['tests/support/serve-build.ts'],
					fileParallelism: true,
					maxWorkers: 2,
					...timeouts,
				},
			},
		],
	},
})
