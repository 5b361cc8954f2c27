import type { Answers } from './report.ts'

/**
 * Formats a report as one text for another door: the person's own words, then where it happened. Nothing of ours is added, and
 * nothing that says who they are: how they can be reached is not in it.
 */
export const toCopyText = ({ words, where }: Pick<Answers, 'words' | 'where'>): string =>
	[words, ...where.flatMap(({ link, app, nickname }) => [link, app, nickname])]
		.map((part) => part?.trim() ?? '')
		.filter((part) => part !== '')
		.join('\n')
