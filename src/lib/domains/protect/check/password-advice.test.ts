import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inspect as arabic } from '../../../../../messages/inspect/ar.ts'
import { judgePassword } from '#tools/inspect/password-strength'
import { advisePassword, passwordSteps, reasonOrder, standings } from './password-advice.ts'

/** Built as people build them; none is anybody's. What the page would say of each. */
test.each([
	['123456', 'at-once', 'common'],
	['wydad1937', 'at-once', 'place'],
	['mo7ammed2009', 'at-once', 'name'],
	['khouya', 'at-once', 'word'],
	['محمد2008', 'at-once', 'name'],
	['0612345987', 'soon', 'phone'],
	['xK9#mQ', 'soon', 'short'],
	['8391047562', 'soon', 'only-digits'],
] as const)('advisePassword() says of %j: %s, because of %s', (password, standing, reason) => {
	const advice = advisePassword(judgePassword(password))
	expect(advice.standing).toBe(standing)
	expect(advice.reasons).toContain(reason)
	expect(advice.steps[0]).toBe('four-words')
})

test.each(['tajine vélo pluie girafe', 'بحر دراجة شتا سبعود كرسي', 'basket-donkey-roof-figs'])(
	'advisePassword() finds no fault with %j and says how to keep it',
	(password) => {
		const { standing, reasons, steps } = advisePassword(judgePassword(password))
		expect(['long', 'very-long']).toContain(standing)
		expect(reasons).toEqual([])
		expect(steps).toEqual(['unique', 'two-step', 'tell-nobody'])
	},
)

test('who builds on names, dates or numbers is told to leave them out', () => {
	expect(advisePassword(judgePassword('fatima12/05/2009')).steps).toContain('not-about-you')
	expect(advisePassword(judgePassword('azertyuiop')).steps).not.toContain('not-about-you')
})

const judgements = fc.record({
	magnitude: fc.double({ min: 0, max: 40, noNaN: true }),
	length: fc.integer({ min: 1, max: 200 }),
	weaknesses: fc.uniqueArray(fc.constantFrom(...reasonOrder)),
})

test('a password that stands longer is never told worse, and a weak one always hears why', () => {
	fc.assert(
		fc.property(judgements, fc.double({ min: 0, max: 10, noNaN: true }), (judgement, more) => {
			const advice = advisePassword(judgement)
			const better = advisePassword({ ...judgement, magnitude: judgement.magnitude + more })
			expect(standings.indexOf(better.standing)).toBeGreaterThanOrEqual(standings.indexOf(advice.standing))
			const isStrong = advice.standing === 'long' || advice.standing === 'very-long'
			expect(advice.reasons.length > 0).toBe(!isStrong)
			expect(advice.reasons.length).toBeLessThanOrEqual(3)
			expect(advice.steps.length).toBeGreaterThan(2)
		}),
	)
})

test('fewer than 8 characters never stand long', () => {
	expect(advisePassword({ magnitude: 30, length: 7, weaknesses: ['short'] }).standing).toBe('soon')
})

test('everything that can be said has words', () => {
	const keys = [
		...standings.flatMap((standing) => [`standing.${standing}`, `stands.${standing}`]),
		...reasonOrder.map((reason) => `reason.${reason}`),
		...passwordSteps.map((step) => `step.${step}`),
	]
	expect(keys.filter((key) => !(`inspect.password.${key}` in arabic))).toEqual([])
})
