import { redirect } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** The front door: Arabic, unless the browser asks for French, Tamazight or English first. */
export const GET: RequestHandler = ({ request, setHeaders }) => {
	setHeaders({ vary: 'accept-language', 'cache-control': 'no-store' })
	const wanted = (request.headers.get('accept-language') ?? '')
		.split(',')
		.map((part) =>
			part
				.trim()
				.slice(0, 3)
				.toLowerCase()
				.replace(/[^a-z]/gu, ''),
		)
		.find((tag) => ['ar', 'fr', 'en', 'zgh', 'tzm', 'ber'].includes(tag))
	const lang =
		wanted === 'fr' || wanted === 'en' ? wanted : wanted === undefined || wanted === 'ar' ? 'ar' : 'zgh'
	redirect(302, `/${lang}`)
}
