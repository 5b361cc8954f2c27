import { readFileSync, writeFileSync } from 'node:fs'
import type { Adapter } from '@sveltejs/kit'

const file = 'build/client/desk-client.html'

/**
 * The adapter, and among the client files the page into which the desk's own client draws (`scripts/desk-client.ts`): no words and no data, the way to the
 * code alone. It says of itself what it is, for what only that client does, and has a place for the root that the person gives it.
 */
export const withDeskClient = (inner: Adapter): Adapter => ({
	...inner,
	adapt: async (builder) => {
		await inner.adapt(builder)
		await builder.generateFallback(file)
		const html = readFileSync(file, 'utf8')
		const named = html.replace(/<html [^>]*>/u, '<html lang="fr" dir="ltr" data-desk-client data-root="">')
		if (named === html) throw new Error('making the page of the desk client: it has no <html>')
		writeFileSync(file, named)
	},
})
