/**
 * Door of the paper of a ceremony: sheets with one share each, to be locked away by one person, as data for `key-sheet.typ`; and the poster with the
 * root, for `root-poster.typ`.
 */
import { getDirection } from '#base'
import { toQrRows } from '#tools/files/qr-code'
import type { Words } from '#ui/words'
import type { Sheet } from '#ui/paper'

export { toRootPoster } from './root-poster.ts'

export type KeySheet = Sheet & {
	heading: string
	share: string
	rows: string[]
	fingerprint: string
	rules: string[]
	labels: { holder: string; place: string; date: string; checked: string }
	code: string
}

/** Secret that a share belongs to. */
export type ShareOf = {
	of: 'escrow' | 'root'
	number: number
	total: number
	share: string
	fingerprint: string
}

/** The data of one sheet in the language of `words`. `day`: `2026-11-26`. */
export const toKeySheet = (
	words: Words,
	{ of, number, total, share, fingerprint }: ShareOf,
	day: string,
): KeySheet => {
	const { t, locale } = words
	const heading = t(`keys.sheet.${of}`)
	return {
		title: `${heading} ${number}/${total}`,
		description: t('keys.sheet.what'),
		publisher: t('site.name'),
		lang: words.language,
		dir: getDirection(locale),
		footer: words.date(day),
		heading: t('keys.sheet.number', { n: number, of: total }),
		share,
		rows: toQrRows(share),
		fingerprint,
		rules: [t('keys.sheet.three'), t('keys.sheet.apart'), t('keys.sheet.no-photo'), t('keys.sheet.drill')],
		labels: {
			holder: t('keys.sheet.holder'),
			place: t('keys.sheet.place'),
			date: t('keys.sheet.date'),
			checked: t('keys.sheet.checked'),
		},
		code: t('keys.sheet.code'),
	}
}
