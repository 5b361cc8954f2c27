import { getDirection, getLangTag, locales } from '#base'
import { light } from '#ui/tokens'
import { createWords } from '#ui/words'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

/**
 * What a phone needs to put the site on its home screen (https://www.w3.org/TR/appmanifest/). The address that it opens is that of the
 * front page and tells nobody where it was opened from.
 */
export const GET: RequestHandler = ({ params }) => {
	const { t } = createWords(params.lang)
	const icon = (name: string, size: number, purpose: string) => ({
		src: `/${name}`,
		sizes: `${size}x${size}`,
		type: 'image/png',
		purpose,
	})
	const manifest = {
		id: '/',
		name: t('site.name'),
		short_name: t('site.name'),
		description: t('site.tagline'),
		lang: getLangTag(params.lang),
		dir: getDirection(params.lang),
		start_url: `/${params.lang}`,
		scope: '/',
		display: 'minimal-ui',
		theme_color: light.majorelle,
		background_color: light.paper,
		icons: [
			icon('icon-192.png', 192, 'any'),
			icon('icon-512.png', 512, 'any'),
			icon('icon-maskable-512.png', 512, 'maskable'),
			{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
		],
	}
	return new Response(JSON.stringify(manifest), {
		headers: { 'content-type': 'application/manifest+json' },
	})
}
