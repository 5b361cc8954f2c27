import { getLanguage } from '#base'
import { knownMirrors } from '#domains/programme/mirrors/server'
import { findKitKeys } from '#server/public/programme/kit-key'
import { findMirrorKey } from '#server/public/programme/mirror-key'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'public, max-age=600' })
	const language = getLanguage(params.lang)
	return {
		mirrors: knownMirrors.map(({ address, host, since }) => ({ address, since, host: host[language] })),
		key: await findMirrorKey(),
		kitKeys: await findKitKeys(url.origin),
		kitKeyAddress: `${url.origin}/programme/kit-key.pem`,
		keyAddress: `${url.origin}/programme/mirror-key.pem`,
	}
}
