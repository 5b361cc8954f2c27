/**
 * Pages that are the same for all who ask within a minute, or until a door opens or closes, made once: what depends on the hour, and not on who asks. What must be
 * new each time, as the token of a form, is put in its place for each request. Nothing of a request is kept but the address, of pages that
 * say so themselves (`locals.shell`).
 */
import { minute } from '#base'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { compressAround, type FillAround } from './compressed-around.ts'

/** A text of the page that is new for each request, as it was shown, and what makes the next. */
type Renewal = readonly [shown: string, make: () => string]

/**
 * What a page's load says of it. `isStill`: whether it would be made in the same way now, beside what the minute changes. `mayRecord`: a voice
 * may be recorded in it.
 */
export type ShellPlan = {
	renewals: readonly Renewal[]
	/** Until when the page stays as it is; the end of the minute in which it was made, if absent. */
	until?: Date
	isStill?: () => Promise<boolean>
	mayRecord?: boolean
}

type Shell = {
	headers: [string, string][]
	/** Pieces between the renewed texts, and what makes the text behind each but the last. */
	pieces: readonly string[]
	makes: readonly (() => string)[]
	until: number
	/** Nothing in it is renewed and nobody has to be asked whether it still holds. */
	isFixed: boolean
	isStill: () => Promise<boolean>
	mayRecord: boolean
	/** The page as it is sent, where nothing in it is renewed. */
	packed: Map<string, Promise<Uint8Array<ArrayBuffer>>>
	/** The part that stays in brotli, where something is new: begun when it is first asked for, there once it is made. */
	around?: { fill?: FillAround }
}

export type Encoding = 'br' | 'gzip'

/**
 * 64 KB of looking back, no larger than a page: what the compressor takes by default, megabytes for each page, is wiped when it is freed
 * (`wiped-memory.ts`), which cost four times as much as compressing.
 */
const brotliWindow = 16

export const toParams = (quality: number, length: number): Record<number, number> => ({
	[constants.BROTLI_PARAM_QUALITY]: quality,
	[constants.BROTLI_PARAM_SIZE_HINT]: length,
	[constants.BROTLI_PARAM_LGWIN]: brotliWindow,
})

const pack = {
	br: (body: Buffer, quality: number) =>
		promisify(brotliCompress)(body, { params: toParams(quality, body.length) }),
	gzip: (body: Buffer) => promisify(gzip)(body),
}

/** Compresses a page. Made on demand it is small: a millisecond saves three quarters of the bytes. */
export const compress = (
	body: string | ArrayBuffer,
	encoding: Encoding,
	quality: number,
): Promise<Uint8Array<ArrayBuffer>> =>
	pack[encoding](typeof body === 'string' ? Buffer.from(body) : Buffer.from(body), quality)

/** A page that is sent many times is worth more work than one that is sent once, and the report most: it has least room on the line. */
const [qualityOfMany, qualityOfMost] = [9, 10]
/** Most pages that are cached, the last ones asked for: some 50 KB each, with what is compressed. */
const most = 600

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')

/** Cuts a page at its renewed texts; `undefined` when one of them is not in it. */
const cut = (html: string, renewals: readonly Renewal[]): Pick<Shell, 'pieces' | 'makes'> | undefined => {
	if (renewals.length === 0) return { pieces: [html], makes: [] }
	if (!renewals.every(([shown]) => shown !== '' && html.includes(shown))) return undefined
	const parts = html.split(new RegExp(`(${renewals.map(([shown]) => escape(shown)).join('|')})`, 'u'))
	const makes = new Map(renewals)
	return {
		pieces: parts.filter((_, at) => at % 2 === 0),
		makes: parts.filter((_, at) => at % 2 === 1).map((shown) => makes.get(shown) ?? (() => shown)),
	}
}

/** The texts of an answer: one for each maker, also where it stands twice. */
const makeTexts = ({ makes }: Pick<Shell, 'makes'>): string[] => {
	const made = new Map<() => string, string>()
	return makes.map((make) => {
		const text = made.get(make) ?? make()
		made.set(make, text)
		return text
	})
}

const fill = ({ pieces }: Pick<Shell, 'pieces'>, texts: readonly string[]): string =>
	pieces.map((piece, at) => piece + (texts[at] ?? '')).join('')

