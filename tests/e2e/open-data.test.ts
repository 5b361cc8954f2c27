/** A page of another site in a visitor's browser: what it may read of ours, and what not. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, inject, onTestFinished, test } from 'vitest'
import { asVisitor } from '../support/browser.ts'

const startOtherSite = async (): Promise<string> => {
	const server = createServer((_, response) =>
		response
			.writeHead(200, { 'content-type': 'text/html' })
			.end('<!doctype html><title>Another site</title>'),
	).listen(0, '127.0.0.1')
	await once(server, 'listening')
	onTestFinished(() => void server.close())
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const open = [
	'/contacts.json',
	'/contacts.schema.json',
	'/figures.json',
	'/figures.csv',
	'/law/data/index.json',
	'/record/checkpoint',
	'/record/key',
	'/coop/v1/keys',
	'/programme/figures.csv',
] as const
const closed = [
	'/fr/search.json?q=photo',
	'/fr/report',
	'/intake/epoch',
	'/record/proof?entry=1',
	'/health',
	'/fr',
	'/desk/sign-in',
] as const

test('another site reads open data in the browser, and nothing else', async () => {
	const [other, ours] = [await startOtherSite(), inject('origin')]
	await asVisitor(async (page) => {
		await page.goto(other)
		const ask = (path: string): Promise<number | 'refused'> =>
			page.evaluate(
				(address) =>
					fetch(address).then(
						(answer) => answer.status,
						() => 'refused' as const,
					),
				ours + path,
			)
		for (const path of open) expect([path, await ask(path)]).toEqual([path, 200])
		for (const path of closed) expect([path, await ask(path)]).toEqual([path, 'refused'])
	})
})
