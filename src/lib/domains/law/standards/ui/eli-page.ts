import { escapeMarkup, getDirection, getLangTag } from '#base'
import { dark, light } from '#ui/tokens'
import type { Words } from '#ui/words'
import { findDiscoveryLinks, type DiscoveryLink } from '../discovery.ts'
import { getArticles, findEliPath, type Article } from '../eli/eli.ts'
import { toScriptText } from '../json-ld/json-ld.ts'
import { toLegislation, toProvisionLegislation } from '../json-ld/legislation.ts'
import type { StandardsContext } from '../json-ld/legislation-links.ts'
import type { Instrument } from '../../corpus/instrument.ts'
import type { LawTexts } from '../../corpus/law-words.ts'
import type { Law } from '../../corpus/law.ts'

const eliStyle = `body{font:1.05rem/1.7 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;background:${light.paper};color:${light.ink};overflow-wrap:anywhere}h1{font-size:1.2rem;border-block-end:6px solid ${light.majorelle};padding-block-end:.5rem}ul{list-style:none;padding:0}a{color:${light.majorelle};display:inline-block;padding:.6rem .4rem;min-inline-size:2rem}nav{display:flex;flex-wrap:wrap}p{margin:0 .4rem 1rem}@media(prefers-color-scheme:dark){body{background:${dark.paper};color:${dark.ink}}a{color:${dark.majorelle}}}`
/** The mark by which the content policy of the page allows this style and no other. */
const eliStyleHash = 'sha256-ewePU9HKCdWoqE33a/HgSU7+IN0CTLiZRrij/ZZO87g='

type Target = { href: string; name: LawTexts }

const getTargets = (instrument: Instrument, article: Article | undefined): Target[] =>
	article
		? article.provisions.map(({ id, title }) => ({ href: `/law/provisions/${id}`, name: title }))
		: [{ href: `/law/instruments/${instrument.id}`, name: instrument.name }]

/** The pages for people, in each language in its own words. */
const makeReaders = (targets: readonly Target[], readers: readonly Words[]): string =>
	readers
		.map((words) => {
			const lang = getLangTag(words.locale)
			const links = targets.map(({ href, name }) => {
				const own = name[words.language]
				const text = own ? words.text(own) : words.t('law.eli.page')
				return `<a href="/${words.locale}${href}" hreflang="${lang}">${escapeMarkup(text)}</a>`
			})
			return `<li lang="${lang}" dir="${getDirection(words.locale)}">${links.join('<br>')}<p>${escapeMarkup(words.t('law.own-words'))}</p></li>`
		})
		.join('')

type Page = StandardsContext & {
	readers: readonly Words[]
	instrument: Instrument
	article: Article | undefined
	/** The address of the page, and of the instrument that it belongs to. */
	path: string
	base: string
}

const makeHead = ({ law, dataset, origin, readers, instrument, article, path }: Page): string => {
	const context = { law, dataset, origin }
	const [target] = getTargets(instrument, article)
	const first = article?.provisions[0].id
	const node = first ? toProvisionLegislation(context, first) : toLegislation(context, instrument.id)
	return [
		'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
		`<meta http-equiv="content-security-policy" content="default-src 'none'; style-src '${eliStyleHash}'; base-uri 'none'; form-action 'none'">`,
		`<title>${escapeMarkup(path)}</title>`,
		`<link rel="canonical" href="${origin}${path}">`,
		...readers.map(
			({ locale }) =>
				`<link rel="alternate" hreflang="${getLangTag(locale)}" href="${origin}/${locale}${target?.href ?? ''}">`,
		),
		...getMachines(law, instrument).map(
			({ rel, type, title, href }) => `<link rel="${rel}" type="${type}" title="${title}" href="${href}">`,
		),
		`<script type="application/ld+json">${node ? toScriptText(node) : ''}</script>`,
		`<style>${eliStyle}</style>`,
	].join('')
}

const getMachines = (law: Law, { id }: Instrument): DiscoveryLink[] =>
	findDiscoveryLinks(law, id).filter(({ rel }) => rel === 'alternate')

/** The way up from an article, or the articles of an instrument. */
const makeParts = ({ law, instrument, article, path, base }: Page): string => {
	const links = article
		? [`<a href="${base}">${base}</a>`]
		: getArticles(law, instrument.id).map(
				({ part, number }) => `<a href="${path}/${escapeMarkup(part)}">${escapeMarkup(number)}</a>`,
			)
	return links.length > 0 ? `<nav>${links.join('')}</nav>` : ''
}

/**
 * The page at an ELI address: which pages for people and which files for machines speak of this text. It needs nothing else to work.
 *
 * @param readers - words of the languages that have pages
 * @param article - one article; without it, the instrument and the articles that we hold
 * @throws Error for an instrument that has no such address
 */
export const makeEliPage = (
	context: StandardsContext,
	readers: readonly Words[],
	{ instrument, article }: { instrument: Instrument; article?: Article | undefined },
): string => {
	const base = findEliPath(instrument)
	if (!base) throw new Error(`making the ELI page of ${instrument.id}: it has no such address`)
	const path = article ? `${base}/${article.part}` : base
	const page: Page = { ...context, readers, instrument, article, path, base }
	const files = getMachines(context.law, instrument).map(
		({ type, title, href }) => `<li><a href="${href}" type="${type}">${title}</a></li>`,
	)
	return [
		`<!doctype html><html lang="en"><head>${makeHead(page)}</head><body><main><h1>${escapeMarkup(path)}</h1>`,
		`<ul>${makeReaders(getTargets(instrument, article), readers)}</ul>`,
		makeParts(page),
		`<ul>${files.join('')}</ul></main></body></html>\n`,
	].join('')
}
