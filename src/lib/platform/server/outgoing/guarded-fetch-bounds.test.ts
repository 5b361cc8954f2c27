import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { say, serve } from '../../../../../tests/support/loopback.ts'
import { createGuardedFetch, type GuardedFetchSettings } from './guarded-fetch.ts'
import { GuardedFetchError, type FetchFault } from './guarded-fetch-error.ts'

const demonstration = (settings: Partial<GuardedFetchSettings> = {}) =>
	createGuardedFetch({ allow: () => true, resolve: async () => ['127.0.0.1'], loopback: true, ...settings })
const findFault = async (asking: Promise<Response>): Promise<FetchFault | undefined> => {
	try {
		await asking
		return undefined
	} catch (error) {
		if (!(error instanceof GuardedFetchError)) throw error
		expect(error.code).toBe('fetch.refused')
		return error.fault
	}
}

describe('bounds', () => {
	test('of bytes: announced, sent without saying so, and hidden in a packing', async () => {
		const announced = await serve(
			(_, response) => void response.writeHead(200, { 'content-length': '1001' }).flushHeaders(),
		)
		const silent = await serve((_, response) => response.write(Buffer.alloc(1001)))
		const packed = await serve((_, response) =>
			response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000))),
		)
		const exact = await serve(say('x'.repeat(1000)))
		const ask = demonstration({ mostBytes: 1000 })
		for (const { port } of [announced, silent, packed])
			expect(await findFault(ask(`http://registry.test:${port}/`))).toBe('bytes')
		expect(await (await ask(`http://registry.test:${exact.port}/`)).text()).toHaveLength(1000)
	})

	test('of packings: broken ones and others are refused', async () => {
		const broken = await serve((_, response) =>
			response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
		)
		const other = await serve((_, response) =>
			response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end('x'),
		)
		for (const { port } of [broken, other])
			expect(await findFault(demonstration()(`http://registry.test:${port}/`))).toBe('encoding')
	})

	test('of time: a body that stops half-way ends with whoever waits', async () => {
		const waiting = new AbortController()
		const { port } = await serve((_, response) => void response.write('half', () => waiting.abort()))
		const asking = demonstration()(`http://registry.test:${port}/`, { signal: waiting.signal })
		expect(await findFault(asking)).toBe('time')
	})

	test('of time: a server that never answers, and a name that is never found', async () => {
		const { port } = await serve(() => undefined)
		expect(await findFault(demonstration({ patience: 50 })(`http://registry.test:${port}/`))).toBe('time')
		const never = demonstration({ patience: 50, resolve: () => new Promise(() => undefined) })
		await expect(never('http://registry.test/')).rejects.toMatchObject({ fault: 'time', mayPass: true })
	})

	test('a connection that breaks may pass; what is said of it names no address', async () => {
		const { port } = await serve((request) => request.socket.destroy())
		const asking = demonstration()(`http://registry.test:${port}/secret`)
		await expect(asking).rejects.toMatchObject({ fault: 'network', mayPass: true })
		await expect(asking).rejects.not.toThrow(/secret|registry|127/u)
	})
})
