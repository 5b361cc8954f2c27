/** Without script a mailbox comes as a page from the server: whoever runs the network must not see from its length that an answer is there. */
import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatReceipt, makeReceipt } from '#tools/seal/receipt-code'
import { answerReports } from '../support/answer-reports.ts'
import { fileReports, type Filed } from '../support/filed-reports.ts'
import { findFreePort } from '../support/free-port.ts'
import { startProduct, type Product } from '../support/product.ts'
import { makeFilledFolder } from '../support/ready-made.ts'

const report: Filed = {
	answers: {
		danger: 'no',
		who: 'teen',
		what: ['bullying'],
		police: false,
		wants: ['stop'],
		where: [],
		words: 'mots',
	},
	lane: 'normal',
}
/** As long as a letter can be, in letters that do not compress to less than three quarters. */
const longLetter = (): string => randomBytes(2100).toString('base64')

let product: Product
let origin: string
let receipts: Record<'answered' | 'unanswered' | 'unknown', string>

beforeAll(async () => {
	const dataDir = await makeFilledFolder()
	const [answered = ''] = await fileReports(dataDir, [report])
	await answerReports(dataDir, longLetter(), longLetter(), longLetter())
	const [unanswered = ''] = await fileReports(dataDir, [report])
	receipts = {
		answered: formatReceipt(answered),
		unanswered: formatReceipt(unanswered),
		unknown: formatReceipt(makeReceipt()),
	}
	const port = await findFreePort()
	origin = `http://127.0.0.1:${port}`
	product = startProduct({ PORT: String(port), DATA_DIR: dataDir })
	await product.ready()
})
afterAll(() => product.stop())

const open = (code: string, accepted: string): Promise<{ bytes: Buffer; headers: Record<string, unknown> }> =>
	new Promise((resolve, reject) => {
		const headers = {
			origin,
			accept: 'text/html',
			'accept-encoding': accepted,
			'content-type': 'application/x-www-form-urlencoded',
		}
		request(`${origin}/fr/mailbox`, { method: 'POST', headers }, (response) => {
			const pieces: Buffer[] = []
			response.on('data', (piece: Buffer) => pieces.push(piece))
			response.on('end', () => resolve({ bytes: Buffer.concat(pieces), headers: response.headers }))
		})
			.on('error', reject)
			.end(new URLSearchParams({ code }).toString())
	})

test.each([
	['br', brotliDecompressSync],
	['gzip', gunzipSync],
	['identity', (bytes: Buffer) => bytes],
] as const)(
	'in %s a box with three long answers, one with none and none at all are of one length',
	async (accepted, unpack) => {
		const names = ['answered', 'unanswered', 'unknown'] as const
		const opened = await Promise.all(names.map((name) => open(receipts[name], accepted)))
		const shown = opened.map(({ bytes }) => unpack(bytes).toString())
		expect(shown.map((page) => /data-verified|signée/u.test(page)).slice(1)).toEqual([false, false])
		expect(new Set(shown).size).toBe(3)
		expect(new Set(opened.map(({ bytes }) => bytes.length)).size).toBe(1)
		expect(new Set(opened.map(({ headers }) => headers['content-length'])).size).toBe(1)
	},
)
