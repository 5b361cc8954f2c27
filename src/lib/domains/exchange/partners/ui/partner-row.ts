import type { InLanguage } from '#domains/guide'
import type { Flow, PartnerKind, PartnerState } from '../partner.ts'
import type { FirstEnd } from '../keys/index.ts'

/** Openness of a partner in words of its own clock; `undefined` when nobody said its hours. */
export type Now =
	| { isOpen: true; until: string | undefined }
	| { isOpen: false; day: string; time: string }
	| undefined

/** A partner as the list shows it. */
export type PartnerRow = {
	id: string
	name: InLanguage<string>
	country: string
	kind: PartnerKind
	state: PartnerState
	agreedTo: string | undefined
	hasAgreement: boolean
	flows: readonly Flow[]
	keys: 'good' | 'waiting' | 'lacking' | 'not-needed'
	/** `isOver`: it has run out already. */
	ends: (FirstEnd & { isOver: boolean }) | undefined
	now: Now
}
