/** Partners as pages of the desk show them: names in its language, what runs out first, when somebody answers. */
import { toLocalDay, type Language } from '#base'
import { toAudiences, viewScopes } from '#domains/exchange/indicators'
import type { Partner, PartnerKey } from '#domains/exchange/partners'
import { findCountry, findMissing, listMoves } from '#domains/exchange/partners/agreement'
import { getPartnerOpenness, parseHours } from '#domains/exchange/partners/hours'
import {
	findFingerprint,
	findFirstEnd,
	getKeyState,
	judgeKeys,
	toGroups,
	type PartnerKeyState,
} from '#domains/exchange/partners/keys'
import { pickWords } from '#domains/guide'
import { toLocalTime } from '#domains/wellbeing/hours'
import { createWords } from '#ui/words'
import { getToday } from '../case-desk.ts'

type Named = { partner: Partner; language: Language }

/** The name in the nearest language that has it. */
const nameOf = ({ partner: { names }, language }: Named) => {
	const { zgh, ...others } = names
	return (
		pickWords(zgh === undefined ? others : { ...others, zgh }, language) ?? {
			language: 'fr' as const,
			words: names.fr,
		}
	)
}

/** Tells if somebody answers there now, in words that the page fills in; `undefined` when nobody said the hours. */
const tellNow = ({ partner: { hours, zone }, language }: Named, now: Date) => {
	const parsed = parseHours(hours)
	if (!parsed.ok) return undefined
	const found = getPartnerOpenness(parsed.value, zone, now)
	const words = createWords(language)
	if (found.isOpen) return { isOpen: true as const, until: found.until && words.clock(found.until, zone) }
	if (!found.opens) return undefined
	const { weekday } = toLocalTime(zone, found.opens)
	return { isOpen: false as const, day: words.weekdays([weekday]), time: words.clock(found.opens, zone) }
}

/** A line of the list. */
export const toPartnerLine = (named: Named, keys: readonly PartnerKey[], now: Date) => {
	const { partner, language } = named
	const { id, state, kind, flows, agreedTo, agreement } = partner
	const today = getToday(now)
	const ends = findFirstEnd(partner, keys, { today, now })
	return {
		id,
		state,
		kind,
		flows,
		agreedTo,
		hasAgreement: agreement !== '',
		name: nameOf(named),
		country: findCountry(partner.country, language) ?? partner.country,
		keys: judgeKeys(partner, keys, now),
		ends: ends && { ...ends, isOver: ends.day < today },
		now: tellNow(named, now),
	}
}
export type PartnerLine = ReturnType<typeof toPartnerLine>

const toDay = (at: Date | undefined): string | undefined => at && toLocalDay(at)

type Asking = { nameOfPerson: (id: string) => string; myId: string; mayVerify: boolean; now: Date }

/** A key on the page of its partner. `comparable`: this person may be the second one for it. */
const toKeyView = (key: PartnerKey, { nameOfPerson, myId, mayVerify, now }: Asking) => {
	const fingerprint = findFingerprint(key)
	const state = getKeyState(key, now)
	return {
		id: key.id,
		use: key.use,
		state,
		isRevoked: key.revokedAt !== undefined,
		fingerprint: fingerprint === undefined ? key.kid : toGroups(fingerprint),
		name: key.use === 'tsig' ? key.kid : undefined,
		from: toDay(key.validFrom),
		to: toDay(key.validTo),
		revoked: toDay(key.revokedAt),
		why: key.revokedWhy,
		brought: nameOfPerson(key.broughtBy),
		compared: key.verifiedBy === undefined ? undefined : nameOfPerson(key.verifiedBy),
		comparable: mayVerify && state === 'waiting' && key.broughtBy !== myId && fingerprint !== undefined,
	}
}

/** Keys that wait for somebody stand first, those that count no more last. */
const order: Readonly<Record<PartnerKeyState, number>> = {
	waiting: 0,
	good: 1,
	early: 2,
	over: 3,
	revoked: 4,
}

/** Everything that the page of one partner shows. */
export const toPartnerView = (named: Named, keys: readonly PartnerKey[], asking: Asking) => {
	const { partner } = named
	const missing = findMissing(partner, getToday(asking.now))
	return {
		line: toPartnerLine(named, keys, asking.now),
		partner,
		missing,
		takesZone: toAudiences(partner.kind).some((audience) => viewScopes.rpz.audiences.includes(audience)),
		moves: listMoves(partner.state).filter((to) => to !== 'active' || missing.length === 0),
		keys: keys.map((key) => toKeyView(key, asking)).toSorted((a, b) => order[a.state] - order[b.state]),
	}
}

/** Puts what runs out first on top, the others in the order that they had. */
export const sortByEnd = (lines: readonly PartnerLine[]): PartnerLine[] =>
	lines.toSorted((a, b) => (a.ends?.day ?? '9999').localeCompare(b.ends?.day ?? '9999'))
