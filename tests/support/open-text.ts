/** What of a page stands open: read out of its HTML, as somebody without script gets it. */

const silent = new Set(['script', 'style', 'template'])
const empty = new Set(['br', 'img', 'input', 'link', 'meta', 'path', 'hr'])

type Open = { tag: string; isHidden: boolean }

const hidesItself = (tag: string, attributes: string): boolean =>
	silent.has(tag) || /(^|\s)hidden(\s|$|=)/u.test(attributes) || /class="[^"]*\bhidden\b/u.test(attributes)

/** The words that stand open in `<main>`: what is folded counts by its summary only. */
export const readOpenText = (html: string): string => {
	const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
	const open: Open[] = []
	const texts: string[] = []
	for (const [token] of main.matchAll(/<!--[\s\S]*?-->|<[^>]+>|[^<]+/gu)) {
		if (token.startsWith('<!--')) continue
		const [, slash, tag = '', attributes = ''] = /^<(\/?)([a-z0-9]+)([\s\S]*?)\/?>$/u.exec(token) ?? []
		if (tag === '') {
			const isFolded = open.some(({ tag: of }, at) => of === 'details' && open[at + 1]?.tag !== 'summary')
			if (!isFolded && !open.some(({ isHidden }) => isHidden)) texts.push(token)
		} else if (slash) open.splice(open.findLastIndex((one) => one.tag === tag))
		else if (!empty.has(tag) && !token.endsWith('/>'))
			open.push({ tag, isHidden: hidesItself(tag, attributes) })
	}
	return texts.join(' ').replace(/\s+/gu, ' ').trim()
}

/** Words as a reader counts them. */
export const countWords = (text: string): number =>
	(text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.:-]*/gu) ?? []).length
