import { expect, test } from 'vitest'
import { pickFirstMinutes } from './first-minutes.ts'
import { tileIds } from './form/form-steps.ts'

test('pickFirstMinutes() speaks to whoever writes, and to the young when nobody says who it is', () => {
	expect(pickFirstMinutes({ what: ['sexual-extortion'], who: 'parent' })).toEqual(['sexual-extortion.parent'])
	expect(pickFirstMinutes({ what: ['sexual-extortion'], who: 'unsaid' })).toEqual(['sexual-extortion.teen'])
})

test('pickFirstMinutes() puts what endangers a life first, and never gives more than two', () => {
	expect(pickFirstMinutes({ what: [...tileIds], who: 'child' })).toEqual([
		'self-harm.child',
		'abuse-at-home.child',
	])
	expect(pickFirstMinutes({ what: ['bullying', 'abuse-at-home'], who: 'teen' })).toEqual([
		'abuse-at-home.teen',
		'bullying.teen',
	])
})

test('pickFirstMinutes() gives nothing where nobody has said what happened', () => {
	expect(pickFirstMinutes({ what: ['other'], who: 'child' })).toEqual([])
	expect(pickFirstMinutes({ what: [], who: 'child' })).toEqual([])
})
