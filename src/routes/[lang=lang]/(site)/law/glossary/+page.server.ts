import { getLanguage, locales } from '#base'
import { getGlossary } from '#domains/law'
import { law, lawGlossary } from '#domains/law/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

/** Reviewers who have not read every word yet. */
const missing = (['native', 'jurist'] as const).filter((kind) =>
	lawGlossary.some(({ review }) => review[kind] === 'none'),
)

export const load: PageServerLoad = ({ params }) => ({
	groups: getGlossary(lawGlossary, law, getLanguage(params.lang)),
	checked: lawGlossary.map(({ checked }) => checked).sort()[0] ?? '',
	review: Object.fromEntries(missing.map((kind) => [kind, 'none' as const])),
})
