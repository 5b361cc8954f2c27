/**
 * An address as a SCART list can hold it: ASCII as a browser would send it, every `;` written `%3B`, because SCART cuts
 * its lines at each `;` and knows no quotes. `undefined` for what is no `http` or `https` address.
 */
export const toScartUrl = (url: string): string | undefined => {
	if (!URL.canParse(url)) return undefined
	const { protocol, href } = new URL(url)
	// SCART removes what a `<` begins: the URL parser has written it %3C wherever it may stand.
	return /^https?:$/u.test(protocol) ? href.replaceAll(';', '%3B') : undefined
}

/**
 * The same for a mail. SCART decodes quoted-printable once more, also where the mail box has done so: `=20` in a query
 * would become a space. The first digit after such a `=` is therefore written as `%32`, which means the same.
 */
export const toMailUrl = (url: string): string | undefined =>
	toScartUrl(url)?.replace(
		/=([0-9a-f])(?=[0-9a-f])/giu,
		(_, digit: string) => `=%${digit.charCodeAt(0).toString(16)}`,
	)
