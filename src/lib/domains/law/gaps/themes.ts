/** Subjects of the provisions of conventions, in the order in which conventions go through it: acts, who answers for them, courts, states, people. */
const members = {
	systems: [
		'bud-2',
		'bud-3',
		'bud-4',
		'bud-5',
		'bud-6',
		'arab-6',
		'arab-7',
		'arab-8',
		'arab-9',
		'un-7',
		'un-8',
		'un-9',
		'un-10',
		'un-11',
	],
	fraud: ['bud-7', 'bud-8', 'arab-10', 'arab-11', 'arab-18', 'un-12', 'un-13', 'un-17'],
	children: [
		...['bud-9', 'arab-12', 'arab-13', 'un-14', 'un-15', 'crc-34', 'opsc-3', 'pal-3', 'ilo182-3'],
		...['lanz-18', 'lanz-19', 'lanz-20', 'lanz-21', 'lanz-22', 'lanz-23'],
	],
	privacy: ['arab-14', 'un-16', 'crc-16'],
	hate: ['ets189-3', 'ets189-4', 'ets189-5', 'ets189-6', 'arab-15', 'arab-16'],
	works: ['bud-10', 'arab-17'],
	liability: [
		'bud-11',
		'bud-12',
		'bud-13',
		'ets189-7',
		'lanz-24',
		'lanz-26',
		'arab-19',
		'arab-20',
		'arab-21',
		'un-18',
	],
	evidence: [
		...['bud-14', 'bud-15', 'bud-16', 'bud-17', 'bud-18', 'bud-19', 'bud-20', 'bud-21'],
		...['arab-23', 'arab-24', 'arab-25', 'arab-26', 'arab-27', 'arab-28', 'arab-29'],
		...['un-25', 'un-26', 'un-27', 'un-28', 'un-29', 'un-30'],
	],
	courts: ['bud-22', 'arab-30', 'opsc-4'],
	cooperation: [
		...['bud-23', 'bud-24', 'bud-25', 'bud-26', 'bud-27', 'bud-28', 'bud-29', 'bud-30', 'bud-31'],
		...['bud-32', 'bud-33', 'bud-34', 'bud-35', 'un-35', 'un-37', 'un-40', 'un-41'],
		...['arab-31', 'arab-32', 'arab-34', 'arab-37', 'arab-38', 'arab-43'],
	],
	protection: ['lanz-6', 'lanz-8', 'lanz-9', 'lanz-12', 'lanz-13', 'un-34', 'crc-17', 'crc-19', 'opsc-8'],
} as const satisfies Record<string, readonly string[]>
export type Theme = keyof typeof members

export const themes = Object.keys(members) as Theme[]

const themeOf = new Map(themes.flatMap((theme) => members[theme].map((id) => [id as string, theme] as const)))

/** Theme of a provision of a convention by its id; `undefined` for one that has none yet. */
export const findTheme = (provision: string): Theme | undefined => themeOf.get(provision)

/** True for a string that is one of the themes. */
export const isTheme = (value: string): value is Theme => (themes as readonly string[]).includes(value)
