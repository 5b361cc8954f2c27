/**
 * `npm run dev` takes reports too. What the web server answers before the application is asked (`src/server/http/intake.ts`) is answered here in the
 * same place, from the same modules and the same open database.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin, ViteDevServer } from 'vite'

type Take = (request: IncomingMessage, response: ServerResponse) => boolean

/** The application opens database and record at its first request; a report may be the first that comes after a restart. */
const wakeApplication = async ({ resolvedUrls }: ViteDevServer): Promise<void> => {
	const [origin] = [...(resolvedUrls?.local ?? []), ...(resolvedUrls?.network ?? [])]
	if (origin) await fetch(new URL('/health', origin))
}

const loadIntake = async (server: ViteDevServer): Promise<Take> => {
	const { startIntake } = (await server.ssrLoadModule(
		'/src/server/http/intake.ts',
	)) as typeof import('../../src/server/http/intake.ts')
	const { readConfig } = (await server.ssrLoadModule(
		'/src/lib/platform/server/index.ts',
	)) as typeof import('../../src/lib/platform/server/index.ts')
	return startIntake(readConfig())
}

export const serveIntake = (): Plugin => ({
	name: 'thiqa:serve-intake',
	apply: 'serve',
	configureServer(server) {
		let awake: Promise<void> | undefined
		server.middlewares.use((request, response, next) => {
			if (!request.url?.startsWith('/intake/')) return next()
			awake ??= wakeApplication(server)
			void awake
				.then(() => loadIntake(server))
				.then((take) => {
					if (!take(request, response)) next()
				}, next)
		})
	},
})
