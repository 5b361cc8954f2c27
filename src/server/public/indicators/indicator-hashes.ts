/** The hash exchange in the dialect of StopNCII: pages of digests, and what platforms say of them. */
import { getHashPage, keepFeedback } from '#domains/exchange/views/server'
import { getDatabase } from '#server/process/database'
import { parseFeedback, parseFetchQuery } from '#tools/indicators/hash-exchange'
import { answerReader, readAsked, toRefusal, type Asking } from './indicator-views.ts'

const parseJson = (bytes: Uint8Array): unknown => {
	try {
		return JSON.parse(new TextDecoder().decode(bytes))
	} catch {
		return undefined
	}
}

const toJson = (value: object): Response => Response.json(value, { headers: { 'cache-control': 'no-store' } })

/** `FetchHashes` */
export const answerPage = (asking: Asking): Promise<Response> =>
	answerReader(asking, 'stopncii', async (reader) => {
		const asked = parseFetchQuery(asking.url.searchParams)
		if (!asked.ok)
			return toRefusal(400, asked.issues.map(({ path, message }) => `${path} ${message}`).join('\n'))
		return toJson(await getHashPage(getDatabase().kysely, reader, asked.value))
	})

/** `SubmitFeedback`. `count`: digests that were of this desk. */
export const answerFeedback = (asking: Asking): Promise<Response> =>
	answerReader(asking, 'stopncii', async (reader, at) => {
		const feedback = parseFeedback(parseJson(await readAsked(asking)))
		if (!feedback)
			return toRefusal(400, 'wanted hashFeedbacks, from 1 to 500, each with hashValue and feedbackValue')
		return toJson({ count: await keepFeedback(getDatabase().kysely, reader, { feedback, at }) })
	})
