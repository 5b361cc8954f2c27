/** Pages to measure: one address for each template of the public site, the heaviest where there are many. */
import { globSync, statSync } from 'node:fs'
import type { Locale } from '#base'
import { audiences } from '#domains/guide'

export type Template = {
	name: string
	kind: 'help' | 'intake' | 'matrix' | 'table' | 'other'
	getAddress: (locale: Locale) => string
	/** Selector that is touched after the first view; the bytes that come for it count in the total. */
	touch?: string
}

/** The heaviest page that the build wrote, so that every other is lighter than what is measured. */
const findHeaviest = (pattern: string): string => {
	const [heaviest] = globSync(`build/prerendered/${pattern}.html.br`)
		.map((file) => ({ file, size: statSync(file).size }))
		.sort((a, b) => b.size - a.size)
	if (!heaviest) throw new Error(`looking for built pages: none like ${pattern}, run \`npm run build\``)
	return heaviest.file.replace(/^build\/prerendered/u, '').replace(/\.html\.br$/u, '')
}

const queries: Readonly<Record<Locale, string>> = {
	ar: 'واحد كيهددني بالصور',
	fr: 'on me menace avec mes photos',
	zgh: 'ⵜⴰⵎⴰⵣⵉⵖⵜ taswirt kayhddni',
	'zgh-latn': 'taswirt kayhddni',
	en: 'someone threatens me with my pictures',
}

const other = (name: string, getPath: (locale: Locale) => string): Template => ({
	name,
	kind: 'other',
	getAddress: (locale) => `/${locale}${getPath(locale)}`,
})
const help = (name: string, path: string): Template => ({ ...other(name, () => path), kind: 'help' })

/** A table of all that conventions ask: long, and allowed to be. */
const matrix = (name: string, path: string): Template => ({ ...other(name, () => path), kind: 'matrix' })
const heaviest = (name: string, pattern: string): Template => ({
	name,
	kind: 'other',
	getAddress: (locale) => findHeaviest(`${locale}${pattern}`),
})

export const templates: readonly Template[] = [
	other('front door', () => ''),
	help('help', '/help'),
	help('help: who asks', '/help/threatened'),
	help('help: how urgent', '/help/threatened/teen'),
	help('help result', '/help/threatened/teen/now'),
	other('search', () => '/search'),
	other('search result', (locale) => `/search?q=${encodeURIComponent(queries[locale])}`),
	...audiences.map((audience) => other(`door, ${audience}`, () => `/${audience}`)),
	...audiences.map((audience) => heaviest(`topic, ${audience}`, `/${audience}/*`)),
	other('street of Najma', () => '/children/derb?t=1002000030'),
	other('story of the street', () => '/children/derb/3'),
	other('after a choice in the street', () => '/children/derb/3/a'),
	other("grown-up's door in the street", () => '/children/derb/3/door?t=1002000030'),
	other('zellige of a child', () => '/children/derb/zellige?t=4123512654'),
	other('short films', () => '/children/loops'),
	heaviest('short film', '/children/loops/*'),
	other('strip of a film', () => '/children/loops/chain/print'),
	other('contacts', () => '/contacts'),
	other('privacy', () => '/privacy'),
	other('offline', () => '/offline'),
	other('accessibility', () => '/accessibility'),
	other('print', () => '/teachers/bullying/print'),
	other('practice', () => '/skills'),
	heaviest('step of a story', '/skills/play/*/*'),
	heaviest('quiz', '/skills/quiz/*/*'),
	heaviest('lesson', '/skills/lessons/*'),
	other('a pupil told me', () => '/skills/told'),
	other('check a certificate', () => '/skills/certificate'),
	other('protection', () => '/tools'),
	heaviest('guide', '/tools/guides/*'),
	heaviest('files', '/tools/files/*'),
	other('family plan', () => '/tools/plan'),
	other('is it on', () => '/tools/is-it-on'),
	other('the law', () => '/law'),
	{ ...heaviest('text of the law', '/law/instruments/*'), kind: 'table' },
	heaviest('article', '/law/provisions/*'),
	heaviest('situation', '/law/situations/*'),
	heaviest('situation for the young', '/law/situations/*/*'),
	{ ...heaviest('convention', '/law/conventions/*'), kind: 'table' },
	matrix('gaps', '/law/gaps'),
	{ ...heaviest('tile of the gaps', '/law/gaps/about/*/*'), kind: 'table' },
	matrix('conventions side by side', '/law/compare'),
	other('the programme in ten minutes', () => '/programme/ten-minutes'),
	other('questions for jurists', () => '/law/questions'),
	other('progress of the law', () => '/law/progress'),
	other('the law on a day', () => '/law/on?day=2019-02-01'),
	other('a text on a day', () => '/law/on?day=2019-02-01&text=ma-penal-code'),
	other('words of the law', () => '/law/glossary'),
	other('search in the law', () => '/law/search?q=607-3'),
	other('study to print', () => '/law/study'),
	other('open data of the law', () => '/law/data'),
	other('public record', () => '/record'),
	// The code that seals comes at first touch.
	{ ...other('report', () => '/report'), kind: 'intake', touch: '[data-report-form]' },
	{ ...other('mailbox', () => '/mailbox'), kind: 'intake' },
	other('password check', () => '/tools/password'),
	other('link check', () => '/tools/link'),
]
