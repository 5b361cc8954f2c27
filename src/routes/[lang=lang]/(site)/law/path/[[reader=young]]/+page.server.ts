import { getLanguage, locales } from '#base'
import { getPathView, youngReaders } from '#domains/law'
import { law } from '#domains/law/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) =>
		[undefined, ...youngReaders].map((reader) => ({ lang, ...(reader && { reader }) })),
	)

export const load: PageServerLoad = ({ params }) => ({
	...(params.reader && { audience: params.reader }),
	// Who reads of police and court may have been harmed: the name of the page stays neutral.
	isSensitive: true,
	view: getPathView(law, params.reader ?? 'adults', getLanguage(params.lang)),
})
