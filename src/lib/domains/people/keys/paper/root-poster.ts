import { getDirection } from '#base'
import { toQrRows } from '#tools/files/qr-code'
import type { Sheet } from '#ui/paper'
import type { Words } from '#ui/words'

export type RootPoster = Sheet & {
	/** The address of the report, as it is read aloud and as a code. */
	address: string
	rows: string[]
	code: string
	now: string
	/** For danger, at every hour. */
	numbers: readonly string[]
	/** The line for children, with its hours. */
	listener: { label: string; number: string; hours: string }
	check: { title: string; text: string; root: string; rows: string[]; code: string }
}

type Posted = {
	/** Verifier key of the root, as `root.pub` holds it. */
	root: string
	/** Origin of the site, `https://your.name`. */
	origin: string
	/** Numbers for danger. */
	numbers: readonly string[]
	/** The line for children: `label` in the language of the poster, `hours` as `08:30–18:00`, empty for every hour. */
	listener: RootPoster['listener']
}

/**
 * The data of the poster in the language of `words`: where to report, whom to call, and the root by which anybody can verify the key of the team.
 * It is made on the machine of the ceremony, so that no server has a hand in it. `day`: `2026-11-26`.
 */
export const toRootPoster = (
	words: Words,
	{ root, origin, numbers, listener }: Posted,
	day: string,
): RootPoster => {
	const { t, locale } = words
	const address = `${origin}/${locale}/report`
	return {
		title: t('report.title'),
		description: t('keys.poster.what'),
		publisher: t('site.name'),
		lang: words.language,
		dir: getDirection(locale),
		footer: words.date(day),
		address: address.replace(/^https:\/\//u, ''),
		rows: toQrRows(address),
		code: t('keys.poster.code'),
		now: t('keys.poster.now'),
		numbers,
		listener,
		check: {
			title: t('keys.poster.check'),
			text: t('keys.poster.check-text', { door: t('by-hand.door'), number: listener.number }),
			root,
			rows: toQrRows(root),
			code: t('keys.poster.key-code'),
		},
	}
}
