/** A referral in the browser, where the case is open: drafted, put before a second person, sent. Of what it says the server hears at the end. */
import type { Draft } from '#domains/cases/reading'
import { ask } from '#domains/cases/reading-room'
import type { Pap, Tlp } from '../../partners/index.ts'
import { toPayloadDigest } from '../payload.ts'
import type { UrgencyLevel } from '../urgency.ts'

export type ReferralDraft = Extract<Draft, { kind: 'referral' }>

/** Choices of the form that an agreement cares for. */
export type Choice = {
	partner: string
	country: string | undefined
	isPersonal: boolean
	urgency: UrgencyLevel
	tlp: Tlp
}

type Answer<Value> = { ok: true; value: Value } | { ok: false; refused: string }

const post = (caseId: string, body: object) => ask(`/desk/cases/${caseId}/refer`, body)

/** Gives the referral its number. */
export const begin = async (
	caseId: string,
	{ country, ...choice }: Choice,
): Promise<Answer<{ id: string; ref: string; pap: Pap }>> => {
	const answer = await post(caseId, { to: 'draft', ...choice, ...(country === undefined ? {} : { country }) })
	return answer.ok ? { ok: true, value: answer.value as { id: string; ref: string; pap: Pap } } : answer
}

/** Answer: the code of a refusal, or `undefined`. */
export const askSecond = async (caseId: string, { id, text }: ReferralDraft): Promise<string | undefined> => {
	const answer = await post(caseId, { to: 'ask', referral: id, digest: toPayloadDigest(text) })
	return answer.ok ? undefined : answer.refused
}

/** Lets it leave, by the first channel or by the next one. Answer: the code of a refusal, or `undefined`. */
export const send = async (
	caseId: string,
	to: 'send' | 'next',
	{ id, text }: ReferralDraft,
): Promise<string | undefined> => {
	const answer = await post(caseId, { to, referral: id, payload: text })
	return answer.ok ? undefined : answer.refused
}

export const drop = async (caseId: string, id: string): Promise<string | undefined> => {
	const answer = await post(caseId, { to: 'drop', referral: id })
	return answer.ok ? undefined : answer.refused
}

/** The text as a person reads it: the same JSON, a field a line. */
export const toReadable = (text: string): string => {
	try {
		return JSON.stringify(JSON.parse(text), null, 2)
	} catch {
		return text
	}
}
