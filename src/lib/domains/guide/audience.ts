/** Audiences of a page. `children` are 6-11, `teens` 12-17; a page never prints the ages. */
export const audiences = ['children', 'teens', 'parents', 'teachers', 'citizens'] as const
export type Audience = (typeof audiences)[number]

/** Readers of the pages of an audience, as doors and situations name people. */
export const readers = {
	children: 'child',
	teens: 'teen',
	parents: 'parent',
	teachers: 'teacher',
	citizens: 'witness',
} as const satisfies Readonly<Record<Audience, string>>

/** True for a string that is one of {@link audiences}. */
export const isAudience = (value: string): value is Audience =>
	(audiences as readonly string[]).includes(value)
