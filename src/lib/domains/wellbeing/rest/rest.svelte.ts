/** Minutes of reading since the last pause, in this tab. Pauses are the person's own: begun, put off once, ended by them. */
import { minute } from '#base'
import { exposureLimits, getRest, noExposure, type Exposure } from '../exposure.ts'

export const rest = $state({
	day: noExposure,
	/** Limits of this desk, which the server knows. */
	limits: exposureLimits,
	sincePause: 0,
	isPutOff: false,
	/** End of the pause that runs; `undefined` while working. */
	pauseUntil: undefined as number | undefined,
})

/** Finds what is due now: a pause that was put off comes back after half a stretch more. */
export const getRestDue = (): ReturnType<typeof getRest> => {
	const putOff = rest.isPutOff ? rest.limits.stretch / 2 : 0
	return getRest(rest.day, rest.sincePause - putOff, rest.limits)
}

/** Tells the rota, which spares who pauses. Without an answer the pause is taken all the same. */
const postPause = (isPausing: boolean): void =>
	void fetch('/desk/wellness/pause', { method: 'POST', body: JSON.stringify({ isPausing }) }).catch(
		() => undefined,
	)

export const beginPause = (): void => {
	rest.pauseUntil = Date.now() + rest.limits.pause * minute
	postPause(true)
}

export const endPause = (): void => {
	rest.pauseUntil = undefined
	postPause(false)
	rest.sincePause = 0
	rest.isPutOff = false
}

/** Counts minutes in which a report is open and the window is looked at. Answer: what stops counting. */
export const countMinutes = (): (() => void) => {
	const timer = setInterval(() => {
		if (document.visibilityState !== 'visible' || rest.pauseUntil !== undefined) return
		rest.sincePause++
		void fetch('/desk/wellness/minute', { method: 'POST' })
			.then(async (answer) => {
				if (answer.ok) rest.day = (await answer.json()) as Exposure
			})
			.catch(() => undefined)
	}, minute)
	return () => clearInterval(timer)
}
