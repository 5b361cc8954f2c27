/** Characters that `xarf-core.json` gives a description. */
const most = 1000

const count = (words: string): number => Array.from(words).length

/**
 * What article 16(2) of the Digital Services Act asks of a notice, as the description of a report: the reasons with the provisions that they
 * rest on (a), where inside the address (b), good faith (d). The address (b) and the notifier (c) are fields of their own. At most 1,000
 * characters: the reasons are cut, with a sign that they are, and nothing else is.
 */
export const toDescription = (parts: {
	reasons: string
	whereInside?: string
	/** The whole sentence, in the language of the notice. */
	goodFaith: string
}): string => {
	const rest = [parts.whereInside ?? '', parts.goodFaith].filter((part) => part.trim() !== '')
	const room = Math.max(0, most - count(rest.join('\n')) - rest.length)
	const reasons = parts.reasons.trim()
	const cut =
		count(reasons) > room
			? `${Array.from(reasons)
					.slice(0, Math.max(0, room - 1))
					.join('')
					.trimEnd()}…`
			: reasons
	return Array.from([cut, ...rest].join('\n'))
		.slice(0, most)
		.join('')
}
