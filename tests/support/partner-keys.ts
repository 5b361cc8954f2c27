/** Keys, ids and messages of partners, without a database: for tests and measurements. */
import { randomBytes } from 'node:crypto'
import { exportJWK } from 'jose'
import type { Envelope } from '../../src/lib/domains/exchange/channel/index.ts'
import { toThumbprint } from '../../src/lib/tools/channels/sealed-payload/index.ts'

export const inboxUrl = 'https://thiqa.example/coop/v1/inbox'

/** An id of a message, as RFC 9562 makes it: milliseconds, then chance. */
export const makeMessageId = (now = new Date()): string => {
	const time = now.getTime().toString(16).padStart(12, '0')
	const chance = randomBytes(10).toString('hex')
	return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-8${chance.slice(3, 6)}-${chance.slice(6, 18)}`
}

export type Pair = { kid: string; privateKey: CryptoKey; publicKey: CryptoKey; public: string }

/** Keys as a partner makes them. */
export const makePair = async (use: 'sign' | 'seal'): Promise<Pair> => {
	const made = await (use === 'sign'
		? crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
		: crypto.subtle.generateKey('X25519', true, ['deriveBits']))
	if (!('privateKey' in made)) throw new Error('wanted a pair of keys')
	const { crv = '', x = '' } = await exportJWK(made.publicKey)
	if (crv !== 'Ed25519' && crv !== 'X25519') throw new Error('wanted a key of RFC 8037')
	const jwk = { kty: 'OKP', crv, x } as const
	return { ...made, kid: await toThumbprint(jwk), public: JSON.stringify(jwk) }
}

export const note: Envelope = { v: 1, type: 'note', ref: 'FR-2026-17', body: { text: 'Bonjour, essai.' } }

export const referral: Envelope = {
	v: 1,
	type: 'referral',
	ref: 'FR-2026-18',
	body: {
		report: {
			xarf_version: '4.2.0',
			report_id: '0198f0a0-1111-4222-8333-444455556666',
			timestamp: '2026-11-29T10:00:00Z',
			category: 'content',
			type: 'csam',
			classification: 'baseline',
			detection_method: 'user_report',
			url: 'https://bad.example/page',
		},
		tlp: 'amber',
		pap: 'amber',
		urgency: 'normal',
		categories: ['csam'],
	},
}
