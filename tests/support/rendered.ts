/** Components as a server renders them, without a build of the product: for tests that read the HTML of a part of a page. */
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { type Component } from 'svelte'
import { createServer, type Plugin } from 'vite'
import type { Locale } from '#base'

type Parts = typeof import('../../src/lib/ui/gallery/parts.ts')
type Words = typeof import('../../src/lib/ui/words/index.ts')

/** An example of a component as the server gives it, without script. */
export type RenderedExample = { path: string; name: string; locale: Locale; head: string; body: string }

/** Renders components by their path from the project's root. */
export type Rendering = {
	load: (path: string) => Promise<(props: Record<string, unknown>) => string>
	/** Every example of every component of `ui`, and the paths of components that have none. */
	renderExamples: () => Promise<{ examples: RenderedExample[]; without: string[] }>
	close: () => Promise<void>
}

/** What Kit says of the page around a component: some page. */
const somePage: Plugin = {
	name: 'some-page',
	resolveId: (id) => (id === '$app/state' ? `\0${id}` : undefined),
	load: (id) =>
		id === '\0$app/state'
			? "export const page = { url: new URL('https://thiqa.example/fr'), data: {} }"
			: undefined,
}

/** Starts what compiles components; it listens on no port. Close it after the tests. */
export const startRendering = async (): Promise<Rendering> => {
	const server = await createServer({
		configFile: false,
		logLevel: 'error',
		appType: 'custom',
		plugins: [svelte({ configFile: false, compilerOptions: { css: 'injected' } }), somePage],
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
		renderExamples: async () => {
			const { parts } = (await server.ssrLoadModule('/src/lib/ui/gallery/parts.ts')) as Parts
			const { createWords } = (await server.ssrLoadModule('/src/lib/ui/words/index.ts')) as Words
			const { default: Example } = (await server.ssrLoadModule('/src/lib/ui/gallery/ExampleOf.svelte')) as {
				default: Component<Record<string, unknown>>
			}
			const examples = parts.flatMap(({ path, examples: own, component, isItems }) =>
				own.map(({ name, locale, props }) => {
					const given = { component, isItems, props: props(createWords(locale)) }
					const { head, body } = render(Example, { props: given })
					return { path, name, locale, head, body }
				}),
			)
			return { examples, without: parts.filter((part) => part.examples.length === 0).map(({ path }) => path) }
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
