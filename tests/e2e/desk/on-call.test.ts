/** Danger comes while an analyst has the queue open and another is at home: both must notice, and nobody has to reload a page. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { asVisitor } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import { goToFirstCase, goToQueue, makeKey, openReport } from '../../support/desk-work.ts'

/** What rings for whoever is on call. Answer: its address, and all it was ever sent. */
const startRinging = async () => {
	const heard: string[] = []
	const server = createServer((request, response) => {
		let all = `${request.method} ${request.url} ${JSON.stringify(request.headers)}\n`
		request.on('data', (part: Buffer) => (all += part.toString()))
		request.on('end', () => {
			heard.push(all)
			response.writeHead(204).end()
		})
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	onTestFinished(() => {
		server.closeAllConnections()
		server.close()
	})
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/on-call`, heard }
}

/** Reports danger as a browser without script does; a form that comes back at once is taken for no person, and is sent again. */
const reportDanger = async (origin: string): Promise<void> => {
	const form = await (await fetch(`${origin}/fr/report`)).text()
	const token = /name="token" value="([^"]+)"/u.exec(form)?.[1] ?? ''
	for (;;) {
		await wait(1_500)
		const body = new URLSearchParams({ token, danger: 'now', what: 'bullying', words: 'CANARY-93d1' })
		const answer = await fetch(`${origin}/fr/report`, { method: 'POST', headers: { origin }, body })
		if (answer.status === 200) return
	}
}

test('danger stands in the queue, in the title and with whoever is on call, until somebody has read it', async () => {
	const pager = await startRinging()
	const { origin, invitation } = await startDesk('Amal', 'supervisor', undefined, { PAGER_URL: pager.url })
	await asVisitor(
		async (page) => {
			await addAuthenticator(page)
			await enrolByPasskey(page, invitation)
			await makeKey(page)
			await goToQueue(page)
			const sound = page.getByRole('button', { name: 'Un son quand un danger arrive' })
			await sound.click()
			expect(await sound.getAttribute('aria-pressed')).toBe('true')
			expect(await page.locator('tbody tr').count()).toBe(0)
			expect(await page.title()).toMatch(/^Les cas/u)

			await reportDanger(origin)
			await page.getByRole('link', { name: 'Danger que personne n’a encore lu : 1' }).waitFor()
			expect(await page.title()).toMatch(/^\(1\) Les cas/u)
			await page.locator('tbody tr').waitFor()
			await page.getByRole('link', { name: 'Les clés', exact: true }).click()
			await page.waitForFunction(() => document.title.startsWith('(1) Ma clé'))

			await expect.poll(() => pager.heard.length, { interval: 500 }).toBeGreaterThan(0)
			const [call = ''] = pager.heard
			expect(call).toMatch(/^POST \/on-call \{.*"content-length":"0".*\}\n$/u)
			expect(call, 'nothing of the case or of who wrote').not.toMatch(
				/CANARY|[0-9a-f]{8}-[0-9a-f]{4}-|cookie/u,
			)

			await goToFirstCase(page)
			await openReport(page)
			await page.waitForFunction(() => !document.title.startsWith('('), undefined)
		},
		{ baseURL: origin, viewport: { width: 1280, height: 800 } },
	)
})
