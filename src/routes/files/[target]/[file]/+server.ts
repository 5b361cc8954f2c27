import { locales } from '#base'
import { findConfigFile, parseFilterQuery } from '#domains/protect'
import { protection } from '#domains/protect/server'
import { readConfig } from '#platform'
import { createWords } from '#ui/words'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

export const prerender = false

/** In every language: the address of a file says none. */
const refuse = (): Response =>
	new Response(locales.map((locale) => `${createWords(locale).t('protect.wrong-file')}\n`).join('\n'), {
		status: 400,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
	})

/** A configuration file for a choice, as it is saved. */
export const GET: RequestHandler = ({ params, url }) => {
	const choice = parseFilterQuery(protection.facts, url.searchParams, readConfig().canaryDomain)
	if (!choice.ok) return refuse()
	const file = findConfigFile(protection, { id: params.target, name: params.file, choice: choice.value })
	if (!file) error(404, 'page.not-found')
	return new Response(file.text, {
		headers: {
			'content-type': `${file.type}; charset=utf-8`,
			'content-disposition': `attachment; filename="${file.name}"`,
			'cache-control': 'no-store',
		},
	})
}
