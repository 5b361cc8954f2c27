/** Keys by which partners fetch the zone: those that count now, of partners that may have it now. */
import { findTransferSecret, transferAlgorithm } from '#domains/exchange/partners/keys/server'
import { isKeyGood, type Tlp } from '#domains/exchange/partners'
import { listPartnerKeys, listPartners, type PartnerQueries } from '#domains/exchange/partners/server'
import { publishedTlps } from '#domains/exchange/indicators'
import type { TransferList } from '#tools/indicators/transfer-keys'
import { findReader } from '../reader.ts'

type Given = {
	dataDir: string
	/** Day in the country, `2026-11-29`. */
	today: string
	now: Date
}

/** Name of the list of a marking in the configuration of a primary: `thiqa-amber`. */
const toListName = (tlp: Tlp): string => `thiqa-${tlp.replace('+', '-')}`

/**
 * One list for each marking that has a zone. A key that was revoked, has run out or waits for its second person is in none, nor is one of a
 * partner that is suspended or whose agreement is over.
 */
export const listTransferKeys = async (
	db: PartnerQueries,
	{ dataDir, today, now }: Given,
): Promise<TransferList[]> => {
	const found: { tlps: readonly Tlp[]; key: TransferList['keys'][number] }[] = []
	for (const partner of await listPartners(db)) {
		const reader = findReader(partner, 'rpz', today)
		if (!reader) continue
		for (const key of await listPartnerKeys(db, partner.id)) {
			if (key.use !== 'tsig' || !isKeyGood(key, now)) continue
			const secret = await findTransferSecret(dataDir, { name: key.kid, digest: key.public })
			if (secret !== undefined)
				found.push({ tlps: reader.tlps, key: { name: key.kid, algorithm: transferAlgorithm, secret } })
		}
	}
	return publishedTlps.map((tlp) => ({
		list: toListName(tlp),
		keys: found.filter(({ tlps }) => tlps.includes(tlp)).map(({ key }) => key),
	}))
}
