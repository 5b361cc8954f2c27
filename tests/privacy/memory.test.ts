/**
 * Words and receipts that came in clear are in the memory of no process of the product five seconds later, also in one that has worked for a
 * while. `THIQA_MEMORY_RUNS=10` repeats it, each time ten reports.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatReceipt, makeReceipt } from '#tools/seal/receipt-code'
import { startAskedProduct, type AskedProduct } from '../support/asked-product.ts'
import { readReceipt } from '../support/report-form.ts'
import { canReadMemory, eachPiece, listProcesses } from '../support/process-memory.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-memory-'))
let product: AskedProduct

type Sent = { code: string }

/** Begins every word that is sent, and stands nowhere else in the world. */
const mark = `canary${randomBytes(8).toString('hex')}`

/** Sends a form, and again with its place in the line when its turn has not come, as a person does on a busy machine. */
const post = async (path: string, fields: Record<string, string>): Promise<string> => {
	const answer = await fetch(product.origin + path, {
		method: 'POST',
		headers: { origin: product.origin, accept: 'text/html' },
		body: new URLSearchParams(fields),
	})
	const page = await answer.text()
	if (answer.status === 503)
		return post(path, { ...fields, ticket: /name="ticket" value="([\w-]+)"/u.exec(page)?.[1] ?? '' })
	expect(answer.status).toBe(200)
	return page
}

/** As a browser without script files a report, opens its mailbox and writes there. */
const report = async (): Promise<Sent> => {
	const page = await (await fetch(`${product.origin}/fr/report`)).text()
	const token = /name="token" value="([\w-]+)"/u.exec(page)?.[1] ?? ''
	const [words, contact, letter] = ['Words', 'Contact', 'Letter'].map(
		(name) => `${mark}${name}${randomBytes(6).toString('hex')}`,
	) as [string, string, string]
	// Long enough for more than one read.
	const long = `${words} ${'كلمات '.repeat(600)}`
	const answers = { danger: 'now', who: 'teen', what: 'bullying', app: 'Insta', wants: 'stop' }
	const shown = await post('/fr/report', { token, ...answers, words: long, contact })
	const code = readReceipt(shown)
	expect(code).not.toBe('')
	expect(await post('/fr/mailbox?/open', { code })).toContain('mailbox')
	await post('/fr/mailbox?/write', { code, text: letter })
	return { code }
}

/** As many ask for a mailbox at once: some are opened, some come back with a place in the line and what they typed. */
const crowd = (count: number): Promise<Sent[]> =>
	Promise.all(
		Array.from({ length: count }, async () => {
			const code = formatReceipt(makeReceipt())
			const answer = await fetch(`${product.origin}/fr/mailbox?/write`, {
				method: 'POST',
				headers: { origin: product.origin, accept: 'text/html' },
				body: new URLSearchParams({ code, text: `${mark}Waiting` }),
			})
			await answer.arrayBuffer()
			expect([200, 503]).toContain(answer.status)
			return { code }
		}),
	)

/** Anything that may be a receipt, in bytes or in the two-byte strings of V8, whatever stands between its groups: `+`, a space, a tag. */
const receiptLike = [/(?:\d{4}\D{0,30}?){5}\d{4}/gu, /(?:(?:\d\0){4}(?:[^\d\0]\0){0,30}?){5}(?:\d\0){4}/gu]

const toDigits = (text: string): string => text.replaceAll('%20', '').replaceAll(/\D/gu, '').slice(0, 24)

/** Words and receipts among those that were sent, found in the memory of a process. */
const search = (pid: number, sent: readonly Sent[]): string[] => {
	const codes = new Map(sent.map(({ code }) => [toDigits(code), code]))
	const found: string[] = []
	eachPiece(pid, 512, (piece) => {
		for (const prefix of [Buffer.from(mark), Buffer.from(mark, 'utf16le')]) {
			const at = piece.indexOf(prefix)
			if (at !== -1) found.push(piece.toString('latin1', at, at + 80))
		}
		const text = piece.toString('latin1')
		for (const pattern of receiptLike)
			for (const [like] of text.matchAll(pattern)) found.push(codes.get(toDigits(like)) ?? '')
	})
	return found.filter(Boolean)
}

beforeAll(async () => {
	product = await startAskedProduct(dataDir)
})
afterAll(async () => {
	await product.stop('SIGKILL')
	rmSync(dataDir, { recursive: true, force: true })
})

/** Milliseconds after which nothing is left, as the threat model says. */
const promised = 5_000
const runs = Number(process.env['THIQA_MEMORY_RUNS'] ?? 1)

test.skipIf(!canReadMemory())(
	'ten reports after load, words and receipt: in no process of the product five seconds later',
	async () => {
		await Promise.all(Array.from({ length: 10 }, () => report()))
		for (let run = 0; run < runs; run++) {
			const sent = await crowd(60)
			for (let at = 0; at < 10; at++) sent.push(await report())
			await wait(promised)
			const searched = listProcesses(product.pid)
			expect(searched.length, 'processes that wait to seal are searched too').toBeGreaterThan(1)
			for (const pid of searched) expect(search(pid, sent), `run ${run}, process ${pid}`).toEqual([])
			// The same search finds both in the process of this test, which holds what it has sent.
			const here = search(process.pid, sent).join()
			expect([here.includes(mark), sent.some(({ code }) => here.includes(code))]).toEqual([true, true])
		}
	},
)
