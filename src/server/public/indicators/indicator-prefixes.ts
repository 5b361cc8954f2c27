/** Safe Browsing, version 4: lists, their updates, and full digests, in JSON or as `alt=proto` asks. */
import { getViews } from '#server/process/indicator-views'
import { ownList } from '#domains/exchange/views/server'
import type { Tlp } from '#domains/exchange/partners'
import {
	readFindRequest,
	readUpdateRequest,
	writeFound,
	writeUpdates,
	type WireForm,
} from '#tools/indicators/hash-prefixes/wire'
import { answerReader, readAsked, toRefusal, type Asking } from './indicator-views.ts'

/** Seconds until a client may ask for an update again. */
const pause = '300s'

const formOf = ({ url }: Asking): WireForm => (url.searchParams.get('alt') === 'proto' ? 'proto' : 'json')

const toAnswer = (bytes: Uint8Array, form: WireForm): Response =>
	new Response(Uint8Array.from(bytes), {
		headers: {
			'content-type': form === 'proto' ? 'application/x-protobuf' : 'application/json',
			'cache-control': 'no-store',
		},
	})

const unreadable = (): Response => toRefusal(400, 'wanted a request of the Update API, version 4')

/** Answers who may read the list, up to the marking that is theirs. */
const answer = (asking: Asking, work: (tlp: Tlp, form: WireForm) => Promise<Response>): Promise<Response> =>
	answerReader(asking, 'safe-browsing', async ({ tlps }) => {
		const tlp = tlps.at(-1)
		return tlp && work(tlp, formOf(asking))
	})

/** The lists there are: one. */
export const answerLists = (asking: Asking): Promise<Response> =>
	answer(asking, () =>
		Promise.resolve(Response.json({ threatLists: [ownList] }, { headers: { 'cache-control': 'no-store' } })),
	)

/** `threatListUpdates:fetch` */
export const answerUpdates = (asking: Asking): Promise<Response> =>
	answer(asking, async (tlp, form) => {
		const asked = readUpdateRequest(await readAsked(asking), form)
		if (!asked) return unreadable()
		const { prefixes } = await getViews()
		const listUpdateResponses = []
		for (const { state, constraints, ...list } of asked.listUpdateRequests) {
			const takesRice = constraints?.supportedCompressions?.includes('RICE') === true
			listUpdateResponses.push(await prefixes.getUpdate(tlp, { list, state, takesRice }))
		}
		return toAnswer(writeUpdates({ listUpdateResponses, minimumWaitDuration: pause }, form), form)
	})

/** `fullHashes:find` */
export const answerHashes = (asking: Asking): Promise<Response> =>
	answer(asking, async (tlp, form) => {
		const asked = readFindRequest(await readAsked(asking), form)
		if (!asked) return unreadable()
		const { threatTypes, threatEntries } = asked.threatInfo
		const isOurs = threatTypes.length === 0 || threatTypes.includes(ownList.threatType)
		const wanted = isOurs ? threatEntries.flatMap(({ hash }) => (hash ? [hash] : [])) : []
		const { prefixes } = await getViews()
		return toAnswer(writeFound(await prefixes.find(tlp, wanted), form), form)
	})
