import type { Language } from '#base'
import { makeSafetyText, type SafetyText } from '#domains/guide'
import type * as v from 'valibot'
import {
	childProtection,
	kitWords,
	schoolYear,
	type ChildProtection,
	type KitWords,
	type SchoolYear,
} from './kit.ts'
import {
	findModuleFaults,
	staffModuleWords,
	staffPath,
	staffPathWords,
	toTaughtTexts,
	type StaffModule,
	type StaffPathWords,
} from './staff.ts'

type InLanguages<Words> = Partial<Record<Language, Words>>
type WordsSchema = v.GenericSchema<unknown, { review: unknown; checked: string }>

/** The staff room: a path of modules, a kit for the school, and the country's own days and doors. Empty where a tree has none. */
export type StaffRoom = {
	modules: readonly StaffModule[]
	path: InLanguages<StaffPathWords>
	kit: InLanguages<KitWords>
	year: SchoolYear | undefined
	protection: ChildProtection | undefined
}

/** The reader that gathers faults, as the library of skills has it. */
type Reader = {
	refuse(file: string, faults: readonly string[]): void
	has(file: string): boolean
	read<Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema> | undefined
	words<Schema extends WordsSchema>(
		place: string,
		schema: Schema,
		findFaults: (words: v.InferOutput<Schema>, language: Language) => string[],
	): InLanguages<v.InferOutput<Schema>>
}

const folder = 'content/skills/staff'
const yearFile = 'content/country/school-year.yaml'
const protectionFile = 'content/country/child-protection.yaml'

/** Finds days of the year plan without words, and words without a day; empty where the days are not known. */
const findDayFaults = (days: readonly string[] | undefined, { year }: KitWords): string[] =>
	days === undefined
		? []
		: [
				...days.filter((id) => !Object.hasOwn(year, id)).map((id) => `year.${id}: is missing`),
				...Object.keys(year)
					.filter((id) => !days.includes(id))
					.map((id) => `year.${id}: is not in ${yearFile}`),
			]

/** Reads the staff room; what is wrong goes to the reader. */
export const readStaff = (reader: Reader): StaffRoom => {
	const path = reader.has(`${folder}/path.yaml`) ? reader.read(`${folder}/path.yaml`, staffPath) : undefined
	const year = reader.has(yearFile) ? reader.read(yearFile, schoolYear) : undefined
	const days = year?.days.map(({ id }) => id)
	const hasKit = reader.has(`${folder}/kit/ar.yaml`)
	return {
		modules: (path?.modules ?? []).map((frame) => ({
			...frame,
			words: reader.words(`${folder}/modules/${frame.id}`, staffModuleWords, (words) =>
				findModuleFaults(frame, words),
			),
		})),
		path: path ? reader.words(`${folder}/path`, staffPathWords, () => []) : {},
		kit: hasKit ? reader.words(`${folder}/kit`, kitWords, (words) => findDayFaults(days, words)) : {},
		year,
		protection: reader.has(protectionFile) ? reader.read(protectionFile, childProtection) : undefined,
	}
}

/** Teaching of the modules, held against the safety messages: what may not be said, and that no language says the opposite of another. */
export const getStaffSafetyTexts = ({ modules }: Pick<StaffRoom, 'modules'>): SafetyText[] =>
	modules.flatMap((one) =>
		(Object.entries(one.words) as [Language, NonNullable<StaffModule['words'][Language]>][]).map(
			([language, words]) => {
				const all = toTaughtTexts(one, words).join('\n')
				return makeSafetyText({
					file: `${folder}/modules/${one.id}/${language}.yaml`,
					topics: one.topics,
					askers: ['teacher'],
					language,
					words: { quiz: all, ending: all },
					all,
				})
			},
		),
	)
