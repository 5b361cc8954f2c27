/** Rings an address that the operator has chosen: an empty request, so that nothing but the moment is known there. */
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '#base'

type Options = {
	/** Milliseconds that one try may take. */
	patience?: number
	/** Milliseconds before the second try, the third and so on: one try more than there are pauses. */
	pauses?: readonly number[]
}

/** True when it was heard. Redirections are not followed: they could lead to where the operator has not chosen. */
const tryOnce = async (url: string, patience: number): Promise<boolean> => {
	try {
		const signal = AbortSignal.timeout(patience)
		const answer = await fetch(url, { method: 'POST', redirect: 'manual', signal })
		await answer.body?.cancel()
		return answer.ok
	} catch {
		return false // the error may hold the address, and whoever knows it can ring
	}
}

/**
 * Rings until somebody has heard it, a few times.
 * @throws AppError `pager.silent` when every try has failed
 */
export const ring = async (
	url: string,
	{ patience = 5_000, pauses = [1_000, 4_000] }: Options = {},
): Promise<void> => {
	for (const pause of [0, ...pauses]) {
		await wait(pause, undefined, { ref: false })
		if (await tryOnce(url, patience)) return
	}
	throw new AppError(
		'pager.silent',
		502,
		'ringing the pager: no try was answered with a status of 200 to 299',
	)
}
