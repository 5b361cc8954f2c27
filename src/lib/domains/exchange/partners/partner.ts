/** Partners of the desk: who they are, what was agreed, and whether something may go to them or come from them now. */

export const partnerKinds = [
	'hotline',
	'police',
	'central-authority',
	'cert',
	'isp',
	'platform',
	'hoster',
	'school-network',
	'research',
] as const
export type PartnerKind = (typeof partnerKinds)[number]

/** Kinds of traffic that an agreement may allow. `referral-out` goes to them, `referral-in` comes from them. */
export const flows = ['referral-out', 'referral-in', 'indicators', 'hashes', 'preservation'] as const
export type Flow = (typeof flows)[number]

/** Traffic Light Protocol 2.0, the most open first (https://www.first.org/tlp/). */
export const tlpLevels = ['clear', 'green', 'amber', 'amber+strict', 'red'] as const
export type Tlp = (typeof tlpLevels)[number]

/** Permissible Actions Protocol: what whoever gets it may do, the most open first (https://github.com/MISP/misp-taxonomies, PAP). */
export const papLevels = ['clear', 'green', 'amber', 'red'] as const
export type Pap = (typeof papLevels)[number]

/**
 * Ways to reach a partner, each a standard: `http-sig` (signed HTTP between hotlines), `xarf-http` (an abuse desk that takes XARF over HTTP),
 * `xarf-mail`, `mail-pgp`, `taxii` (we pull from there), `paper`.
 */
export const channelKinds = ['http-sig', 'xarf-http', 'xarf-mail', 'mail-pgp', 'taxii', 'paper'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** True for the address of AWS's abuse desk, the only one so far that a report goes to over HTTP (`xarf-http`). */
export const isAwsAddress = (address: string): boolean =>
	/^abuse\.[a-z0-9-]+\.amazonaws\.com$/u.test(URL.parse(address)?.hostname ?? '')

/** Uses of a key: `sign` and `seal` are JWK (Ed25519, X25519), `pgp` is armored, `token` a digest of a secret, `tsig` the digest of one for transfers of a zone. */
export const keyUses = ['sign', 'seal', 'pgp', 'token', 'tsig'] as const
export type KeyUse = (typeof keyUses)[number]

export type PartnerState = 'draft' | 'active' | 'suspended' | 'ended'

export type Channel = {
	id: string
	kind: ChannelKind
	/** URL or mail address; the name of an office for `paper`. */
	address: string
	/** Order in which they are tried, from 1. */
	place: number
}

export type PartnerKey = {
	id: string
	partner: string
	use: KeyUse
	kid: string
	/** JWK as JSON, armored OpenPGP, SHA-256 of a token or of a shared key in hex: never a secret. */
	public: string
	validFrom: Date
	validTo: Date | undefined
	broughtBy: string
	verifiedBy: string | undefined
	revokedAt: Date | undefined
	revokedWhy: string | undefined
}

export type Partner = {
	id: string
	names: Readonly<{ ar: string; fr: string; zgh: string | undefined; en: string }>
	kind: PartnerKind
	/** ISO 3166-1 alpha-2. */
	country: string
	/** IANA time zone. */
	zone: string
	/** `mo-fr 08:30-17:00; sa 09:00-12:00`, `always`, or nothing while nobody said; read by `parseHours()`. */
	hours: string
	/** ISO 639 codes that they read. */
	languages: readonly string[]
	/** Reference of the agreement; empty while there is none. */
	agreement: string
	/** Days, `2026-11-29`; the last one counts. */
	agreedFrom: string | undefined
	agreedTo: string | undefined
	flows: readonly Flow[]
	/** The least open marking that may go to them. */
	tlpMost: Tlp
	/** True when the agreement covers personal data (law 09-08): accounts, addresses of persons. */
	takesPersonal: boolean
	/** True when the public page names them. */
	isPublic: boolean
	state: PartnerState
	note: string
	channels: readonly Channel[]
}

/** True while an agreement holds on a day, `2026-11-29`. */
export const isAgreedOn = ({ agreement, agreedFrom, agreedTo }: Partner, today: string): boolean =>
	agreement !== '' && agreedFrom !== undefined && agreedFrom <= today && (agreedTo ?? today) >= today

/** True when a kind of traffic may flow with a partner on a day. */
export const mayFlow = (partner: Partner, flow: Flow, today: string): boolean =>
	partner.state === 'active' && partner.flows.includes(flow) && isAgreedOn(partner, today)

/** True when something marked so may be shown to a partner. */
export const mayShare = ({ tlpMost }: Pick<Partner, 'tlpMost'>, tlp: Tlp): boolean =>
	tlpLevels.indexOf(tlp) <= tlpLevels.indexOf(tlpMost)

/** True when a marking is as strict as each of those that something came with: who gave it has the last word on who else may know. */
export const isWithinMarks = (tlp: Tlp, given: readonly string[]): boolean =>
	given.every((mark) => {
		const most = tlpLevels.findIndex((level) => level === mark)
		return most !== -1 && most <= tlpLevels.indexOf(tlp)
	})

/** True when a key counts at a moment: two persons have compared it, it is in its time and was not revoked before. */
export const isKeyGood = (key: PartnerKey, at: Date): boolean =>
	key.verifiedBy !== undefined &&
	key.validFrom <= at &&
	(key.validTo === undefined || key.validTo > at) &&
	(key.revokedAt === undefined || key.revokedAt > at)
