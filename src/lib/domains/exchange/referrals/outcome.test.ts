import { expect, test } from 'vitest'
import { outcomeCodes } from '../channel/index.ts'
import { findLetter, isOutcomeCode, toEvent } from './outcome.ts'
import { findNextState, getTurn } from './referral.ts'

test('every outcome moves a referral that was sent, and what is an end has a letter for the child', () => {
	for (const outcome of outcomeCodes) expect(findNextState('sent', toEvent(outcome)), outcome).toBeDefined()
	expect(outcomeCodes.filter((outcome) => findLetter(outcome) === undefined)).toEqual([
		'need-more',
		'duplicate',
	])
	expect([getTurn(findNextState('accepted', toEvent('need-more')) ?? 'closed')]).toEqual(['desk'])
	expect(isOutcomeCode('actioned')).toBe(true)
	expect(isOutcomeCode('toString')).toBe(false)
})
