import { getLanguage, locales, type Locale } from '#base'
import { findPageOrFallback, pickWords } from '#domains/guide'
import { library } from '#domains/guide/server'
import { findProvisionView, getArticleWord } from '#domains/law'
import { law } from '#domains/law/server'
import { findModuleView } from '#domains/skills/staff'
import { skills } from '#domains/skills/server'
import { createWords } from '#ui/words'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => skills.staff.modules.map(({ id }) => ({ lang, module: id })))

/** An article as a link names it: its number, its title and the text that it stands in. */
const toArticle = (lang: Locale, id: string) => {
	const { t, language } = createWords(lang)
	const found = findProvisionView(law, id)
	if (!found) throw new Error(`naming ${id}: content/law has no such provision`)
	const { article, instrument, title } = found.provision
	const picked = pickWords(title, language)
	return {
		id,
		number: t(`law.article.${getArticleWord(instrument)}`, { n: article }),
		title: picked?.words ?? '',
		language: picked?.language ?? language,
	}
}

export const load: PageServerLoad = ({ params }) => {
	const language = getLanguage(params.lang)
	const view = findModuleView(skills, params.module, language)
	if (!view) error(404, 'page.not-found')
	return {
		audience: 'teachers' as const,
		view,
		pages: view.topics.flatMap((topic) => {
			const page = findPageOrFallback(library, { topic, audience: 'teachers', language })
			return page ? [{ topic, title: page.title, language: page.language }] : []
		}),
		law: view.law.map((id) => toArticle(params.lang, id)),
	}
}
