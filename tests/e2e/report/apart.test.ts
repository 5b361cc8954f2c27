/** Forms without script are answered by processes that end: many at once lose nothing, and one that dies says so. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatReceipt, makeReceipt } from '#tools/seal/receipt-code'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { readReceipt } from '../../support/report-form.ts'
import { listProcesses } from '../../support/process-memory.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-apart-'))
let product: AskedProduct

beforeAll(async () => {
	product = await startAskedProduct(dataDir)
})
afterAll(async () => {
	await product.stop('SIGKILL')
	rmSync(dataDir, { recursive: true, force: true })
})

const drawTokens = (count: number): Promise<string[]> =>
	Promise.all(
		Array.from({ length: count }, async () => {
			const page = await (await fetch(`${product.origin}/fr/report`)).text()
			return /name="token" value="([\w-]+)"/u.exec(page)?.[1] ?? ''
		}),
	)

const post = async (
	token: string,
	signal?: AbortSignal,
): Promise<{ status: number; page: string; code: string }> => {
	const answer = await fetch(`${product.origin}/fr/report`, {
		method: 'POST',
		...(signal ? { signal } : {}),
		headers: { origin: product.origin, accept: 'text/html' },
		body: new URLSearchParams({ token, danger: 'now', who: 'teen', what: 'bullying', words: 'mots' }),
	})
	const page = await answer.text()
	return { status: answer.status, page, code: readReceipt(page) }
}

const countStored = async (): Promise<number> => Number((await product.digest())['report']?.split(' ')[0])

const listHelpers = (): number[] => listProcesses(product.pid).slice(1)

test('many forms at once are all taken, each with a receipt of its own, by processes that are gone afterwards', async () => {
	const before = await countStored()
	const first = listHelpers()
	const told = await Promise.all((await drawTokens(8)).map((token) => post(token)))
	expect(told.map(({ status }) => status)).toEqual(told.map(() => 200))
	expect(new Set(told.map(({ code }) => code)).size).toBe(8)
	expect(await countStored()).toBe(before + 8)
	// One that was not ready yet while the other took all of them takes the next.
	const answerOneMore = async (): Promise<number[]> => {
		for (const token of await drawTokens(1)) await post(token)
		return listHelpers().filter((pid) => first.includes(pid))
	}
	await expect.poll(answerOneMore).toEqual([])
	await expect.poll(() => listHelpers().length).toBe(2)
})

test('a process that is killed while it seals costs nobody a report: the page says that it failed, and the same form is one report', async () => {
	const before = await countStored()
	let [tokens, told]: [string[], Awaited<ReturnType<typeof post>>[]] = [[], []]
	let rounds = 0
	while (!told.some(({ status }) => status === 503) && rounds < 10) {
		rounds += 1
		tokens = await drawTokens(4)
		const sent = tokens.map((token) => post(token))
		// When the first is answered others are being sealed, however slow the machine is.
		await Promise.race(sent)
		await new Promise((resolve) => setTimeout(resolve, Math.random() * 50))
		for (const pid of listHelpers()) process.kill(pid, 'SIGKILL')
		told = await Promise.all(sent)
	}
	for (const { status, page, code } of told)
		if (status === 200) expect(code).toMatch(/^(?:\d{4} ){5}\d{4}/u)
		else expect([status, page.includes('tel:19')]).toEqual([503, true])
	expect(told.some(({ status }) => status === 503)).toBe(true)

	const failed = tokens.filter((_, at) => told[at]?.status === 503)
	for (const token of failed) {
		const { status, page } = await post(token)
		// What was stored before its process died is not stored twice; what it says then shows no word again.
		expect([200, 422]).toContain(status)
		if (status === 422) expect(page).not.toContain('>mots</textarea>')
	}
	expect(await countStored()).toBe(before + 4 * rounds)
})

test('a form that waits is dropped once its sender has gone, and those before it are taken', async () => {
	const before = await countStored()
	await expect.poll(() => listHelpers().length).toBe(2)
	const [first = '', second = '', gone = ''] = await drawTokens(3)
	const helpers = listHelpers()
	for (const pid of helpers) process.kill(pid, 'SIGSTOP')
	const sent = [post(first), post(second)]
	// Nothing shows that a form has come: one that leaves before is dropped as well, only less is tested then.
	const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000))
	await pause()
	const leaving = new AbortController()
	const third = expect(post(gone, leaving.signal)).rejects.toThrow()
	await pause()
	leaving.abort()
	await third
	for (const pid of helpers) process.kill(pid, 'SIGCONT')
	expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200])
	expect((await post(first)).status, 'another form is answered after it').toBe(422)
	expect(await countStored()).toBe(before + 2)
})

test('a form that was taken comes back empty when a browser sends it again', async () => {
	const [token = ''] = await drawTokens(1)
	expect((await post(token)).status).toBe(200)
	const { status, page } = await post(token)
	expect(status).toBe(422)
	expect(page).toContain('data-report-form')
	expect(page).not.toContain('mots</textarea>')
})

const visit = async (
	fields: Record<string, string>,
): Promise<{ status: number; page: string; ticket: string }> => {
	const answer = await fetch(`${product.origin}/fr/mailbox?/write`, {
		method: 'POST',
		headers: { origin: product.origin, accept: 'text/html' },
		body: new URLSearchParams(fields),
	})
	const page = await answer.text()
	return { status: answer.status, page, ticket: /name="ticket" value="([\w-]{51})"/u.exec(page)?.[1] ?? '' }
}

/** As a person does: presses again while the page with numbers comes, because no process was free for a minute on a busy machine. */
const press = async (fields: Record<string, string>): ReturnType<typeof visit> => {
	for (;;) {
		const shown = await visit(fields)
		if (shown.status !== 503 || shown.ticket !== '') return shown
		expect(shown.page).toContain('tel:19')
	}
}

test('in a flood of mailboxes the page comes back with number, letter and place in the line, and with them the letter is written', async () => {
	const [token = ''] = await drawTokens(1)
	const { code } = await post(token)
	let isOver = false
	const seen = new Set<number>()
	const flood = Array.from({ length: 90 }, async () => {
		while (!isOver) seen.add((await visit({ code: formatReceipt(makeReceipt()), text: 'rien' })).status)
	})
	const [typed, text] = [`\r\n${code}`, 'une lettre']
	try {
		let shown = await press({ code: typed, text })
		expect([shown.status, shown.ticket.length]).toEqual([503, 51])
		expect(shown.page).toContain(`${code}</textarea>`)
		expect(shown.page).toContain(`${text}</textarea>`)
		// A browser leaves the empty line out when it sends the page again.
		while (shown.ticket !== '') shown = await press({ code, text, ticket: shown.ticket })
		expect(shown.status).toBe(200)
		expect(shown.page).toContain('data-write-form')
		expect(shown.page).not.toContain(`${text}</textarea>`)
	} finally {
		isOver = true
		await Promise.all(flood)
	}
	expect([...seen].sort()).toEqual([200, 503])
})
