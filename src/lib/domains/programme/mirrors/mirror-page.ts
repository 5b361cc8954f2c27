/**
 * A page as a copy shows it: its links stay in the copy where the copy has what they lead to, and go home otherwise; no script of ours is in it
 * but the one that says when the copy is old; what is filled in goes home. Texts in, texts out.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { escapeMarkup, getDirection, getLangTag, toBase64, type Locale } from '#base'

/** Words of the line at the top of each page, as they are shown. */
type Banner = { text: string; goHome: string; old: string }

export type PageCopy = {
	/** Address of the page on the site, `/fr/help`. */
	address: string
	/** Origin of the site, without a slash at the end. */
	home: string
	/** Day of the copy, `2026-11-29`. */
	day: string
	banner: Banner
	/** True for addresses that the copy has. */
	has: (path: string) => boolean
}

/** Built files that are no part of a copy: scripts and what only they read, the widget, what speaks to search engines of the site. */
const leftOut = [
	/\.(?:js|br|gz|webmanifest)$/u,
	/^\/(?:search-index|offline|w)\//u,
	/^\/(?:robots\.txt|sitemap\.xml)$/u,
	/\/\.[^/]*$|\/_app\/version\.json$/u,
]

/** True for the path of a built file (`/fr/help.html`) that belongs to a copy. */
export const isInMirror = (path: string): boolean => !leftOut.some((pattern) => pattern.test(path))

/** The file of a built one in a copy: a page is the index of its own folder, which every server of files sends for its address. */
export const toMirrorFile = (path: string): string => path.replace(/(?<!\/index)\.html$/u, '/index.html')

const unescape = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&')

/** Address to which a link leads from a page of a copy. */
const moveLink = (link: string, { address, home, has }: PageCopy, isForm: boolean): string => {
	if (/^(?:#|data:|tel:|mailto:|sms:)/u.test(link)) return link
	const here = 'http://copy.invalid'
	const url = new URL(unescape(link), here + address)
	if (url.origin !== here) return link
	const rest = `${url.search}${url.hash}`
	const isPage = !/\.[a-z0-9]+$/u.test(url.pathname)
	if (isForm || !has(url.pathname) || (isPage && url.search !== '')) return `${home}${url.pathname}${rest}`
	return isPage && url.pathname !== '/' ? `${url.pathname}/${rest}` : `${url.pathname}${rest}`
}

const linkAttribute = /\s(href|src|poster|action|formaction)="([^"]*)"/gu

/** Elements of a page that only a script, or a browser that installs the site, asks for. */
const dropped = [
	/<script\b(?![^>]*type="application\/ld\+json")[^>]*>[\s\S]*?<\/script>/gu,
	/<link\b[^>]*rel="(?:modulepreload|manifest)"[^>]*>/gu,
]

const changePolicy = (policy: string, home: string): string =>
	policy
		.replace("form-action 'self'", `form-action ${home}`)
		.replace("connect-src 'self'", "connect-src 'none'")
		.replace("worker-src 'self'", "worker-src 'none'")
		.replace("manifest-src 'self'", "manifest-src 'none'")

const hashStyle = (style: string): string => toBase64(sha256(new TextEncoder().encode(style)))

/** Fonts and pictures are named as seen from the page, which stands one folder deeper in a copy: from the root instead, and the policy knows the style by its new hash. */
const moveStyles = (html: string, { address }: PageCopy): string =>
	[...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gu)].reduce((text, [, style = '']) => {
		const moved = style.replaceAll(
			/url\((['"]?)(\.{1,2}\/[^'")]+)\1\)/gu,
			(_, mark: string, path: string) =>
				`url(${mark}${new URL(path, `http://copy.invalid${address}`).pathname}${mark})`,
		)
		return text.replaceAll(style, () => moved).replaceAll(hashStyle(style), hashStyle(moved))
	}, html)

const makeBanner = ({ address, home, day, banner }: PageCopy): string =>
	`<p id="mirror" data-day="${day}" data-old="${escapeMarkup(banner.old)}">${escapeMarkup(banner.text)} <a href="${home}${address}" rel="noreferrer">${escapeMarkup(banner.goHome)}</a></p>`

const escapeQuotes = (link: string): string => link.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** Makes the copy of a page. */
export const rewritePage = (html: string, copy: PageCopy): string => {
	const bare = dropped.reduce((text, pattern) => text.replaceAll(pattern, ''), moveStyles(html, copy))
	const moved = bare.replaceAll(/<[a-z][^>]*>/gu, (tag) =>
		tag.replaceAll(
			linkAttribute,
			(_, name: string, link: string) =>
				` ${name}="${escapeQuotes(moveLink(link, copy, name.endsWith('action')))}"`,
		),
	)
	return moved
		.replace(
			/(<meta http-equiv="content-security-policy" content=")([^"]*)/u,
			(_, start: string, policy: string) => start + changePolicy(policy, copy.home),
		)
		.replace(
			/<\/head>/u,
			() =>
				'<meta name="referrer" content="no-referrer"><link rel="stylesheet" href="/mirror.css"><script src="/mirror.js" defer></script></head>',
		)
		.replace(/<body\b[^>]*>/u, (body) => body + makeBanner(copy))
}

/** The page at the root of a copy, where the site itself chooses by the browser's language: all of them, to press. */
export const makeFrontPage = (
	languages: readonly { locale: Locale; name: string; banner: Banner }[],
	{ home, day }: { home: string; day: string },
): string => {
	const attributes = (locale: Locale): string => `lang="${getLangTag(locale)}" dir="${getDirection(locale)}"`
	const said = languages.map(
		({ locale, banner }) => `<span ${attributes(locale)}>${escapeMarkup(banner.text)}</span>`,
	)
	const items = languages.map(
		({ locale, name }) => `<li ${attributes(locale)}><a href="/${locale}/">${name}</a></li>`,
	)
	const old = languages.map(({ banner }) => banner.old).join(' · ')
	const policy = `default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'`
	return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Thiqa</title><meta name="referrer" content="no-referrer"><link rel="canonical" href="${home}/"><link rel="stylesheet" href="/mirror.css"><script src="/mirror.js" defer></script></head><body class="front"><p id="mirror" data-day="${day}" data-old="${escapeMarkup(old)}">${said.join('')}</p><main><ul>${items.join('')}</ul></main></body></html>\n`
}
