/** jCard, the form in which RDAP gives names and addresses of contacts (https://www.rfc-editor.org/rfc/rfc7095). */
import { failed, ok, type Result } from '#base'

type JcardScalar = string | number | boolean | null
/** One property: name in lower case, its values as they stand, lists one level deep. */
export type JcardProperty = {
	name: string
	parameters: Readonly<Record<string, readonly string[]>>
	type: string
	values: readonly (JcardScalar | readonly (JcardScalar | readonly JcardScalar[])[])[]
}

const mostProperties = 200

const isScalar = (value: unknown): value is JcardScalar =>
	value === null || ['string', 'number', 'boolean'].includes(typeof value)
const isFlat = (value: unknown): boolean => Array.isArray(value) && value.every(isScalar)
/** A value, a list, or a list in a list, as `n` has them. */
const isValue = (value: unknown): value is JcardProperty['values'][number] =>
	isScalar(value) || (Array.isArray(value) && value.every((one) => isScalar(one) || isFlat(one)))

const readParameters = (value: unknown): JcardProperty['parameters'] | undefined => {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
	return Object.fromEntries(
		Object.entries(value).map(([name, given]) => [
			name.toLowerCase(),
			(Array.isArray(given) ? given : [given]).filter((one): one is string => typeof one === 'string'),
		]),
	)
}

const readProperty = (value: unknown): JcardProperty | undefined => {
	if (!Array.isArray(value)) return undefined
	const [name, given, type, ...values] = value as unknown[]
	const parameters = readParameters(given)
	if (typeof name !== 'string' || name === '' || parameters === undefined) return undefined
	if (typeof type !== 'string' || values.length === 0) return undefined
	return values.every(isValue) ? { name: name.toLowerCase(), parameters, type, values } : undefined
}

const readList = (value: unknown): unknown[] | undefined => {
	if (!Array.isArray(value) || value[0] !== 'vcard') return undefined
	const list: unknown = value[1]
	return Array.isArray(list) && list.length <= mostProperties ? list : undefined
}

/** Reads a jCard, all or nothing: one wrong property makes it wrong. Issues name the place of the property. */
export const parseJcard = (value: unknown): Result<JcardProperty[]> => {
	const list = readList(value)
	if (!list) return failed({ path: '', message: 'reading a jCard: wanted ["vcard", [property, …]]' })
	const read = list.map(readProperty)
	const bad = read.findIndex((property) => property === undefined)
	if (bad !== -1)
		return failed({ path: String(bad), message: 'reading a jCard: wanted [name, {}, type, value, …]' })
	return ok(read.filter((property) => property !== undefined))
}

/** The properties that are right, of a card in which others may be wrong: registries have such cards. */
export const readJcard = (value: unknown): JcardProperty[] =>
	(readList(value) ?? []).map(readProperty).filter((property) => property !== undefined)

const mail = /^[^\s@<>,;:"()[\]\\]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.)+[\p{L}\d-]{2,63}$/u

/** Mail addresses of a card, the preferred first. Anything that is not exactly one address is left out. */
export const listMails = (card: readonly JcardProperty[]): string[] =>
	card
		.filter(({ name }) => name === 'email')
		.sort(
			(one, other) =>
				Number(one.parameters['pref']?.[0] ?? 100) - Number(other.parameters['pref']?.[0] ?? 100),
		)
		.flatMap(({ values }) => values.filter((value) => typeof value === 'string'))
		.map((value) => value.trim().replace(/^mailto:/iu, ''))
		.filter((value) => mail.test(value))

/** Name of a card: `fn`, else `org`; empty when it has none. One line without marks that turn or hide letters. */
export const findName = (card: readonly JcardProperty[]): string => {
	const named = ['fn', 'org'].map((wanted) => card.find(({ name }) => name === wanted)?.values[0])
	const found = named.find((value) => typeof value === 'string' && value.trim() !== '')
	return typeof found === 'string'
		? found
				.replace(/[\p{C}\s]+/gu, ' ')
				.trim()
				.slice(0, 200)
		: ''
}
