import { findConfigFile, parseFilterQuery } from '#domains/protect'
import { protection } from '#domains/protect/server'
import { readConfig } from '#platform'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

export const prerender = false

/** A configuration file for a choice, as it is saved. */
export const GET: RequestHandler = ({ params, url }) => {
	const choice = parseFilterQuery(protection.facts, url.searchParams, readConfig().canaryDomain)
	if (!choice.ok) error(400, 'protect.wrong')
	const file = findConfigFile(protection, params.target, params.file, choice.value)
	if (!file) error(404, 'page.not-found')
	return new Response(file.text, {
		headers: {
			'content-type': `${file.type}; charset=utf-8`,
			'content-disposition': `attachment; filename="${file.name}"`,
			'cache-control': 'no-store',
		},
	})
}
