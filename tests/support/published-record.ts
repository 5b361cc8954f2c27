/** A public record as the product publishes it, for whoever verifies from outside. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { formatInclusion, type AskRecord, type PublicRecord } from '#platform'
import { AppError } from '#base'

type Published = { record: PublicRecord }

const proveEntry = async ({ record }: Published, id: string): Promise<string> => {
	const proof = await record.findInclusion({ id })
	if (proof === 'unknown') throw new AppError('record.answer', 404, 'no such entry')
	if (proof === 'waiting') throw new AppError('record.answer', 503, 'it waits for its place')
	return formatInclusion(proof)
}

/** Answers as the product's own addresses do. */
export const publish =
	(own: Published, erasures: readonly object[] = [], epochs: readonly object[] = []): AskRecord =>
	async (path) => {
		const { record } = own
		if (path === 'erasures') return JSON.stringify(erasures)
		if (path === 'epochs') return JSON.stringify(epochs)
		const url = new URL(path, 'http://record.example')
		if (url.pathname === '/proof') return proveEntry(own, url.searchParams.get('entry') ?? '')
		const [from, to, count] = ['from', 'to', 'count'].map((name) => Number(url.searchParams.get(name)))
		const hashes =
			url.pathname === '/leaves'
				? await record.listLeaves(from ?? 0, count ?? 0)
				: ((await record.findConsistency(from ?? 0, to ?? 0)) ?? [])
		if (url.pathname === '/checkpoint') return (await record.findCheckpoint())?.note ?? ''
		return hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('')
	}

/** Serves these answers until the test ends. */
export const servePublished = async (ask: AskRecord): Promise<{ origin: string }> => {
	const server = createServer((request, response) => {
		const path = (request.url ?? '').replace(/^\/record\//u, '')
		if (path === request.url) return void response.writeHead(404).end()
		ask(path).then(
			(text) => response.end(text),
			(error: unknown) => response.writeHead(error instanceof AppError ? error.status : 500).end(),
		)
	}).listen(0, '127.0.0.1')
	await once(server, 'listening')
	onTestFinished(() => {
		server.closeAllConnections()
		server.close()
	})
	return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
