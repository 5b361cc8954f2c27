import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

export default defineConfig({
	plugins: [
		sveltekit({
			adapter: adapter({ precompress: false }),
			inlineStyleThreshold: 100_000,
			csp: {
				mode: 'auto',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
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
			version: { pollInterval: 0 },
		}),
	],
	worker: { format: 'es' },
})
