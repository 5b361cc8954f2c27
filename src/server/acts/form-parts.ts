/** Parts of the forms of the desk: what comes from outside is read here, by its form, or refused. */
import { AppError, isUuid, type Result } from '#base'
import * as v from 'valibot'

/** @throws AppError `desk.form` */
export const wrongForm = (): never => {
	throw new AppError('desk.form', 400, 'reading a form of the desk: a part is missing or not of its form')
}

/** A form as an object: a field that is there more than once is a list. */
export const toObject = (form: FormData): Record<string, unknown> =>
	Object.fromEntries(
		[...new Set(form.keys())].map((name) => {
			const all = form.getAll(name)
			return [name, all.length > 1 ? all : all[0]]
		}),
	)

/** JSON that a script has sent, `undefined` where it sent nothing; a form as an object. @throws AppError `desk.form` */
export const readSent = async (request: Request, most = 400_000): Promise<unknown> => {
	if (request.headers.get('content-type')?.includes('form') === true)
		return toObject(await request.formData())
	const text = await request.text()
	if (text === '') return undefined
	try {
		return text.length <= most ? (JSON.parse(text) as unknown) : wrongForm()
	} catch {
		return wrongForm()
	}
}

/** A form without fields: the button says it all. */
export const noFields = v.object({})

/** An id of ours. */
export const anId = v.pipe(v.string(), v.check(isUuid))

/** Several of them in one field. */
export const someIds = (most: number) =>
	v.pipe(
		v.string(),
		v.transform((text) => text.split(' ')),
		v.maxLength(most),
		v.everyItem(isUuid),
	)

/** A name that a rule of a domain knows. */
export const named = <Name extends string>(isKnown: (text: string) => text is Name) =>
	v.custom<Name>((text) => typeof text === 'string' && isKnown(text))

/** One of a list; `undefined` where nothing was chosen. */
export const oneOf = <const Name extends string>(names: readonly Name[]) =>
	v.pipe(
		v.optional(v.union([v.literal(''), v.picklist(names)]), ''),
		v.transform((chosen) => (chosen === '' ? undefined : chosen)),
	)

/** Some of a list, as boxes that are ticked: none, one or several. */
export const someOf = <const Name extends string>(names: readonly Name[]) =>
	v.pipe(
		v.optional(v.union([v.array(v.picklist(names)), v.picklist(names)]), []),
		v.transform((ticked) => [ticked].flat()),
	)

/** A day, `2026-11-29`. */
export const aDay = v.pipe(v.string(), v.isoDate())

/** A whole number, which a form sends as text. */
export const aNumber = v.pipe(v.string(), v.regex(/^\d{1,9}$/u), v.transform(Number))

/** The answer of a pair of buttons. */
export const yesOrNo = v.pipe(
	v.picklist(['yes', 'no']),
	v.transform((answer) => answer === 'yes'),
)

/** Bytes that a form carries as base64. */
export const someBytes = v.pipe(
	v.string(),
	v.maxLength(200_000),
	v.regex(/^[A-Za-z0-9+/]+={0,2}$/u),
	v.transform((text) => Uint8Array.from(Buffer.from(text, 'base64'))),
)

/** JSON that stands in a field. */
export const jsonOf = <Of extends v.GenericSchema>(of: Of, most: number) =>
	v.pipe(v.string(), v.maxLength(most), v.parseJson(), of)

/** Text that a rule of a domain reads. */
export const readBy = <Value>(read: (text: string) => Result<Value>) =>
	v.pipe(
		v.string(),
		v.rawTransform(({ dataset, addIssue, NEVER }) => {
			const found = read(dataset.value)
			if (found.ok) return found.value
			addIssue()
			return NEVER
		}),
	)
