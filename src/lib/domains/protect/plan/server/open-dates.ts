import type { Words } from '#ui/words'

/**
 * A day in each of twelve months, in words, with its day and year left open: not every browser knows the names of months
 * in Tamazight, and the page writes dates without asking.
 */
export const getOpenDates = ({ date }: Words): string[] =>
	Array.from({ length: 12 }, (_, month) =>
		date(`2027-${String(month + 1).padStart(2, '0')}-11`)
			.replace('11', '{day}')
			.replace('2027', '{year}'),
	)
