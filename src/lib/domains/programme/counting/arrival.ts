/** Arrivals: told by what a browser says of the step itself, nothing of who takes it. No address, referrer or kind of browser is read. */
import { getLanguage, locales, type Language } from '#base'
import { audiences } from '#domains/guide'
import type { PageKind } from './families.ts'

/** Headers as Node gives them, names in small letters. */
export type AskedWith = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * True for a step of a person that comes from outside: Fetch Metadata (https://www.w3.org/TR/fetch-metadata/). Older browsers say nothing and
 * are not counted.
 */
export const isArrival = (headers: AskedWith): boolean => {
	const site = headers['sec-fetch-site']
	return (
		(site === 'none' || site === 'cross-site') &&
		headers['sec-fetch-mode'] === 'navigate' &&
		headers['sec-fetch-dest'] === 'document' &&
		// Fetched beforehand, perhaps never seen (`prefetch`, `prefetch;prerender`).
		headers['sec-purpose'] === undefined &&
		headers.purpose === undefined
	)
}

/** Mark on the address to which a code leads: the code has counted this step already. */
export const countedMark = 'by=code'

/** A page that is counted. */
export type CountedPage = { kind: PageKind; language: Language }

const sections: readonly (readonly [section: string, kind: PageKind])[] = [
	['', 'front'],
	...audiences.map((audience) => [audience, 'topics'] as const),
	...(['skills', 'tools', 'law', 'programme'] as const).map((kind) => [kind, kind] as const),
]

/** Every page by the first two parts of its address: made once, as each page that is sent asks here. */
const pages: ReadonlyMap<string, ReadonlyMap<string, CountedPage>> = new Map(
	locales.map((locale) => [
		locale,
		new Map(sections.map(([section, kind]) => [section, { kind, language: getLanguage(locale) }] as const)),
	]),
)

/** The part of a path between two slashes, or up to its end. */
const getPart = (path: string, slash: number, next: number): string =>
	slash < 0 ? '' : path.slice(slash + 1, next < 0 ? path.length : next)

/**
 * The page of an address, when it is one of the kinds that are counted: never help, searches, reports, the mailbox, the desk, the widget,
 * or a file.
 *
 * @param url - path, with or without a query
 */
export const findCountedPage = (url: string): CountedPage | undefined => {
	const query = url.indexOf('?')
	if (query >= 0 && url.includes(countedMark, query)) return undefined
	const path = query < 0 ? url : url.slice(0, query)
	const second = path.indexOf('/', 1)
	const third = second < 0 ? -1 : path.indexOf('/', second + 1)
	const page = pages.get(getPart(path, 0, second))?.get(getPart(path, second, third))
	if (page === undefined || third < 0) return page
	return path.endsWith('/search') || path.includes('.', path.lastIndexOf('/')) ? undefined : page
}
