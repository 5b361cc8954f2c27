/** Roles of staff. Nobody has a role by default; several may be held together, but not all: see {@link findRoleConflict}. */
export const roles = [
	'triager',
	'analyst',
	'supervisor',
	'wellness-officer',
	'liaison',
	'authority',
	'auditor',
	'key-officer',
	'statistician',
	'platform-admin',
	'programme-lead',
	'campaigner',
	'trainer',
	'evaluator',
	'programme-viewer',
] as const
export type StaffRole = (typeof roles)[number]

export const isStaffRole = (name: string): name is StaffRole => (roles as readonly string[]).includes(name)

/** Roles whose worth lies in standing apart from those who read reports. */
const apart: readonly StaffRole[] = [
	'wellness-officer',
	'authority',
	'auditor',
	'key-officer',
	'platform-admin',
]

/** Roles that open reports or cases. */
const readers: readonly StaffRole[] = ['triager', 'analyst', 'supervisor', 'liaison']

/** Roles of the awareness programme, each for one region or for the country: they open nothing that was reported. */
const programmeRoles: readonly StaffRole[] = [
	'programme-lead',
	'campaigner',
	'trainer',
	'evaluator',
	'programme-viewer',
]

/** True when a person's region says how far their role reaches. */
export const isOfProgramme = ({ roles: held }: { roles: readonly StaffRole[] }): boolean =>
	held.some((role) => programmeRoles.includes(role))

/**
 * Two roles that one person must not hold together, the one that stands apart first; `undefined` when all go together.
 * An auditor holds no other role at all; the programme and the hotline share no person.
 */
export const findRoleConflict = (held: readonly StaffRole[]): readonly [StaffRole, StaffRole] | undefined => {
	const other = held.find((role) => role !== 'auditor')
	if (held.includes('auditor') && other) return ['auditor', other]
	const teaching = held.find((role) => programmeRoles.includes(role))
	const hotline = held.find((role) => !programmeRoles.includes(role))
	if (teaching && hotline) return [hotline, teaching]
	const standing = held.find((role) => apart.includes(role))
	const reading = held.find((role) => readers.includes(role))
	return standing && reading ? [standing, reading] : undefined
}
