/** Shared by pages of requests to keep data: the desk as their stores want it, authorities to choose from, names. */
import { listPartners } from '#domains/exchange/partners/server'
import { listCopyReaders, type PreservationDesk } from '#domains/exchange/preservation/server'
import type { Partner } from '#domains/exchange/partners'
import type { Language } from '#base'
import { getDatabase } from '#server/process/database'

export const getPreservationDesk = (): PreservationDesk => ({
	db: getDatabase().kysely,
	now: () => new Date(),
})

/** The name of a partner in a language, the French one where it has none. */
export const toPartnerName = ({ names }: Pick<Partner, 'names'>, language: Language): string =>
	names[language] ?? names.fr

/** Partners that are authorities, each with the persons whom a draft is sealed for. */
export const listAuthorityPartners = async (draftedBy: string, language: Language) => {
	const { db } = getPreservationDesk()
	const authorities = (await listPartners(db)).filter(
		({ kind, state }) => (kind === 'police' || kind === 'central-authority') && state !== 'ended',
	)
	return Promise.all(
		authorities.map(async (partner) => ({
			id: partner.id,
			name: toPartnerName(partner, language),
			readers: await listCopyReaders(db, { partner: partner.id, draftedBy }),
		})),
	)
}
