import { showPart } from '#ui/gallery'
import type { Words } from '#ui/words'
import SearchForm from './SearchForm.svelte'

const toProps = ({ locale, t }: Words) => ({
	action: `/${locale}/search`,
	id: `search-${locale}`,
	label: t('search.label'),
	placeholder: t('search.placeholder'),
	button: t('search.button'),
})

export const parts = [
	showPart(SearchForm)([
		{ name: 'empty', locale: 'fr', props: toProps },
		{ name: 'empty', locale: 'ar', props: toProps },
		{ name: 'empty', locale: 'zgh', props: toProps },
		{
			name: 'asked, long',
			locale: 'en',
			props: (words) => ({ ...toProps(words), query: words.t('home.promise'), hint: words.t('law.on.hint') }),
		},
	]),
]
