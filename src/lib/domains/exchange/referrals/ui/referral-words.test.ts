import { expect, test } from 'vitest'
import { languages } from '#base'
import { createWords } from '#ui/words'
import { outcomeCodes } from '../../channel/index.ts'
import { referralStates } from '../referral.ts'
import { findCodeKey, findHelpKey, findStateKey, findToldKey } from './referral-words.ts'

test.each(languages)(
	'what came to us is told in our own voice, what we sent in theirs, in %s',
	(language) => {
		const { t } = createWords(language)
		for (const state of ['accepted', 'actioned', 'not-actioned'] as const)
			expect(t(findStateKey(state, 'in')), state).not.toBe(t(findStateKey(state, 'out')))
		for (const code of outcomeCodes)
			for (const direction of ['in', 'out'] as const)
				expect(t(findCodeKey(code, direction) ?? 'refer.state'), code).not.toBe(t('refer.state'))
		for (const state of referralStates) expect(t(findStateKey(state, 'in')), state).not.toBe('')
	},
)

test('what a partner asks for is told as that, and not as stuck', () => {
	expect([findToldKey('need-more', 'out', 'normal'), findHelpKey('need-more', 'out')]).toEqual([
		'refer.told.need-more',
		'refer.told.need-more.how',
	])
	expect([findToldKey('sent', 'out', 'normal'), findHelpKey('sent', 'out')]).toEqual([
		'refer.told.quiet',
		'refer.told.quiet.how',
	])
	expect([findToldKey('no-answer', 'out', 'normal'), findHelpKey('no-answer', 'out')]).toEqual([
		'refer.told',
		'refer.told.how',
	])
	expect([findToldKey('accepted', 'in', 'high'), findHelpKey('accepted', 'in')]).toEqual([
		'refer.told.in',
		undefined,
	])
	expect([findToldKey('accepted', 'out', 'normal'), findHelpKey('accepted', 'out')]).toEqual([
		'refer.told.note',
		undefined,
	])
	expect(findToldKey('accepted', 'in', 'normal')).toBe('refer.told.note')
})

test('channels and faults that we know have words; a code of the other side stands as it came', () => {
	for (const code of ['http-sig', 'xarf-mail', 'paper', 'unreachable', 'no-channel', 'channel-gone', 'fault'])
		expect(findCodeKey(code, 'out'), code).toBeDefined()
	expect(findCodeKey('status-418', 'out')).toBeUndefined()
})
