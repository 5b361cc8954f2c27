/** Pages of the desk let no text become markup or code: tried in the page itself, as words that slipped through would. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import { asVisitor } from '../../support/browser.ts'
import type { Seed } from '../../support/desk-seed.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-trusted-'))
let product: AskedProduct
let seed: Seed

beforeAll(async () => {
	product = await startAskedProduct(dataDir)
	seed = await product.seed()
})
afterAll(async () => {
	await product.stop()
	rmSync(dataDir, { recursive: true, force: true })
})

type Trusting = { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }

test.each(['/desk/queue', '/desk/keys', '/desk/sign-in'])(
	'%s refuses every way from a text to code',
	async (path) => {
		await asVisitor(
			async (page) => {
				const [name = '', value = ''] = seed.people.analyst.fresh.split('=')
				if (path !== '/desk/sign-in') await page.context().addCookies([{ name, value, url: product.origin }])
				await page.goto(path, { waitUntil: 'networkidle' })
				expect(new URL(page.url()).pathname).toBe(path)
				const ran = await page.evaluate(() => {
					const ways: Record<string, () => unknown> = {
						markup: () => (document.createElement('p').innerHTML = '<b>a</b>'),
						beside: () => document.body.insertAdjacentHTML('beforeend', '<b>a</b>'),
						document: () => new DOMParser().parseFromString('<b>a</b>', 'text/html'),
						frame: () => (document.createElement('iframe').srcdoc = '<b>a</b>'),
						script: () => (document.createElement('script').src = '/a.js'),
						words: () => (document.createElement('script').text = 'a()'),
						thread: () => new Worker('/a.js'),
						policy: () => (window as unknown as Trusting).trustedTypes.createPolicy('a', {}),
					}
					return Object.keys(ways).filter((way) => {
						try {
							ways[way]?.()
							return true
						} catch {
							return false
						}
					})
				})
				expect(ran).toEqual([])
			},
			{ baseURL: product.origin },
		)
	},
)
