/** Without script a mailbox comes as a page from the server: whoever runs the network must not see from its length that an answer is there. */
import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { letterLimit } from '#domains/reports'
import { formatReceipt, makeReceipt } from '#tools/seal/receipt-code'
import { answerReports } from '../support/answer-reports.ts'
import { fileReports, type Filed } from '../support/filed-reports.ts'
import { findFreePort } from '../support/free-port.ts'
import { startProduct } from '../support/product.ts'
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
/** As long as a letter can be, in letters that do not compress below three quarters. */
const longLetter = (): string => randomBytes(letterLimit).toString('base64').slice(0, letterLimit)

type Opened = { status: number | undefined; bytes: Buffer; headers: Record<string, unknown> }

/** What a browser without script gets for a receipt. */
const open = (origin: string, code: string, accepted: string): Promise<Opened> =>
	new Promise((resolve, reject) => {
		const headers = {
			origin,
			accept: 'text/html',
			'accept-encoding': accepted,
			'content-type': 'application/x-www-form-urlencoded',
		}
		request(`${origin}/fr/mailbox?/open`, { method: 'POST', headers }, (response) => {
			const pieces: Buffer[] = []
			response.on('data', (piece: Buffer) => pieces.push(piece))
			response.on('end', () =>
				resolve({ status: response.statusCode, bytes: Buffer.concat(pieces), headers: response.headers }),
			)
		})
			.on('error', reject)
			.end(new URLSearchParams({ code }).toString())
	})

const unpackers = {
	br: brotliDecompressSync,
	gzip: gunzipSync,
	identity: (bytes: Buffer) => bytes,
}

test('a box with three long answers, one with none and none at all are pages of one length', async () => {
	const dataDir = await makeFilledFolder()
	const [answered = ''] = await fileReports(dataDir, [report])
	await answerReports(dataDir, longLetter(), longLetter(), longLetter())
	const [unanswered = ''] = await fileReports(dataDir, [report])
	const receipts = [answered, unanswered, makeReceipt()].map(formatReceipt)
	const port = await findFreePort()
	const product = startProduct({ PORT: String(port), DATA_DIR: dataDir })
	await product.ready()
	for (const [accepted, unpack] of Object.entries(unpackers)) {
		const opened = []
		for (const code of receipts) opened.push(await open(`http://127.0.0.1:${port}`, code, accepted))
		expect(opened.map(({ status }) => status)).toEqual([200, 200, 200])
		const [box = '', ...others] = opened.map(({ bytes }) => unpack(bytes).toString().trimEnd())
		expect(box.length - (others[0]?.length ?? 0), 'the answers are on the page').toBeGreaterThan(
			3 * letterLimit,
		)
		expect(new Set([box, ...others]).size).toBe(3)
		expect(opened.map(({ headers }) => headers['content-encoding'] ?? 'identity')).toEqual(
			Array(3).fill(accepted),
		)
		expect(new Set(opened.map(({ bytes }) => bytes.length)).size, accepted).toBe(1)
	}
})
