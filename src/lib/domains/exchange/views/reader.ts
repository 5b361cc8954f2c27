import { toAudiences, viewScopes, type IndicatorAudience, type View } from '#domains/exchange/indicators'
import { mayFlow, mayShare, tlpLevels, type Partner, type Tlp } from '#domains/exchange/partners'

/** The part of a view that a partner gets. */
export type ViewReader = {
	/** Id of the partner. */
	partner: string
	audiences: readonly IndicatorAudience[]
	/** Markings, the most open first; at least one. */
	tlps: readonly Tlp[]
}

/** A partner as the reader of a view on a day, `2026-11-29`; `undefined` when the view is not for it. */
export const findReader = (partner: Partner, view: View, today: string): ViewReader | undefined => {
	if (!mayFlow(partner, view === 'stopncii' ? 'hashes' : 'indicators', today)) return undefined
	const audiences = toAudiences(partner.kind).filter((audience) =>
		viewScopes[view].audiences.includes(audience),
	)
	const tlps = tlpLevels.filter((tlp) => tlp !== 'red' && mayShare(partner, tlp))
	return audiences.length > 0 && tlps.length > 0 ? { partner: partner.id, audiences, tlps } : undefined
}
