/** The number of a case as other desks see it: eight digits of its random id. */
export const toReference = (caseId: string): string =>
	`T-${caseId.replaceAll('-', '').slice(0, 8).toUpperCase()}`
