import { isUuid } from '#base'

/** View of the queue: which cases, whose, in which order. */

/**
 * `mine`: taken by who looks, or offered to them. `free`: of nobody, offered to nobody. `crowd`: danger that came together in a flood, and no work
 * was done for it; not among `all` and `free`. `forgotten`: late and untouched.
 */
export const whoseCases = ['all', 'mine', 'free', 'others', 'crowd', 'forgotten'] as const
export type Whose = (typeof whoseCases)[number]

export const queueSorts = ['due', 'newest', 'status'] as const
export type QueueSort = (typeof queueSorts)[number]

/** A view as its address says it. What an address does not say, or says wrongly, is the usual view. */
export type QueueView = {
	ended: boolean
	whose: Whose
	sort: QueueSort
	page: number
	group: string | undefined
}

export const readQueueView = (query: URLSearchParams): QueueView => {
	const page = Number(query.get('page') ?? 1)
	const group = query.get('group') ?? ''
	return {
		ended: query.has('ended'),
		whose: whoseCases.find((one) => one === query.get('whose')) ?? 'all',
		sort: queueSorts.find((one) => one === query.get('sort')) ?? 'due',
		page: Number.isSafeInteger(page) && page >= 1 && page <= 1000 ? page : 1,
		group: isUuid(group) ? group : undefined,
	}
}

/** The address of a view; what is as usual is left out. */
export const toQueueAddress = (view: QueueView, change: Partial<QueueView> = {}): string => {
	const { ended, whose, sort, page, group } = { ...view, page: 1, ...change }
	const query = [
		...(ended ? ['ended'] : []),
		...(whose === 'all' ? [] : [`whose=${whose}`]),
		...(group === undefined ? [] : [`group=${group}`]),
		...(sort === 'due' ? [] : [`sort=${sort}`]),
		...(page === 1 ? [] : [`page=${page}`]),
	]
	return query.length === 0 ? '/desk/queue' : `/desk/queue?${query.join('&')}`
}

/** Days without any step after which an open case counts as forgotten, whatever its clocks. */
export const daysUntilForgotten = 60
