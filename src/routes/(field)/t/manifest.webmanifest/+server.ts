import { light } from '#ui/tokens'
import { createWords } from '#ui/words'
import type { RequestHandler } from './$types'

export const prerender = true

/** Tells a phone how to put the form for sessions on its home screen. It opens without the link: that stays on the phone, locked. */
export const GET: RequestHandler = () => {
	const { t } = createWords('fr')
	const icon = (name: string, size: number, purpose: string) => ({
		src: `/${name}`,
		sizes: `${size}x${size}`,
		type: 'image/png',
		purpose,
	})
	const manifest = {
		id: '/t',
		name: `${t('site.name')} · ${t('field.title')}`,
		short_name: t('field.title'),
		start_url: '/t',
		scope: '/t',
		display: 'standalone',
		theme_color: light.majorelle,
		background_color: light.paper,
		icons: [
			icon('icon-192.png', 192, 'any'),
			icon('icon-512.png', 512, 'any'),
			icon('icon-maskable-512.png', 512, 'maskable'),
		],
	}
	return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } })
}
