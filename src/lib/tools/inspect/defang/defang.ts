import { stripInvisible } from './strip-invisible.ts'

/** Dots of a host name: the ASCII one, and three that browsers take for it (UTS 46). */
const dots = /[.\u3002\uff0e\uff61]/gu

/** Undone: `hxxp`, `fxp`, and brackets of three kinds round a dot, a colon, `://`, an `@`. */
const undoing: [RegExp, string][] = [
	[/\bh[x*]{2}p(s?)(?=\W|$)/giu, 'http$1'],
	[/\bfxp(?=\W|$)/giu, 'ftp'],
	[/[[({]\s*(?:\.|dot)\s*[\])}]/giu, '.'],
	[/[[({]:\/\/[\])}]/gu, '://'],
	[/[[({]:[\])}]/gu, ':'],
	[/[[({]\s*(?:@|at)\s*[\])}]/giu, '@'],
]

/**
 * Inert text back to an address, as analysts of many desks write it: `hxxps[:]//example(dot)org`. Invisible characters are
 * removed. Text that is not defanged stays as it is otherwise.
 */
export const refang = (text: string): string => {
	const address = stripInvisible(text)
		.replace(/[\t\n]/gu, '')
		.trim()
	return undoing.reduce((result, [form, meant]) => result.replace(form, meant), address)
}

/**
 * An address as text that no program makes a link of: `hxxps://sub[.]example[.]org/a[.]html`. Every dot is put in
 * brackets, also in the path, where a second address may hide; schemes that are no `http` lose their colon
 * (`javascript[:]…`). Defanging twice is the same as once. It is text, not HTML: whoever shows it escapes it.
 */
export const defang = (address: string): string =>
	refang(address)
		.replace(/http(s?)(?=:)/giu, (_, s: string) => `hxxp${s.toLowerCase()}`)
		.replace(/(?<!hxxps?):/giu, '[:]')
		.replace(dots, '[.]')
		.replaceAll('@', '[@]')

/** A word that a program could make a link of: it has `://`, a known scheme, `www.`, or a name with a Latin ending. */
const linkLike =
	/:\/\/|^\W*(?:https?|ftp|javascript|data|vbscript|file|blob|mailto|tel|sms|intent|whatsapp|tg):|^\W*www[.\u3002\uff0e\uff61]|[\p{L}\p{N}_-][.\u3002\uff0e\uff61][a-z]{2,}|[\p{L}\p{N}][.\u3002\uff0e\uff61]xn--|\d+\.\d+\.\d+\.\d+/iu

/** The same for a text of many words: what looks like an address is defanged, other words stay. Invisible characters go. */
export const defangText = (text: string): string =>
	stripInvisible(text)
		.split(/(\s+)/u)
		.map((word) => (linkLike.test(word) ? defang(word) : word))
		.join('')
