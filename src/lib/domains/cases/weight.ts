import { getSeverity, type Category } from './category.ts'

/**
 * Weighs cases that are opened together: each its category, one where nobody has said it; those of one cluster no more
 * than the heaviest of them, for they are the same thing again.
 */
export const weighCases = (
	cases: readonly { id: string; category: Category | undefined; cluster: string | undefined }[],
): number =>
	Array.from(
		Map.groupBy(cases, ({ id, cluster }) => cluster ?? id),
		([, of]) => Math.max(...of.map(({ category }) => (category ? getSeverity(category) : 1))),
	).reduce((sum, weight) => sum + weight, 0)
