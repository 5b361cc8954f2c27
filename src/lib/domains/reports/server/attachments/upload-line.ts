/**
 * Who may send a piece now. A share is free for all who send; when it is used up, a form does the work of its report first and has a share of
 * its own then, so that nobody who sends without work keeps others out. Nothing here knows who sends.
 */
import { fillBucket, takeToken, type Budget, type TokenBucket } from '../flood.ts'

/** Pieces of all forms that have done no work: a second on average, and at once. */
const freeBudget: Budget = { perSecond: 50, burst: 1000 }
/** Pieces of one form that has: as much as a report may bring, and a line that breaks often. */
const ownBudget: Budget = { perSecond: 4, burst: 60 }
/** Pieces under way at the same time: of forms without work, and of all. A slow line takes half a minute for one. */
const [mostFree, mostAtOnce] = [256, 2048]
/** Forms whose work is remembered; those of long ago do it again. */
const mostForms = 20_000

type UploadRefusal = 'attachments.busy' | 'attachments.work'

type Asked = {
	/** Name of the file: one piece of it at a time. */
	id: string
	/** Id of the token of its form. */
	form: string
	/** Checks the work that came with the piece; left out: none came. */
	isWorkDone?: () => Promise<boolean>
}

export type UploadLine = {
	/** Does `work` when the piece may come. */
	enter: <Done>(asked: Asked, work: () => Promise<Done>) => Promise<Done | { code: UploadRefusal }>
	/** Names of the files that a piece comes for now. */
	listBusy: () => string[]
}

const createForms = () => {
	// Two maps, the older of which goes as a whole.
	let [recent, older] = [new Map<string, TokenBucket>(), new Map<string, TokenBucket>()]
	return {
		find: (form: string): TokenBucket | undefined => recent.get(form) ?? older.get(form),
		set: (form: string, bucket: TokenBucket): void => {
			if (recent.size >= mostForms / 2) [recent, older] = [new Map<string, TokenBucket>(), recent]
			recent.set(form, bucket)
		},
	}
}

/** @param options - `asksWork: false`: no device does work, in an emergency; over the free share means later then */
export const createUploadLine = ({
	now,
	asksWork = true,
	free: share = freeBudget,
}: {
	now: () => Date
	asksWork?: boolean
	free?: Budget
}): UploadLine => {
	const [busy, forms] = [new Set<string>(), createForms()]
	let free = fillBucket(share, now())
	let freeUnderWay = 0

	const takeFree = (): boolean => {
		if (freeUnderWay >= mostFree) return false
		const next = takeToken(free, share, now())
		free = next.bucket
		return !next.isOver
	}
	const takeOwn = (form: string, bucket: TokenBucket): boolean => {
		const next = takeToken(bucket, ownBudget, now())
		forms.set(form, next.bucket)
		return !next.isOver
	}
	const admit = async ({ form, isWorkDone }: Asked): Promise<'free' | 'own' | UploadRefusal> => {
		const known = forms.find(form)
		if (known) return takeOwn(form, known) ? 'own' : 'attachments.busy'
		if (isWorkDone && (await isWorkDone()))
			return takeOwn(form, forms.find(form) ?? fillBucket(ownBudget, now())) ? 'own' : 'attachments.busy'
		if (takeFree()) return 'free'
		return asksWork ? 'attachments.work' : 'attachments.busy'
	}
	return {
		listBusy: () => [...busy],
		enter: async (asked, work) => {
			if (busy.has(asked.id) || busy.size >= mostAtOnce) return { code: 'attachments.busy' }
			busy.add(asked.id)
			let way: Awaited<ReturnType<typeof admit>> | undefined
			try {
				way = await admit(asked)
				if (way !== 'free' && way !== 'own') return { code: way }
				if (way === 'free') freeUnderWay += 1
				return await work()
			} finally {
				if (way === 'free') freeUnderWay -= 1
				busy.delete(asked.id)
			}
		},
	}
}
