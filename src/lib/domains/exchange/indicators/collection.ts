/** Collections of TAXII: one for each circle and marking; a partner sees those of its circle up to its ceiling. */
import { mayFlow, mayShare, type Partner, type Tlp } from '#domains/exchange/partners'
import {
	indicatorAudiences,
	publishedTlps,
	toAudiences,
	type IndicatorAudience,
	type Indicator,
} from './indicator.ts'

type Collection = { name: string; audience: IndicatorAudience; tlp: Tlp }

const nameOf = (audience: IndicatorAudience, tlp: Tlp): string => `${audience}-${tlp}`

/** All that there can be. */
export const collections: readonly Collection[] = indicatorAudiences.flatMap((audience) =>
	publishedTlps.map((tlp) => ({ name: nameOf(audience, tlp), audience, tlp })),
)

/** Names of the collections that an indicator stands in. */
export const toCollectionNames = ({
	audiences: circles,
	tlp,
}: Pick<Indicator, 'audiences' | 'tlp'>): string[] => circles.map((audience) => nameOf(audience, tlp))

/** Collections that a partner may read on a day, `2026-11-29`: none without an agreement that holds and lets indicators flow. */
export const listCollectionsFor = (partner: Partner, today: string): readonly Collection[] => {
	if (!mayFlow(partner, 'indicators', today)) return []
	const circles = toAudiences(partner.kind)
	return collections.filter(({ audience, tlp }) => circles.includes(audience) && mayShare(partner, tlp))
}
