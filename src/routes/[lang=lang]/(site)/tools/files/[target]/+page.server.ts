import { getLanguage, locales } from '#base'
import { findTargetView, getDefaultChoice, targets } from '#domains/protect'
import { protection } from '#domains/protect/server'
import { toQrPath } from '#tools/files/qr-code'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => targets.map(({ id }) => ({ lang, target: id })))

export const load: PageServerLoad = ({ params }) => {
	const choice = getDefaultChoice(protection.facts)
	const view = findTargetView(protection, params.target, { choice, language: getLanguage(params.lang) })
	if (!view) error(404, 'page.not-found')
	const name = params.target === 'android-private-dns' ? view.files[0]?.text.trim() : undefined
	return { audience: 'parents' as const, view, qr: name === undefined ? undefined : toQrPath(name) }
}
