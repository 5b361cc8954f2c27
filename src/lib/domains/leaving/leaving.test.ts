import { expect, test } from 'vitest'
import { isList, needsSecond } from './leaving.ts'
import { leavingForms } from '../cases/reading/draft.ts'
import { findMove, getMoves, statuses, type Status } from '../cases/status.ts'

/** Every status that a case can come to without the finding that takes two. */
const listUnfound = (): ReadonlySet<Status> => {
	const reached = new Set<Status>(['received'])
	for (const from of reached)
		for (const to of getMoves(from)) if (findMove(from, to)?.act !== 'classify-illegal') reached.add(to)
	return reached
}

test('no way to a status in which one person lets a notice leave goes round the finding of two', () => {
	const unfound = listUnfound()
	for (const status of statuses) {
		const isAlone = !needsSecond('dsa', status)
		expect(isAlone && unfound.has(status), status).toBe(false)
		expect(needsSecond('xarf', status), status).toBe(needsSecond('dsa', status))
	}
	expect(needsSecond('dsa', 'assessed')).toBe(false)
})

test('a list takes two persons in every status', () => {
	const lists = leavingForms.filter(isList)
	expect(lists).toEqual(['scart-file', 'scart-mail'])
	for (const form of lists)
		expect(
			statuses.every((status) => needsSecond(form, status)),
			form,
		).toBe(true)
})
