import { failed, ok, type Issue, type Result } from '#base'

/** One digest. */
export type HashRecord = {
	kind: 'pdq' | 'md5'
	/** Hexadecimal. */
	value: string
	status: 'Active' | 'Withdrawn' | 'Deleted'
	/** Number of the change: no two have the same, and later ones have a higher one. */
	place: number
	at: Date
	/** Names it for both sides, and says nothing of whose it is. */
	reference: string
}

/** A question: changes since a second, or behind a place. */
export type FetchQuery = { since: Date; after: number | undefined; limit: number }

type Page = {
	count: number
	nextPageToken: string
	nextSetTimestamp: number
	hasMoreRecords: boolean
	hashRecords: {
		lastModtimestamp: number
		hashValue: string
		hashStatus: HashRecord['status']
		caseNumbers: Record<string, HashRecord['status']>
		signalType: string
		CSPFeedbacks: never[]
	}[]
}

const signalTypes = { pdq: 'ImagePDQ', md5: 'VideoMD5' } as const

/** Records of a page; Meta's client asks for 800. */
const [usual, most] = [800, 1000]

const toSeconds = (at: Date): number => Math.floor(at.getTime() / 1000)

/** Latest second that can be asked for: a date that JavaScript knows. */
const latest = 8_640_000_000_000

const readCount = (text: string | null): number | undefined =>
	text !== null && /^\d{1,16}$/u.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined

/** Reads `startTimestamp`, `pageSize` and `nextPageToken`. A token from another list is behind nothing, or everything: it gives nothing away. */
export const parseFetchQuery = (query: URLSearchParams): Result<FetchQuery> => {
	const [start, size, token] = ['startTimestamp', 'pageSize', 'nextPageToken'].map(
		(name) => query.get(name) || null,
	)
	const since = readCount(start ?? '0')
	const limit = readCount(size ?? String(usual))
	const after = token ? readCount(token) : undefined
	const issues: Issue[] = []
	if (since === undefined || since > latest)
		issues.push({ path: 'startTimestamp', message: 'must be seconds since 1970' })
	if (!limit) issues.push({ path: 'pageSize', message: 'must be a whole number from 1' })
	if (token && after === undefined)
		issues.push({ path: 'nextPageToken', message: 'must be one of a page before' })
	if (issues.length > 0 || since === undefined || !limit) return failed(...issues)
	return ok({ since: new Date(since * 1000), after, limit: Math.min(limit, most) })
}

/**
 * A page of records in the order of their changes. The time to ask from next is that of the last record, which then comes again: two may fall
 * into one second, and a record that comes twice changes nothing.
 */
export const toHashPage = (
	records: readonly HashRecord[],
	{ since, hasMore }: { since: Date; hasMore: boolean },
): Page => {
	const last = records.at(-1)
	return {
		count: records.length,
		nextPageToken: last && hasMore ? String(last.place) : '',
		nextSetTimestamp: toSeconds(last ? last.at : since),
		hasMoreRecords: hasMore,
		hashRecords: records.map(({ kind, value, status, at, reference }) => ({
			lastModtimestamp: toSeconds(at),
			hashValue: value,
			hashStatus: status,
			caseNumbers: { [reference]: status },
			signalType: signalTypes[kind],
			CSPFeedbacks: [],
		})),
	}
}
