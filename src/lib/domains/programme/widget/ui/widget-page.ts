/** The page of the widget: one file that loads nothing, for a frame on a page of others. */
import { sha256 } from '@noble/hashes/sha2.js'
import { escapeMarkup, getDirection, getLangTag, toBase64, type Language } from '#base'
import { dark, light } from '#ui/tokens'
import { createWords } from '#ui/words'
import { getWidgetPolicy } from '../contract.ts'
import type { ChosenDoor } from '../widget-doors.ts'
import { showDoor, type ShownDoor } from './shown-door.ts'

type Colours = Pick<typeof light, 'paper' | 'card' | 'ink' | 'quiet' | 'majorelle' | 'terracotta' | 'line'>
const nameColours = (colours: Record<keyof Colours, string>): string =>
	`--p:${colours.paper};--c:${colours.card};--i:${colours.ink};--q:${colours.quiet};--m:${colours.majorelle};--t:${colours.terracotta};--l:${colours.line}`

/** Fonts of the system only: a font of ours would be a second request, and weigh more than the page. */
const fonts = "system-ui,'Noto Sans Tifinagh',Ebrima,sans-serif"

/** The style, as it stands in the page: its hash is in the page's policy. */
const style = [
	`:root{color-scheme:light dark;${nameColours(light)}}`,
	`@media(prefers-color-scheme:dark){:root{${nameColours(dark)}}}`,
	`*{box-sizing:border-box}`,
	`body{margin:0;padding:.5rem;font:1rem/1.4 ${fonts};background:var(--p);color:var(--i);overflow-wrap:anywhere}`,
	`main{max-inline-size:44rem;margin-inline:auto}`,
	`h1{margin:0 0 .4rem;font-size:.95rem;font-weight:600;line-height:1.3}`,
	`p,ul{margin:.45rem 0 0;padding:0;list-style:none}`,
	`a{color:inherit;text-decoration:none;display:block}`,
	`a:focus-visible{outline:3px solid var(--i);outline-offset:2px}`,
	`.h{background:var(--m);color:var(--p);text-align:center;font-size:1.15rem;font-weight:700;padding:.6rem 1rem;border-radius:1.1rem;border-end-end-radius:.25rem}`,
	`.h:hover{text-decoration:underline}`,
	`.k{font-size:.78rem;color:var(--q)}`,
	`.k b{color:var(--t)}`,
	`ul{display:grid;gap:.4rem}`,
	`.d{margin-block-start:.25rem;grid-template-columns:repeat(auto-fit,minmax(4.6rem,1fr))}`,
	`.o{grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr))}`,
	`li a{block-size:100%;background:var(--c);border:1px solid var(--l);border-radius:.6rem;border-end-end-radius:.25rem;padding:.35rem .5rem;font-size:.85rem;line-height:1.35}`,
	`li a:hover{border-color:var(--m)}`,
	`.d a{text-align:center;padding-inline:.15rem}`,
	`li b{display:block;font-size:1.15rem;line-height:1.25;color:var(--m)}`,
	`.d b{color:var(--t)}`,
	`small{display:block;font-size:.8rem;color:var(--q)}`,
].join('')

/** Leads out of the frame, and tells the next page nothing of the one that it stands on. */
const out = 'target="_top" rel="noreferrer"'

const makeLink = ({ number, act, href, name, hours, languages }: ShownDoor, inner: string): string =>
	`<li><a href="${escapeMarkup(href)}" ${out} aria-label="${escapeMarkup(`${act}, ${name}, ${hours}`)}"><b>${escapeMarkup(number)}</b>${inner
		.replace('%name%', () => escapeMarkup(name))
		.replace('%hours%', () => escapeMarkup(hours))
		.replace('%languages%', () => escapeMarkup(languages))}</a></li>`

const listener = '%name%<small>%hours%</small><small>%languages%</small>'

/**
 * Makes the page of a language. Its links are seen from the root of the site that sends it: a copy of the site keeps them at home.
 *
 * @param doors - those of {@link chooseDoors}
 */
export const makeWidgetPage = (doors: readonly ChosenDoor[], language: Language): string => {
	const { t } = createWords(language)
	const say = (key: Parameters<typeof t>[0]): string => escapeMarkup(t(key))
	const shown = doors.flatMap((door) => showDoor(door, language))
	const danger = shown.filter(({ isForDanger }) => isForDanger)
	const others = shown.filter(({ isForDanger }) => !isForDanger)
	const dangerHours = [...new Set(danger.map(({ hours }) => hours))]
	const list = (all: readonly ShownDoor[], mark: string, inner: string): string =>
		all.length === 0 ? '' : `<ul class="${mark}">${all.map((door) => makeLink(door, inner)).join('')}</ul>`
	const dangerInner = dangerHours.length === 1 ? '%name%' : '%name%<small>%hours%</small>'
	const caption = dangerHours.length === 1 ? ` ${escapeMarkup(dangerHours[0] ?? '')}` : ''
	const policy = getWidgetPolicy(`sha256-${toBase64(sha256(new TextEncoder().encode(style)))}`)
	return [
		`<!doctype html><html lang="${getLangTag(language)}" dir="${getDirection(language)}"><head><meta charset="utf-8">`,
		`<meta http-equiv="content-security-policy" content="${policy}">`,
		`<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">`,
		`<meta name="robots" content="noindex"><title>${say('widget.frame')}</title><style>${style}</style></head>`,
		`<body><main><h1>${say('widget.lead')}</h1>`,
		`<a class="h" href="/${language}/help" ${out}>${say('nav.help')}</a>`,
		danger.length > 0 ? `<p class="k"><b>${say('panel.title')}</b>${caption}</p>` : '',
		list(danger, 'd', dangerInner),
		list(others, 'o', listener),
		`</main></body></html>\n`,
	].join('')
}
