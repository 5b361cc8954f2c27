import { showPart } from '#ui/gallery'
import type { Words } from '#ui/words'
import Footer from './Footer.svelte'
import Menu from './Menu.svelte'
import NamelessHead from './NamelessHead.svelte'
import PageHead from './PageHead.svelte'
import TopBar from './TopBar.svelte'

const frame = { isFrame: true }
const toBar = (words: Words) => ({ words, path: `/${words.locale}` })
const toHead = (words: Words) => ({ words, title: words.t('law.short'), description: words.t('law.home') })

export const parts = [
	showPart(
		TopBar,
		frame,
	)([
		{ name: 'home', locale: 'ar', props: (words) => ({ ...toBar(words), isHome: true }) },
		{ name: 'page', locale: 'fr', props: toBar },
		{ name: 'page', locale: 'zgh', props: toBar },
		{ name: 'with a number', locale: 'ar', props: (words) => ({ ...toBar(words), call: '2511' }) },
	]),
	showPart(
		Menu,
		frame,
	)(
		(['ar', 'fr', 'zgh'] as const).map((locale) => ({
			name: 'closed',
			locale,
			props: (words) => ({ words }),
		})),
	),
	showPart(
		Footer,
		frame,
	)((['ar', 'fr', 'zgh'] as const).map((locale) => ({ name: 'end', locale, props: (words) => ({ words }) }))),
	showPart(
		PageHead,
		frame,
	)([
		{ name: 'page', locale: 'fr', props: toHead },
		{ name: 'page', locale: 'zgh', props: toHead },
		{ name: 'neutral', locale: 'ar', props: (words) => ({ ...toHead(words), isSensitive: true }) },
	]),
	showPart(
		NamelessHead,
		frame,
	)(
		(['ar', 'fr', 'zgh'] as const).map((locale) => ({
			name: 'nobody’s way in',
			locale,
			props: (words) => ({ words }),
		})),
	),
]
