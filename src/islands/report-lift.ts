/**
 * Work for a report of danger that is stored already, while many come: out of sight, beside the receipt. It lets the report rise among those that
 * wait; whoever leaves the page before it is done has lost nothing.
 */
import type { Challenge } from '#tools/seal/proof-of-work'
import { solveChallenge } from '#tools/seal/proof-of-work/solver'

/** Waits between tries, in milliseconds: a line that breaks, a server that is busy. */
const waits = [0, 2000, 8000, 30_000, 60_000]
const options = { credentials: 'omit', cache: 'no-store' } as const

const fetchWork = async (token: string): Promise<Challenge> => {
	const answer = await fetch(`/intake/work?${new URLSearchParams({ token })}`, options)
	if (!answer.ok) throw new Error(`asking for the work of a report: answered ${answer.status}, wanted 200`)
	const { challenge } = (await answer.json()) as { challenge?: Challenge }
	if (!challenge) throw new Error('asking for the work of a report: none is there yet')
	return challenge
}

const bringWork = async (token: string, solution: string): Promise<void> => {
	const headers = { 'content-type': 'application/json' }
	const body = JSON.stringify({ token, solution })
	const answer = await fetch('/intake/lift', { ...options, method: 'POST', headers, body })
	if (answer.status >= 500) throw new Error(`bringing the work: answered ${answer.status}, wanted 202`)
}

/** @param answer - of the server that has stored the report; says whether work is asked */
export const liftReport = async (answer: Response, token: string): Promise<void> => {
	const { work } = (await answer.json()) as { work?: true }
	if (!work) return
	let solution: string | undefined
	for (const wait of waits) {
		await new Promise((resolve) => setTimeout(resolve, wait))
		try {
			solution ??= await solveChallenge(await fetchWork(token))
			return await bringWork(token, solution)
		} catch {
			// The next try comes later.
		}
	}
}
