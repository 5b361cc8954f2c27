/** Components as a server renders them, without a build of the product: for tests that read the HTML of a part of a page. */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { type Component } from 'svelte'
import { createServer } from 'vite'

/** Renders components by their path from the project's root. */
export type Rendering = {
	load: (path: string) => Promise<(props: Record<string, unknown>) => string>
	close: () => Promise<void>
}

/** Starts what compiles components; it listens on no port. Close it after the tests. */
export const startRendering = async (): Promise<Rendering> => {
	const server = await createServer({
		configFile: false,
		logLevel: 'error',
		appType: 'custom',
		plugins: [svelte({ configFile: false })],
		server: { middlewareMode: true, hmr: false, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true },
	})
	const { render } = (await server.ssrLoadModule('svelte/server')) as typeof import('svelte/server')
	return {
		load: async (path) => {
			const { default: component } = (await server.ssrLoadModule(path)) as {
				default: Component<Record<string, unknown>>
			}
			return (props) => render(component, { props }).body
		},
		close: () => server.close(),
	}
}

/** The texts of HTML that a right-to-left line could turn round, one a line: without tags and what is marked left-to-right. */
export const getLooseTexts = (html: string): string =>
	html
		.replace(/<(bdi|span|time)\b[^>]*\bdir="ltr"[^>]*>.*?<\/\1>/gsu, '')
		.replace(/<!--.*?-->/gsu, '')
		.replace(/<[^>]+>/gu, '\n')
