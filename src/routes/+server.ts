import { redirect } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

const known: Readonly<Record<string, string>> = {
	ar: 'ar',
	fr: 'fr',
	en: 'en',
	zgh: 'zgh',
	tzm: 'zgh',
	ber: 'zgh',
}

/** Languages of an `Accept-Language` header in the order of their weights (RFC 9110, 12.5.4); refused ones left out. */
const parseWanted = (header: string): string[] =>
	header
		.split(',')
		.map((part) => {
			const [tag = '', ...parameters] = part.toLowerCase().split(';')
			const weight = parameters
				.map((text) => /^\s*q=([\d.]+)/u.exec(text)?.[1])
				.find((text) => text !== undefined)
			return { tag: tag.trim().split(/[-_]/u)[0] ?? '', weight: Number(weight ?? 1) }
		})
		.filter(({ weight }) => weight > 0)
		.sort((one, other) => other.weight - one.weight)
		.map(({ tag }) => tag)

/** The front door: Arabic, unless the browser asks for French, Tamazight or English first. */
export const GET: RequestHandler = ({ request, setHeaders }) => {
	setHeaders({ vary: 'accept-language', 'cache-control': 'no-store' })
	const wanted = parseWanted(request.headers.get('accept-language') ?? '')
	redirect(302, `/${wanted.map((tag) => known[tag]).find((lang) => lang !== undefined) ?? 'ar'}`)
}
