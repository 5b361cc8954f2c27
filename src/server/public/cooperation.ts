/** Partners that the public page names, and since when the country is bound by the convention; asked of the database for each page. */
import { toLocalDay, type Language } from '#base'
import { isAgreedOn, type Partner } from '#domains/exchange/partners'
import { findCountry } from '#domains/exchange/partners/agreement'
import { listPartners } from '#domains/exchange/partners/server'
import { pickWords } from '#domains/guide'
import { library } from '#domains/guide/server'
import { law } from '#domains/law/server'
import { getDatabase } from '#server/process/database'
import { findRecord } from '#server/process/record'

const toPublic = (partner: Partner, language: Language) => {
	const { zgh, ...others } = partner.names
	const name = pickWords(zgh === undefined ? others : { ...others, zgh }, language)
	return {
		id: partner.id,
		name: name ?? { language: 'fr' as const, words: partner.names.fr },
		kind: partner.kind,
		agreement: partner.agreement,
		since: partner.agreedFrom,
		country: findCountry(partner.country, language) ?? partner.country,
	}
}

/**
 * Picks partners that the page names: active ones whose agreement holds and says so.
 *
 * @param today - day, `2026-11-29`
 */
export const pickPublic = (partners: readonly Partner[], language: Language, today: string) =>
	partners
		.filter((partner) => partner.isPublic && partner.state === 'active' && isAgreedOn(partner, today))
		.map((partner) => toPublic(partner, language))

/** Partners for the page; `undefined` in a process that neither takes reports nor works on them. */
export const findPublicPartners = async (language: Language, now = new Date()) => {
	const open = findRecord()
	if (!open) return undefined
	const partners = await listPartners(getDatabase().kysely)
	return {
		isDemonstration: open.operator.state === 'demonstration',
		partners: pickPublic(partners, language, toLocalDay(now, library.calendar.zone)),
	}
}

/** Day since which the Budapest Convention binds the country, by the records of the law. */
export const findBudapestDay = (): string | undefined =>
	law.instruments.find(({ id }) => id === 'coe-185')?.inForce ?? undefined
