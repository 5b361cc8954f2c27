/** The channels of a partner as five lines of a form, in the order in which they are tried. */
import { ok, refused, type Result } from '#base'
import { channelKinds, isAwsAddress, type ChannelKind } from '../partner.ts'

export type ChannelData = { kind: ChannelKind; address: string }

const lines = [1, 2, 3, 4, 5] as const

/** Pairs of names of fields, one pair a line. A line without an address is none. */
export const channelFields = lines.map(
	(line) => ({ kind: `kind${line}`, address: `address${line}` }) as const,
)
type Field = (typeof channelFields)[number]['kind' | 'address']

export type ChannelRefusal =
	| 'partner.channel-kind'
	| 'partner.channel-url'
	| 'partner.channel-aws'
	| 'partner.channel-mail'
	| 'partner.channel-office'

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u

/** Names that never leave a machine or a house, and addresses in place of a name. */
const isHostInside = (host: string): boolean =>
	!/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/u.test(host) ||
	/\.(?:local|localhost|internal|home\.arpa)$/u.test(host)

/**
 * An address of a machine: https, a name and no address of a network, no name of a user, no fragment. In a demonstration it may be this machine.
 */
const readUrl = (text: string, isDemonstration: boolean): string | undefined => {
	if (text.length > 500 || !URL.canParse(text)) return undefined
	const url = new URL(text)
	if (url.username !== '' || url.password !== '' || url.hash !== '') return undefined
	const isHere = isDemonstration && loopback.test(url.hostname) && /^https?:$/u.test(url.protocol)
	return isHere || (url.protocol === 'https:' && !isHostInside(url.hostname)) ? url.href : undefined
}

const mail =
	/^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/iu

const readAddress = (
	{ kind, address }: ChannelData,
	isDemonstration: boolean,
): Result<string, ChannelRefusal> => {
	switch (kind) {
		case 'http-sig':
		case 'xarf-http':
		case 'taxii': {
			const url = readUrl(address, isDemonstration)
			if (url === undefined) return refused('partner.channel-url')
			return kind === 'xarf-http' && !isAwsAddress(url) ? refused('partner.channel-aws') : ok(url)
		}
		case 'xarf-mail':
		case 'mail-pgp':
			return address.length <= 254 && mail.test(address) ? ok(address) : refused('partner.channel-mail')
		case 'paper':
			return address.length <= 200 && !/\p{C}/u.test(address)
				? ok(address)
				: refused('partner.channel-office')
	}
}

/**
 * Reads the channels of a partner.
 *
 * @param isDemonstration - true where the operator runs one: addresses of this machine are taken then, and only then
 */
export const readChannels = (
	fields: Readonly<Record<Field, string>>,
	isDemonstration: boolean,
): Result<ChannelData[], ChannelRefusal> => {
	const channels: ChannelData[] = []
	for (const field of channelFields) {
		const given = fields[field.address].trim()
		if (given === '') continue
		const kind = channelKinds.find((one) => one === fields[field.kind])
		if (!kind) return refused('partner.channel-kind')
		const address = readAddress({ kind, address: given }, isDemonstration)
		if (!address.ok) return address
		channels.push({ kind, address: address.value })
	}
	return ok(channels)
}
