/** Units of a desk. A unit is what one supervisor answers for; a case of nobody yet belongs to none. */

/** True when cases of several units meet. */
export const isAcrossUnits = (cases: readonly { supervisor: string | undefined }[]): boolean =>
	new Set(cases.flatMap(({ supervisor }) => supervisor ?? [])).size > 1
