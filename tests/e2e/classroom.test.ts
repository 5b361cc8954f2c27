import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFreePort } from '../support/free-port.ts'
import { asVisitor, phone } from '../support/browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'thiqa-classroom-'))
const key = 'k'.repeat(24)
let origin = ''
let said = ''
let stop: () => Promise<void> = async () => {}

const start = async (): Promise<void> => {
	const port = await findFreePort()
	origin = `http://127.0.0.1:${port}`
	const child = spawn(process.execPath, ['scripts/classroom.ts'], {
		env: {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			DATA_DIR: folder,
			ORIGIN: '',
			LOG_LEVEL: 'info',
			THIQA_CLASSROOM_KEY: key,
			NODE_ENV: 'production',
		},
	})
	const ended = once(child, 'close')
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text: Buffer) => (said += text.toString()))
	stop = async () => {
		child.kill('SIGTERM')
		await ended
	}
	while (!said.includes('Thiqa is ready')) {
		await Promise.race([once(child.stderr, 'data'), ended])
		if (child.exitCode !== null) throw new Error(`starting the classroom: it ended, saying ${said}`)
	}
}

beforeAll(start)
afterAll(async () => {
	await stop()
	rmSync(folder, { recursive: true, force: true })
})

/** What a phone does in a lesson: opens it, plays three steps, answers the first questions. */
const takePart = async (pupil: number): Promise<void> => {
	const get = async (path: string): Promise<string> => {
		const answer = await fetch(origin + path)
		expect(answer.status, path).toBe(200)
		return answer.text()
	}
	await get('/ar/skills')
	await get('/ar/skills/play/class-group')
	await get('/ar/skills/play/class-group/first')
	const form = await get('/ar/skills/quiz/bullying/a')
	const number = /name="n" value="([a-z0-9]{12})"/u.exec(form)?.[1] ?? ''
	const sheet = `/ar/skills/quiz/bullying/a/result?q1=${'abc'[pupil % 3]}&q2=a&s1=yes&n=${number}`
	await get(sheet)
	await get(sheet) // loaded again: it does not count twice
}

type Tallies = {
	topic: string
	form: string
	sheets: number
	items: Record<string, number>[]
	sure: unknown[]
}[]
const getTallies = async (): Promise<Tallies> =>
	(await fetch(`${origin}/fr/classroom/tallies.json?key=${key}`)).json() as Promise<Tallies>

test('forty phones take part at once, and each sheet is counted once', async () => {
	await Promise.all(Array.from({ length: 40 }, (_, pupil) => takePart(pupil)))
	const [tally] = await getTallies()
	expect(tally).toMatchObject({ topic: 'bullying', form: 'a', sheets: 40 })
	expect(tally?.items[0]).toEqual({ a: 14, b: 13, c: 13 })
	expect(tally?.items[1]).toEqual({ a: 40, b: 0, c: 0 })
	expect(tally?.sure[0]).toEqual({ no: 0, some: 0, yes: 40 })
})

test('the teacher sees counts, can export them, and nobody else can', async () => {
	await asVisitor(async (page) => {
		await page.goto(`${origin}/fr/classroom?key=${key}`)
		expect(await page.locator('main, body').first().innerText()).toContain('40 feuilles')
		expect(await page.locator('svg path').count()).toBeGreaterThan(0)
	})
	const csv = await (await fetch(`${origin}/fr/classroom/tallies.csv?key=${key}`)).text()
	expect(csv.split('\r\n')[1]).toMatch(/^bullying,a,40,item,1,/u)
	for (const path of ['/fr/classroom', '/fr/classroom/tallies.csv', '/fr/classroom/tallies.json'])
		for (const wrong of ['', '?key=', `?key=${'x'.repeat(24)}`, `?key=${key}x`])
			expect((await fetch(origin + path + wrong)).status, path + wrong).toBe(404)
})

test('a pupil sees the explanation of a sheet on a phone without JavaScript', async () => {
	await asVisitor(
		async (page) => {
			await page.goto(`${origin}/fr/skills/quiz/bullying/b`)
			await page.locator('input[name="q1"]').first().check()
			await page.getByRole('button', { name: 'Voir où j’en suis' }).click()
			await page.waitForURL('**/result?*')
			expect(await page.locator('main').innerText()).toContain('sur 5')
		},
		{ ...phone, javaScriptEnabled: false },
	)
	const [, tally] = await getTallies()
	expect(tally).toMatchObject({ form: 'b', sheets: 1 })
})

test('counts stay when the machine is switched off and on', async () => {
	await stop()
	said = ''
	await start()
	expect((await getTallies()).map(({ sheets }) => sheets)).toEqual([40, 1])
})

test('nothing that names a pupil or a phone is kept or logged', async () => {
	expect(JSON.stringify(await getTallies())).not.toMatch(/127\.0\.0\.1|name|address/u)
	expect(said).not.toMatch(/q1=|"address"|remote/iu)
})

test('a product that is no classroom has no such page', async () => {
	const { inject } = await import('vitest')
	expect((await fetch(`${inject('origin')}/fr/classroom?key=${key}`)).status).toBe(404)
})
