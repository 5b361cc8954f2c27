type Encoding = 'br' | 'gzip'

const known = new Map<string, Encoding | undefined>()

const parse = (accepted: string): Encoding | undefined => {
	const offers = new Map(
		accepted.split(',').map((offer): [string, number] => {
			const [name = '', ...parameters] = offer.toLowerCase().split(';')
			const quality = parameters.find((parameter) => /^\s*q\s*=/u.test(parameter))
			return [name.trim(), quality === undefined ? 1 : Number(quality.split('=')[1])]
		}),
	)
	return (['br', 'gzip'] as const).find((name) => (offers.get(name) ?? offers.get('*') ?? 0) > 0)
}

/**
 * The smallest encoding of ours that an `accept-encoding` header allows; `undefined`: none, send it plain.
 * Browsers send few different ones, so what they send is parsed once.
 */
export const chooseEncoding = (accepted: string | undefined): Encoding | undefined => {
	if (accepted === undefined) return undefined
	if (known.has(accepted)) return known.get(accepted)
	const encoding = parse(accepted)
	if (known.size < 100 && accepted.length < 200) known.set(accepted, encoding)
	return encoding
}
