/** The form of a partner: what a liaison types about it and the agreement, read or refused by the first thing that is wrong. */
import { ok, refused, type Result } from '#base'
import {
	flows,
	partnerKinds,
	tlpLevels,
	type Flow,
	type Partner,
	type PartnerKind,
	type Tlp,
} from '../partner.ts'
import { formatHours, isZone, parseHours } from '../hours/index.ts'
import { findCountry } from './country.ts'

/** The data that the form of a partner holds: all of it but its state and channels. */
export type PartnerData = Omit<Partner, 'id' | 'state' | 'channels'>

const flowFields = flows.map((flow) => `flow-${flow}` as const)

/** Names of the fields. A box that is ticked says `yes`. */
export const partnerFields = [
	...(['nameAr', 'nameFr', 'nameZgh', 'nameEn', 'kind', 'country', 'zone', 'hours', 'languages'] as const),
	...(['agreement', 'agreedFrom', 'agreedTo', 'tlpMost', 'takesPersonal', 'isPublic', 'note'] as const),
	...flowFields,
] as const
export type PartnerField = (typeof partnerFields)[number]
type Fields = Readonly<Record<PartnerField, string>>

/** Refusals, each for one field or a pair of them. */
export type PartnerRefusal =
	| 'partner.name'
	| 'partner.kind'
	| 'partner.country'
	| 'partner.zone'
	| 'partner.hours'
	| 'partner.languages'
	| 'partner.agreement'
	| 'partner.dates'
	| 'partner.tlp'
	| 'partner.personal'
	| 'partner.note'

const isName = (name: string): boolean => name.length >= 2 && name.length <= 120 && !/\p{C}/u.test(name)

const readNames = ({ nameAr, nameFr, nameZgh, nameEn }: Fields): Partner['names'] | undefined => {
	const names = [nameAr, nameFr, nameEn].map((name) => name.trim())
	const zgh = nameZgh.trim()
	const [ar = '', fr = '', en = ''] = names
	if (!names.every(isName) || (zgh !== '' && !isName(zgh))) return undefined
	return { ar, fr, zgh: zgh === '' ? undefined : zgh, en }
}

/** Codes of ISO 639, parted by commas or blanks; none is none. */
const readLanguages = (text: string): string[] | undefined => {
	const codes = text
		.toLowerCase()
		.split(/[\s,;]+/u)
		.filter((code) => code !== '')
	return codes.length <= 12 && codes.every((code) => /^[a-z]{2,3}$/u.test(code))
		? [...new Set(codes)]
		: undefined
}

/** True for a day that exists, `2026-11-29`. */
export const isRealDay = (text: string): boolean => {
	const at = /^\d{4}-\d\d-\d\d$/u.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
	return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

type Agreement = Pick<Partner, 'agreement' | 'agreedFrom' | 'agreedTo'>

/** Reference and days of the agreement: all empty, or a reference with its first day. */
const readAgreement = (fields: Fields): Result<Agreement, 'partner.agreement' | 'partner.dates'> => {
	const agreement = fields.agreement.trim()
	const [agreedFrom, agreedTo] = [fields.agreedFrom, fields.agreedTo].map((day) => day.trim() || undefined)
	if (agreement.length > 200 || /\p{C}/u.test(agreement)) return refused('partner.agreement')
	if ((agreement === '') !== (agreedFrom === undefined)) return refused('partner.agreement')
	if (agreedFrom === undefined)
		return agreedTo === undefined ? ok({ agreement, agreedFrom, agreedTo }) : refused('partner.dates')
	const isOrdered =
		isRealDay(agreedFrom) && (agreedTo === undefined || (isRealDay(agreedTo) && agreedFrom <= agreedTo))
	return isOrdered ? ok({ agreement, agreedFrom, agreedTo }) : refused('partner.dates')
}

type Place = Pick<Partner, 'country' | 'zone' | 'hours' | 'languages'>

const readPlace = (
	fields: Fields,
): Result<Place, 'partner.country' | 'partner.zone' | 'partner.hours' | 'partner.languages'> => {
	const [country, zone] = [fields.country.trim().toUpperCase(), fields.zone.trim()]
	if (findCountry(country, 'en') === undefined) return refused('partner.country')
	if (!isZone(zone)) return refused('partner.zone')
	const hours = fields.hours.trim() === '' ? undefined : parseHours(fields.hours)
	if (hours?.ok === false) return hours
	const languages = readLanguages(fields.languages)
	if (!languages) return refused('partner.languages')
	return ok({ country, zone, hours: hours ? formatHours(hours.value) : '', languages })
}

type Limits = Pick<Partner, 'kind' | 'flows' | 'tlpMost' | 'takesPersonal' | 'isPublic' | 'note'>

const readLimits = (fields: Fields): Result<Limits, 'partner.kind' | 'partner.tlp' | 'partner.note'> => {
	const kind = partnerKinds.find((one): one is PartnerKind => one === fields.kind)
	if (!kind) return refused('partner.kind')
	const tlpMost = tlpLevels.find((one): one is Tlp => one === fields.tlpMost)
	if (!tlpMost) return refused('partner.tlp')
	const note = fields.note.replaceAll('\r\n', '\n').trim()
	if (note.length > 2000) return refused('partner.note')
	return ok({
		kind,
		flows: flows.filter((flow): flow is Flow => fields[`flow-${flow}`] === 'yes'),
		tlpMost,
		takesPersonal: fields.takesPersonal === 'yes',
		isPublic: fields.isPublic === 'yes',
		note,
	})
}

/**
 * Reads the form of a partner. Personal data needs an agreement (law 09-08), and so do dates.
 *
 * @returns the data as it is kept, or a code for the first field that is wrong
 */
export const readPartner = (fields: Fields): Result<PartnerData, PartnerRefusal> => {
	const names = readNames(fields)
	if (!names) return refused('partner.name')
	const [place, limits, agreed] = [readPlace(fields), readLimits(fields), readAgreement(fields)]
	if (!place.ok) return place
	if (!agreed.ok) return agreed
	if (!limits.ok) return limits
	if (limits.value.takesPersonal && agreed.value.agreement === '') return refused('partner.personal')
	return ok({ names, ...place.value, ...limits.value, ...agreed.value })
}

const toBox = (isTicked: boolean): string => (isTicked ? 'yes' : '')

/** A partner as the fields of its form show it again: the other way round. */
export const toFields = (partner: PartnerData): Record<PartnerField, string> => {
	const { names } = partner
	const ticked = flows.map((flow) => [`flow-${flow}`, toBox(partner.flows.includes(flow))] as const)
	return {
		nameAr: names.ar,
		nameFr: names.fr,
		nameZgh: names.zgh ?? '',
		nameEn: names.en,
		kind: partner.kind,
		country: partner.country,
		zone: partner.zone,
		hours: partner.hours,
		languages: partner.languages.join(', '),
		agreement: partner.agreement,
		agreedFrom: partner.agreedFrom ?? '',
		agreedTo: partner.agreedTo ?? '',
		tlpMost: partner.tlpMost,
		takesPersonal: toBox(partner.takesPersonal),
		isPublic: toBox(partner.isPublic),
		note: partner.note,
		...(Object.fromEntries(ticked) as Record<`flow-${Flow}`, string>),
	}
}
