/** Words for where a referral stands and what was told, in the voice of who speaks: of what came to us, the partner is told what we did. */
import type { MessageKey } from '#messages'
import { isOutcomeCode } from '../outcome.ts'
import type { ReferralState } from '../referral.ts'
import type { UrgencyLevel } from '../urgency.ts'

type Direction = 'in' | 'out'

/** States of what came to us that have words of their own. */
const ours: Readonly<Partial<Record<ReferralState, MessageKey>>> = {
	accepted: 'refer.state.in.accepted',
	actioned: 'refer.state.in.actioned',
	'not-actioned': 'refer.state.in.not-actioned',
}

export const findStateKey = (state: ReferralState, direction: Direction): MessageKey =>
	(direction === 'in' ? ours[state] : undefined) ?? `refer.state.${state}`

/** Reasons of their own; anything else is stuck. Of what is sent nobody here knows what became of it. */
const told: Readonly<Partial<Record<ReferralState, `refer.told.${'need-more' | 'quiet' | 'note'}`>>> = {
	'need-more': 'refer.told.need-more',
	sent: 'refer.told.quiet',
	// A partner that has it and has said how it stands can only have written a note.
	accepted: 'refer.told.note',
	actioned: 'refer.told.note',
	'not-actioned': 'refer.told.note',
	duplicate: 'refer.told.note',
	'verified-down': 'refer.told.note',
	'still-up': 'refer.told.note',
}

/** Why somebody must see to it now. */
export const findToldKey = (
	state: ReferralState,
	direction: Direction,
	urgency: UrgencyLevel,
): MessageKey => {
	if (direction === 'in') return urgency === 'normal' ? 'refer.told.note' : 'refer.told.in'
	return told[state] ?? 'refer.told'
}

/** What helps then; `undefined` where the page says it all. */
export const findHelpKey = (state: ReferralState, direction: Direction): MessageKey | undefined => {
	if (direction === 'in') return undefined
	const key = told[state]
	if (key === 'refer.told.note') return undefined
	return key ? `${key}.how` : 'refer.told.how'
}

/** Faults of a try that a person can do something about, in words. */
const faults: Readonly<Record<string, MessageKey>> = {
	unreachable: 'refer.fault.unreachable',
	'no-channel': 'refer.fault.no-channel',
	'channel-gone': 'refer.fault.channel-gone',
	fault: 'refer.fault.fault',
}

const channels: Readonly<Record<string, MessageKey>> = {
	'http-sig': 'partner.channel.http-sig',
	'xarf-http': 'partner.channel.xarf-http',
	'xarf-mail': 'partner.channel.xarf-mail',
	'mail-pgp': 'partner.channel.mail-pgp',
	taxii: 'partner.channel.taxii',
	paper: 'partner.channel.paper',
}

/** The words of a code: an outcome, a channel or a fault; `undefined` for one of the other side, which is shown as it came. */
export const findCodeKey = (code: string, direction: Direction): MessageKey | undefined => {
	if (isOutcomeCode(code)) return `${direction === 'in' ? 'coop.answer.code' : 'refer.outcome'}.${code}`
	return channels[code] ?? faults[code]
}
