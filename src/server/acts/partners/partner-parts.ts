/** Parts that acts on partners share: whose page it is, what is refused, what stays in a form. */
import { AppError, type Refusal } from '#base'
import { getId } from '#server/desk/case-desk'
import * as v from 'valibot'
import type { DeskEvent } from '../desk-action.ts'

/** Refusals of what is kept of a partner. */
export const dataRefusals = [
	'partner.name',
	'partner.kind',
	'partner.country',
	'partner.zone',
	'partner.hours',
	'partner.languages',
	'partner.agreement',
	'partner.dates',
	'partner.tlp',
	'partner.personal',
	'partner.note',
	'partner.suspend-first',
	'partner.changed',
	'partner.ended',
] as const

/** Refusals of acts on keys. */
export const partnerKeyRefusals = [
	'partner.key-form',
	'partner.key-private',
	'partner.key-weak',
	'partner.key-old',
	'partner.key-withdrawn',
	'partner.key-over',
	'partner.key-known',
	'partner.key-days',
	'partner.key-unknown',
	'partner.key-state',
	'partner.key-heard',
	'partner.key-since',
	'partner.same-person',
	'partner.second-person',
	'partner.ended',
] as const

/** A field of text; one that is not sent, as a box that is not ticked, is empty. */
export const aText = (most: number) => v.optional(v.pipe(v.string(), v.maxLength(most)), '')

/** Says which of the forms of a page was sent. */
export const part = { part: aText(40) }

/** Says which state of the partner its page showed: whoever comes second sees what the first one has changed. */
export const partnerVersion = { version: v.pipe(v.string(), v.maxLength(40)) }

/** Id of the partner whose page it is. @throws HttpError 404 */
export const getPartnerId = ({ params }: DeskEvent): string => getId(params.id ?? '')

/** Throws what a rule refused. */
export const throwRefusal = ({ code }: Refusal<string>): never => {
	throw new AppError(code, 409, 'reading a form of a partner: a field is not of its form')
}

/** Days that a key is to count. @throws AppError `partner.key-days` */
export const readDays = (text: string, most: number): number => {
	const days = /^\d{1,4}$/u.test(text) ? Number(text) : 0
	if (days < 1 || days > most)
		throw new AppError('partner.key-days', 409, 'bringing a key: it counts for days, and not for so many')
	return days
}
