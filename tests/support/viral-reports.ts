/** Reports of one link from many, sealed as a browser does and sent to a product that runs; and what their reporters find afterwards. */
import type { Answers } from '#domains/reports'
import { openMailbox, openReceipt, parseMailboxPage, signChallenge } from '#domains/reports/mailbox'
import { drawReceipt, packReport, sealReport } from '#domains/reports/sealing'
import { readEpoch, readRoot } from './product-epoch.ts'
import { cheapArgon2id } from './reports.ts'

/** Number of clients that send and ask at the same time. */
const atOnce = 40

/** The same link in many mouths, each with a tail of its own. */
const tell = (at: number): Answers => ({
	danger: 'no',
	who: 'teen',
	what: ['sexual-extortion'],
	police: false,
	wants: ['remove'],
	where: [{ kind: 'link', link: `https://example.org/viral/1?utm_source=${at}` }],
	words: `شفت هاد الرابط فالمجموعة ديالنا، رقم ${at}`,
})

/** Does the work of all, so many at a time, and gives the outcomes in order. */
const forEach = async <Item, Outcome>(
	items: readonly Item[],
	work: (item: Item) => Promise<Outcome>,
): Promise<Outcome[]> => {
	const outcomes: Outcome[] = []
	let next = 0
	const run = async (): Promise<void> => {
		for (let at = next++; at < items.length; at = next++) outcomes[at] = await work(items[at] as Item)
	}
	await Promise.all(Array.from({ length: atOnce }, run))
	return outcomes
}

export type Crowd = {
	/** Every status, in order. */
	statuses: readonly number[]
	/** Opens the mailbox of every reporter: the texts of the answers in each. */
	readAll: () => Promise<string[][]>
}

/**
 * Seals `count` reports beforehand, then sends them all. They are sent with the priority that asks for no work, as the work of one machine for
 * hundreds is not what is tried here.
 */
export const sendViral = async (origin: string, count: number): Promise<Crowd> => {
	const root = await readRoot(origin)
	const epoch = await readEpoch(origin, root)
	const numbers = Array.from({ length: count }, (_, at) => at)
	const made = await forEach(numbers, async (at) => {
		const receipt = await drawReceipt(cheapArgon2id)
		const asked = { answers: tell(at), locale: 'ar', epoch, receipt, now: new Date() } as const
		const report = await sealReport(asked)
		if (!report.ok) throw new Error('sending reports: not sealed')
		const { token } = (await (await fetch(`${origin}/intake/challenge`)).json()) as { token: string }
		const { keys, sealed, code } = report.value
		return { body: packReport({ token, epoch: epoch.id, lane: 'danger' }, keys, sealed), code }
	})
	const statuses = await forEach(made, async ({ body }) => {
		const headers = { 'content-type': 'application/octet-stream' }
		const answer = await fetch(`${origin}/intake/reports`, { method: 'POST', headers, body })
		await answer.arrayBuffer()
		return answer.status
	})
	const ask = async (question: object): Promise<unknown> => {
		const headers = { 'content-type': 'application/json' }
		const body = JSON.stringify(question)
		return (await fetch(`${origin}/intake/mailbox`, { method: 'POST', headers, body })).json()
	}
	const readOne = async (code: string): Promise<string[]> => {
		const receipt = await openReceipt(code, cheapArgon2id)
		const lookup = Buffer.from(receipt.keys.lookup).toString('base64url')
		const { challenge } = (await ask({ step: 'challenge', lookup })) as { challenge: string }
		const signature = Buffer.from(await signChallenge(challenge, receipt.secrets)).toString('base64url')
		const page = parseMailboxPage(await ask({ step: 'open', lookup, challenge, signature }))
		const box = page && (await openMailbox(page, receipt, root))
		return box?.answers.map(({ text }) => text) ?? []
	}
	return {
		statuses,
		readAll: () =>
			forEach(
				made.map(({ code }) => code),
				readOne,
			),
	}
}
