import { escapeMarkup, getLanguage, type Locale } from '#base'
import { createWords } from '#ui/words'
import { boardSize, frameSize, getBoardAddress, getWidgetAddress, sandbox } from '../contract.ts'

/** Lines that a partner copies: HTML for the page, lines for its content policy. */
export type Snippets = {
	link: string
	iframe: string
	script: string
	framePolicy: string
	scriptPolicy: string
}

const tag = 'script'

/**
 * Makes the lines to copy for a language. The frame and the script have one address for both writings of Tamazight.
 *
 * @param origin - of this site, without a slash at the end
 */
export const makeSnippets = (origin: string, locale: Locale): Snippets => {
	const { t } = createWords(locale)
	const at = (file: 'html' | 'js'): string => `${origin}${getWidgetAddress(getLanguage(locale), file)}`
	const { width, height } = frameSize
	return {
		link: `<a href="${origin}/${locale}/help" rel="noreferrer">${escapeMarkup(t('nav.help'))}</a>`,
		iframe: `<iframe src="${at('html')}" title="${escapeMarkup(t('widget.frame'))}" width="${width}" height="${height}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="${sandbox}"></iframe>`,
		script: `<${tag} src="${at('js')}" async referrerpolicy="no-referrer"></${tag}>`,
		framePolicy: `frame-src ${origin}`,
		scriptPolicy: `script-src ${origin}`,
	}
}

/** The lines that show the tile of the scoreboard. @param origin - of this site, without a slash at the end */
export const makeBoardFrame = (origin: string, locale: Locale): string => {
	const title = escapeMarkup(createWords(locale).t('scoreboard.short'))
	const { width, height } = boardSize
	return `<iframe src="${origin}${getBoardAddress(getLanguage(locale))}" title="${title}" width="${width}" height="${height}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" sandbox="${sandbox}"></iframe>`
}
