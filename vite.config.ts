import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import { forPhones } from './scripts/vite/for-phones.ts'
import { serveIntake } from './scripts/vite/serve-intake.ts'
import { withDeskClient } from './scripts/vite/desk-client.ts'
import { findVersion, saltNames } from './scripts/vite/version.ts'

/** The one script that stands in pages themselves; nothing else without a file is run. */
const earlyLeave = createHash('sha256').update(readFileSync('src/islands/early-leave.js')).digest('base64')

export default defineConfig({
	plugins: [
		serveIntake(),
		saltNames(),
		sveltekit({
			// A build made for tests runs beside checks that read the types of routes, and leaves those alone.
			outDir: process.env['BUILD_FOR'] === 'tests' ? 'node_modules/.cache/kit' : '.svelte-kit',
			adapter: withDeskClient(adapter({ precompress: false })),
			inlineStyleThreshold: 100_000,
			csp: {
				// No number used once: a page may be given to many.
				mode: 'hash',
				directives: {
					'default-src': ['none'],
					'script-src': ['self', `sha256-${earlyLeave}`],
					'style-src': ['self'],
					// Kit's route announcer, on pages of the desk, has one style attribute.
					'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
					'img-src': ['self', 'data:'],
					'font-src': ['self'],
					'media-src': ['self'],
					'connect-src': ['self'],
					'manifest-src': ['self'],
					'worker-src': ['self'],
					'form-action': ['self'],
					'base-uri': ['none'],
				},
			},
			prerender: { concurrency: 2, handleHttpError: 'fail', handleMissingId: 'fail' },
			serviceWorker: { register: false },
			version: { name: findVersion(), pollInterval: 0 },
		}),
	],
	// One copy of each for the phone; post-quantum code that age brings carries its own, and stays at the desk.
	resolve: { dedupe: ['@noble/curves', '@noble/hashes', '@noble/ciphers'] },
	// A small font in a page would come with every page, and is refused by its policy.
	build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) },
	worker: {
		format: 'es',
		plugins: () => [forPhones(), saltNames()],
		// All that seals a report comes in one answer: three would each bring their headers.
		rolldownOptions: {
			output: { codeSplitting: { groups: [{ name: 'report-seal', test: /\/islands\/report-seal\.ts$/u }] } },
		},
	},
})
