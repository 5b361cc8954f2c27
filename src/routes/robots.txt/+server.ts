import type { RequestHandler } from './$types'

export const prerender = true

export const GET: RequestHandler = ({ url }) =>
	new Response(
		`User-agent: *\nDisallow: /*/search?\nDisallow: /*/search.json\nDisallow: /*/gallery\nSitemap: ${url.origin}/sitemap.xml\n`,
	)
