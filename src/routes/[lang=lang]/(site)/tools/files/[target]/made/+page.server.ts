import { getLanguage } from '#base'
import {
	filterFields,
	findListFault,
	findTargetView,
	getDefaultChoice,
	parseFilterQuery,
	type ListFault,
} from '#domains/protect'
import { protection } from '#domains/protect/server'
import { readConfig } from '#platform'
import { toQrPath } from '#tools/files/qr-code'
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const prerender = false

const findFaults = (query: URLSearchParams): { blocked?: ListFault; allowed?: ListFault } =>
	Object.fromEntries(
		(['blocked', 'allowed'] as const).flatMap((list) => {
			const fault = findListFault(query.get(filterFields[list]) ?? '')
			return fault ? [[list, fault] as const] : []
		}),
	)

export const load: PageServerLoad = ({ params, url, setHeaders }) => {
	const parsed = parseFilterQuery(protection.facts, url.searchParams, readConfig().canaryDomain)
	const choice = parsed.ok ? parsed.value : getDefaultChoice(protection.facts)
	const view = findTargetView(protection, params.target, { choice, language: getLanguage(params.lang) })
	if (!view) error(404, 'page.not-found')
	setHeaders({ 'cache-control': 'no-store' })
	const typed = (field: string): string => url.searchParams.get(field) ?? ''
	const name = params.target === 'android-private-dns' ? view.files[0]?.text.trim() : undefined
	return {
		audience: 'parents' as const,
		view,
		issues: parsed.ok ? [] : parsed.issues,
		faults: findFaults(url.searchParams),
		typed: { blocked: typed(filterFields.blocked), allowed: typed(filterFields.allowed) },
		qr: name === undefined ? undefined : toQrPath(name),
	}
}
