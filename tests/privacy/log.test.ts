import { readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { ask, getRaw, sendRaw } from '../support/raw-request.ts'

const secret = 'zzsecretword'
const agent = 'AgentOfATelltalePhone/7.7'

/** Everything that a visitor may tell about themselves, in every place where a server can hear it. */
const tellAll = async (): Promise<void> => {
	const headers = {
		'user-agent': agent,
		'x-forwarded-for': '203.0.113.77',
		forwarded: 'for=198.51.100.23',
		cookie: `id=${secret}`,
		referer: `https://example.org/${secret}`,
		'accept-language': `fr,x-${secret}`,
	}
	const paths = [
		'/',
		'/fr',
		'/fr/help/threatened',
		'/fr/help/dark-thoughts/teen/now',
		'/fr/help/threatened/teen/today/no-name',
		`/fr/search?q=${secret}`,
		`/fr/search.json?q=${secret}`,
		`/fr/${secret}`,
		`/${secret}`,
		`/fr/help/${secret}`,
		`/fr/children/derb?t=${secret}`,
		`/fr/children/derb/${secret}?t=1002000030`,
		`/fr/children/${secret}`,
		`/fr/help/threatened/${secret}`,
		'/health',
	]
	for (const path of paths) await fetch(inject('origin') + path, { headers, redirect: 'manual' })
	await getRaw(`/fr/%E0%A4%A?${secret}`)
	await ask('PUT', `/fr/${secret}`)
	await sendRaw(`${secret} ${secret}\r\n\r\n`)
	await fetch(`${inject('origin')}/fr/search`, { method: 'POST', body: `q=${secret}`, headers })
	await waitForLine()
}

const readLog = (): string => readFileSync(inject('logFile'), 'utf8')

/** Asks for something that is logged under its own route, and waits for that line: lines of earlier requests stand before it. */
const waitForLine = async (): Promise<void> => {
	const count = (): number => readLog().split('"route":"/record/leaves","status":400').length
	const before = count()
	await fetch(`${inject('origin')}/record/leaves`)
	await expect.poll(count).toBeGreaterThan(before)
}

test('the log says nothing of what was searched, who came, from where, or what happened to them', async () => {
	await tellAll()
	const log = readLog()
	expect(log.length).toBeGreaterThan(0)
	for (const word of [
		secret,
		agent,
		'threatened',
		'dark-thoughts',
		'no-name',
		'1002000030',
		'accept-language',
		'Mozilla',
		'Chrome',
	])
		expect(log, word).not.toContain(word)
})

test('the log holds no IP address besides the one the product listens on', async () => {
	await tellAll()
	const told = readLog().replaceAll(inject('origin'), '')
	expect(told.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/gu) ?? []).toEqual([])
	expect(told).not.toMatch(/::1|::ffff:/u)
})

test('requests are logged by the pattern of their route, so that an operator can work', async () => {
	await tellAll()
	expect(readLog()).toContain('/help/[situation]')
})
