import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeNoteKey } from '#tools/seal/signed-note'
import { drawReceipt, openEpoch, packReport, sealReport } from '#domains/reports/sealing'
import { startAskedProduct, type AskedProduct } from '../support/asked-product.ts'
import { canReadMemory, findInMemory } from '../support/process-memory.ts'
import { answers, cheapArgon2id } from '../support/reports.ts'
import { findInFiles } from '../support/word-search.ts'

/** Words that stand nowhere else in the world. */
const draw = (name: string): string => `canary${name}${randomBytes(6).toString('hex')}`
const sealed = { words: draw('Words'), nickname: draw('Nickname'), contact: draw('Contact') }
const clear = { words: draw('Words'), nickname: draw('Nickname'), contact: draw('Contact') }
const letter = draw('Letter')
const agent = draw('Agent')
const address = '203.0.113.201'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-canary-search-'))
let product: AskedProduct
let code = ''

const tellTales = { 'user-agent': agent, 'x-forwarded-for': address, forwarded: `for=${address}` }

/** As the form of the page sends it where no script runs. */
const postForm = async (path: string, fields: Record<string, string>): Promise<string> => {
	const answer = await fetch(product.origin + path, {
		method: 'POST',
		headers: { ...tellTales, origin: product.origin },
		body: new URLSearchParams(fields),
	})
	expect(answer.status).toBe(200)
	return answer.text()
}

const sendSealed = async (): Promise<void> => {
	const page = await (await fetch(`${product.origin}/fr/report`, { headers: tellTales })).text()
	const { record } = (await (await fetch(`${product.origin}/intake/epoch`)).json()) as { record: string }
	const [, name = '', key = ''] = /([^"\s]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/=]+)/u.exec(page) ?? []
	const root = makeNoteKey(name, 'ed25519', Uint8Array.from(Buffer.from(key, 'base64').subarray(1)))
	const epoch = await openEpoch(record, root)
	if (!epoch.ok) throw new Error('the epoch is not signed')
	const receipt = await drawReceipt(cheapArgon2id)
	const told = { ...answers, words: sealed.words, contact: sealed.contact }
	const where = [{ kind: 'app' as const, app: 'Insta', nickname: sealed.nickname }]
	const report = await sealReport({
		answers: { ...told, where },
		locale: 'ar',
		epoch: epoch.value,
		receipt,
		now: new Date(),
	})
	if (!report.ok) throw new Error('not sealed')
	const asked = await fetch(`${product.origin}/intake/challenge`, { headers: tellTales })
	const { token } = (await asked.json()) as { token: string }
	const header = { token, epoch: epoch.value.id, lane: 'danger' as const }
	const answer = await fetch(`${product.origin}/intake/reports`, {
		method: 'POST',
		headers: { ...tellTales, 'content-type': 'application/octet-stream' },
		body: packReport(header, report.value.keys, report.value.sealed),
	})
	expect(answer.status).toBe(201)
}

const sendClear = async (): Promise<void> => {
	const page = await (await fetch(`${product.origin}/fr/report`, { headers: tellTales })).text()
	const token = /name="token" value="([\w-]+)"/u.exec(page)?.[1] ?? ''
	const shown = await postForm('/fr/report', {
		token,
		danger: 'now',
		who: 'teen',
		what: 'bullying',
		app: 'Insta',
		wants: 'stop',
		...clear,
	})
	code = /(?:\d{4} ){5}\d{4}(?: \d\d)?/u.exec(shown.replaceAll('\u00a0', ' '))?.[0] ?? ''
	expect(code).not.toBe('')
	expect(await postForm('/fr/mailbox?/write', { code, text: letter })).toContain('mailbox')
}

beforeAll(async () => {
	product = await startAskedProduct(dataDir)
	await sendSealed()
	await sendClear()
})
afterAll(async () => {
	await product.stop('SIGKILL')
	rmSync(dataDir, { recursive: true, force: true })
})

const everything = [...Object.values(sealed), ...Object.values(clear), letter, agent, address]

const none = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, 0]))

test.skipIf(!canReadMemory())(
	'what a browser sealed was never in the memory of the server; what came in clear is gone some seconds later',
	async () => {
		expect(findInMemory(product.pid, Object.values(sealed))).toEqual(none(Object.values(sealed)))
		// Headers stay as long as the connection is open, and are let go of after that.
		const told = [...Object.values(clear), letter]
		await expect.poll(() => findInMemory(product.pid, told), { interval: 2_000 }).toEqual(none(told))
	},
)

test('no word, address or browser stands on the disk or in the log, while it runs and after its end', async () => {
	expect(everything.filter((word) => product.said().includes(word))).toEqual([])
	expect(findInFiles(dataDir, [...everything, code, code.replaceAll(' ', '')])).toEqual([])
	await product.stop()
	expect(findInFiles(dataDir, everything)).toEqual([])
	expect(everything.filter((word) => product.said().includes(word))).toEqual([])
})
