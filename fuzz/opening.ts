import assert from 'node:assert/strict'
import { openReport } from '../src/lib/domains/cases/reading/open-report.ts'
import { toInertLine, toInertText } from '../src/lib/domains/cases/reading/inert.ts'
import { parseMessage, parseReport, reportSizes } from '../src/lib/domains/reports/index.ts'
import { identityFromBytes, seal, toRecipient } from '../src/lib/tools/seal/sealed/index.ts'

const epoch = '2026-03'
const identity = identityFromBytes(new Uint8Array(32).fill(7))
const recipient = toRecipient(identity)

const openSealed = async (content: Uint8Array) => {
	const to = await recipient
	const sealed = to.ok ? await seal(content, to.value, reportSizes) : to
	assert.ok(sealed.ok)
	return openReport(
		{
			id: 'r',
			epoch,
			sealed: Buffer.from(sealed.value).toString('base64'),
			sealedBy: 'browser',
			hour: '2026-11-29T12:00:00Z',
			letters: [],
			answered: 0,
		},
		async () => Promise.resolve(identity),
	)
}

/** A report that a stranger sealed is in our form or is refused; it reads the same again, and what is shown of it is inert. */
export const fuzz = async (data: Buffer): Promise<void> => {
	const text = data.toString('utf8')
	const shown = toInertText(text)
	assert.equal(toInertText(shown), shown)
	toInertLine(text)
	parseMessage(text, epoch)
	const report = parseReport(text, epoch)
	if (!report.ok) return
	assert.deepEqual(parseReport(JSON.stringify(report.value), epoch), report)
	const opened = await openSealed(Buffer.from(text))
	assert.ok(opened.ok && opened.value.report.epoch === epoch)
}

const report = {
	v: 1,
	form: 'report',
	epoch,
	nonce: 'A'.repeat(22),
	part: 1,
	parts: 1,
	locale: 'fr',
	sealedBy: 'browser',
	answers: {
		danger: 'no',
		who: 'child',
		what: [],
		wants: [],
		police: false,
		words: 'https://a.example',
		where: [{ kind: 'link', link: 'https://a.example' }],
		safeHours: { from: 17, to: 19 },
	},
	box: `age1${'q'.repeat(58)}`,
	sentHour: '2026-11-29T12:00:00Z',
}

export const seeds = (): string[] => [
	JSON.stringify(report),
	JSON.stringify({ ...report, byHand: { file: 'AAAA', epochs: [epoch] } }),
	JSON.stringify({
		...report,
		attachments: [{ part: 1, kind: 'voice', bytes: 1, sha256: 'ab'.repeat(32) }],
	}),
	JSON.stringify({ v: 1, form: 'message', epoch, nonce: 'A'.repeat(22), n: 1, text: 'ⴰⵣⵓⵍ \u202e' }),
]
