/** The first end that a partner comes to: of its agreement or of a key that counts. */
import { addDays } from '#base'
import { isKeyGood, type Partner, type PartnerKey } from '../partner.ts'

/** Days ahead that the desk is warned. */
const warnDays = 30

/** `day`: the last one that counts for an agreement, the one on which a key ends. */
export type FirstEnd = { what: 'agreement' | 'key'; day: string }

/** True when another good key of the same use lasts longer: then nothing is lost with this one. */
const isReplaced = (key: PartnerKey, keys: readonly PartnerKey[], now: Date): boolean =>
	keys.some(
		(other) =>
			other.id !== key.id &&
			other.use === key.use &&
			isKeyGood(other, now) &&
			(other.validTo === undefined || (key.validTo !== undefined && other.validTo > key.validTo)),
	)

/**
 * Finds what of a partner runs out first, today or within {@link warnDays}, or ran out while the partner still counts; `undefined` when nothing does.
 *
 * @param today - day, `2026-11-29`
 */
export const findFirstEnd = (
	partner: Pick<Partner, 'state' | 'agreedTo'>,
	keys: readonly PartnerKey[],
	{ today, now }: { today: string; now: Date },
): FirstEnd | undefined => {
	if (partner.state === 'ended') return undefined
	const ends: FirstEnd[] = keys
		.filter((key) => isKeyGood(key, now) && !isReplaced(key, keys, now))
		.flatMap(({ validTo }) =>
			validTo === undefined ? [] : [{ what: 'key' as const, day: validTo.toISOString().slice(0, 10) }],
		)
	if (partner.agreedTo !== undefined) ends.push({ what: 'agreement', day: partner.agreedTo })
	return ends
		.filter((end) => end.day <= addDays(today, warnDays))
		.toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]
}
