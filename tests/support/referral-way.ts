/** Ways out that end in a test. */
import type { Way } from '../../src/lib/domains/exchange/referrals/outbox/server/way.ts'

/** A way that seals by turning bits, so that nothing of what is sealed is found in clear, and answers as it is told. */
export const makeWay = (send: Way['send']): Way => ({
	seal: (_, payload) => Promise.resolve(Buffer.from(payload).map((byte) => byte ^ 0xff)),
	send,
})

/** Opens what {@link makeWay} has sealed. */
export const openBody = (sealed: Uint8Array): string =>
	Buffer.from(sealed)
		.map((byte) => byte ^ 0xff)
		.toString()

export const accepting: Way = makeWay(() =>
	Promise.resolve({ end: 'accepted', receipt: Buffer.from('receipt'), peerRef: 'FR/7' }),
)
