import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { ring } from './ring.ts'

/** Patience of a machine that has a lot else to do. */
const quick = { patience: 600_000, pauses: [5, 5] }

/** A program on this machine that is rung. Answer: its address, and what has come. */
const listen = async (answer: (response: ServerResponse, count: number) => void) => {
	const heard: { request: IncomingMessage; body: string }[] = []
	const server = createServer((request, response) => {
		let body = ''
		request.on('data', (part: Buffer) => (body += part.toString()))
		request.on('end', () => answer(response, heard.push({ request, body })))
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	onTestFinished(() => {
		server.closeAllConnections()
		server.close()
	})
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/topic`, heard }
}

test('sends one empty request that says nothing', async () => {
	const { url, heard } = await listen((response) => response.writeHead(204).end())
	await ring(url, quick)
	expect(heard.map(({ request, body }) => [request.method, request.url, body])).toEqual([
		['POST', '/topic', ''],
	])
	expect(heard[0]?.request.headers).not.toHaveProperty('referer')
	expect(heard[0]?.request.headers).not.toHaveProperty('cookie')
})

test('rings again when it was not heard, and no more once it was', async () => {
	const { url, heard } = await listen((response, count) => response.writeHead(count < 3 ? 503 : 200).end())
	await ring(url, quick)
	expect(heard).toHaveLength(3)
})

test('gives up on one that takes the call and never answers', async () => {
	const { url, heard } = await listen(() => undefined)
	await expect(ring(url, { ...quick, patience: 1_000 })).rejects.toMatchObject({ code: 'pager.silent' })
	expect(heard.length).toBeGreaterThan(0)
	expect(heard.length).toBeLessThanOrEqual(3)
})

test('follows nobody elsewhere', async () => {
	const other = await listen((response) => response.writeHead(200).end())
	const { url } = await listen((response) => response.writeHead(307, { location: other.url }).end())
	await expect(ring(url, quick)).rejects.toMatchObject({ code: 'pager.silent' })
	expect(other.heard).toEqual([])
})

test('nobody there: the fault does not hold the address', async () => {
	const { url } = await listen((response) => response.destroy())
	const fault: unknown = await ring(url, quick).catch((error: unknown) => error)
	expect(String(fault)).toContain('pager')
	expect(String(fault)).not.toContain('127.0.0.1')
	expect(fault).not.toHaveProperty('cause')
})
