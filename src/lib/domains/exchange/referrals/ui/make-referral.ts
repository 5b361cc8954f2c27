/** Makes a referral of what an analyst has chosen, in the browser, where the case is open. */
import { refused, ok, type Result } from '#base'
import { keepNote, sealDraft } from '#domains/cases/notes'
import { isLink, type ChosenPlace } from '#domains/leaving'
import type { EpochKey } from '#domains/people/keys'
import { isAccountAddress } from '../personal.ts'
import { findTold, type Told } from '../../told/index.ts'
import { toReferralPayload, type ReferralParts } from '../payload.ts'
import { askSecond, begin, drop, type Choice, type ReferralDraft } from './refer.ts'

export { drop, type ReferralDraft } from './refer.ts'

/** Choices: the rest of the text is made of it. */
export type Chosen = {
	caseId: string
	category: ReferralParts['category']
	sender: ReferralParts['sender']
	places: readonly ChosenPlace[]
	explanation: string
	choice: Omit<Choice, 'isPersonal'>
}

/** True when something that was chosen leads to a person. */
export const isPersonal = (places: readonly ChosenPlace[]): boolean =>
	places.some((place) => !isLink(place) || isAccountAddress(place.url))

/** Gives a referral its number and makes its text. Refuses with `referral.quote` where the text has words of a reporter, with `referral.contact` where it has a way to reach them. */
export const makeReferral = async (
	{ caseId, category, sender, places, explanation, choice }: Chosen,
	reports: Told,
): Promise<Result<ReferralDraft, string>> => {
	const inside = places.flatMap((place) => place.inside ?? []).join(' / ')
	const written = `${explanation}\n${inside}`
	const told = findTold(written, reports)
	if (told !== undefined) return refused(told)
	const { country, urgency, tlp } = choice
	const toText = (ref: string, pap: ReferralParts['pap']) =>
		toReferralPayload({
			ref,
			at: new Date(),
			urgency,
			tlp,
			pap,
			country,
			category,
			sender,
			urls: places.flatMap((place) => (isLink(place) ? [place.url] : [])),
			accounts: places.flatMap((place) =>
				isLink(place) ? [] : [{ app: place.app, nickname: place.nickname }],
			),
			...(inside === '' ? {} : { inside }),
			explanation: explanation.trim(),
			reportId: crypto.randomUUID(),
		})
	// Before it has a number: what may not leave uses none up.
	const tried = toText('MA-2000-000000000', 'amber')
	if (!tried.ok) return refused(tried.code)
	const made = await begin(caseId, { ...choice, isPersonal: isPersonal(places) })
	if (!made.ok) return refused(made.refused)
	const { id, ref, pap } = made.value
	const text = toText(ref, pap)
	if (!text.ok) return refused((await drop(caseId, id)) ?? text.code)
	return ok({ v: 1, kind: 'referral', id, ref, text: text.value })
}

/**
 * Keeps a draft sealed and asks a second person: what they are asked about can then be read by whoever may read the notes. Answer: the code of a
 * refusal, or `undefined`.
 */
export const keepAndAsk = async (
	caseId: string,
	draft: ReferralDraft,
	{ epoch, epochs }: { epoch: string; epochs: readonly EpochKey[] },
): Promise<string | undefined> => {
	const sealed = await sealDraft(draft, epoch, epochs)
	if (!sealed.ok) return sealed.code
	if (!(await keepNote(epoch, sealed.value))) return 'network'
	return askSecond(caseId, draft)
}