/** Begins to compress what stays of a page: a tenth of a second on another thread, for which nobody waits. */
const beginAround = (shell: Shell, texts: readonly string[]): { fill?: FillAround } => {
	const around: { fill?: FillAround } = {}
	const length = shell.pieces.reduce((sum, piece) => sum + piece.length, 0)
	compressAround(shell.pieces, texts, toParams(qualityOfMost, length)).then(
		(fill) => fill && Object.assign(around, { fill }),
		() => undefined,
	)
	return around
}

/** The page with new texts, of which only they are put in place; compressed whole until that can be, and where it cannot. */
const packAnew = (shell: Shell, encoding: Encoding, quality: number): Promise<Uint8Array<ArrayBuffer>> => {
	const texts = makeTexts(shell)
	if (encoding === 'br') {
		shell.around ??= beginAround(shell, texts)
		const body = shell.around.fill?.(texts)
		if (body) return Promise.resolve(body)
	}
	return compress(fill(shell, texts), encoding, quality)
}

/** A page as it is sent now. `staysUntil`: it is the same for everybody until then, whoever is asked. */
export type FoundPage = { response: Response; mayRecord: boolean; staysUntil?: Date }

export type Shells = {
	/** The page as it is sent to who asks now; `undefined` when it must be made. */
	find: (key: string, encoding: Encoding | undefined) => Promise<FoundPage | undefined>
	/** Keeps a page that was made a moment ago. Answers one to send on. */
	keep: (key: string, made: Response, plan: ShellPlan) => Promise<Response>
}

export const createShells = ({ now = () => Date.now(), quality = 7 } = {}): Shells => {
	const shells = new Map<string, Shell>()
	/** The page, when it still holds, as the one asked for last. */
	const recall = (key: string): Shell | undefined => {
		const shell = shells.get(key)
		shells.delete(key)
		if (!shell || shell.until <= now()) return undefined
		shells.set(key, shell)
		return shell
	}
	const remember = (key: string, shell: Shell): void => {
		shells.delete(key)
		shells.set(key, shell)
		const [oldest] = shells.keys()
		if (shells.size > most && oldest !== undefined) shells.delete(oldest)
	}
	const packOnce = (shell: Shell, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> => {
		if (shell.makes.length > 0) return packAnew(shell, encoding, quality)
		const packed = shell.packed.get(encoding) ?? compress(fill(shell, []), encoding, qualityOfMany)
		shell.packed.set(encoding, packed)
		return packed
	}
	const plainOnce = (shell: Shell): Promise<Uint8Array<ArrayBuffer>> => {
		const plain = shell.packed.get('plain') ?? Promise.resolve(new TextEncoder().encode(fill(shell, [])))
		shell.packed.set('plain', plain)
		return plain
	}
	return {
		find: async (key, encoding) => {
			const shell = recall(key)
			if (!shell || !(await shell.isStill().catch(() => false))) return undefined
			const { mayRecord } = shell
			const found = { mayRecord, ...(shell.isFixed ? { staysUntil: new Date(shell.until) } : {}) }
			const headers = new Headers(shell.headers)
			if (!encoding) {
				const body = shell.makes.length > 0 ? fill(shell, makeTexts(shell)) : await plainOnce(shell)
				return { response: new Response(body, { headers }), ...found }
			}
			const body = await packOnce(shell, encoding)
			headers.set('content-encoding', encoding)
			headers.set('content-length', String(body.length))
			headers.append('vary', 'accept-encoding')
			return { response: new Response(body, { headers }), ...found }
		},
		keep: async (key, made, plan) => {
			const { renewals, until, isStill = () => Promise.resolve(true), mayRecord = false } = plan
			const isFixed = until !== undefined && renewals.length === 0 && plan.isStill === undefined
			const ends = until?.getTime() ?? (Math.floor(now() / minute) + 1) * minute
			const html = await made.text()
			const parts = cut(html, renewals)
			const headers = [...made.headers].filter(([name]) => name !== 'content-length' && name !== 'etag')
			if (parts && made.status === 200)
				remember(key, { headers, ...parts, until: ends, isFixed, isStill, mayRecord, packed: new Map() })
			return new Response(html, { status: made.status, headers })
		},
	}
}
