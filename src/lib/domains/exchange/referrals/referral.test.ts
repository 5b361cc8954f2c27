import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
	findDeadline,
	findNextState,
	getTurn,
	isReferralState,
	referralEvents,
	referralStates,
	toReferralReference,
	type ReferralEvent,
} from './referral.ts'

describe('states of a referral', () => {
	test('the way of the design is walked from one end to the other', () => {
		const ways: [ReferralEvent[], string][] = [
			[['asked', 'queued', 'accepted', 'actioned', 'seen-down', 'closed'], 'closed'],
			[['asked', 'queued', 'delivered', 'accepted', 'not-actioned', 'seen-up', 'closed'], 'closed'],
			[['asked', 'queued', 'rejected', 'next-channel', 'delivered', 'silent'], 'no-answer'],
			[['asked', 'queued', 'silent', 'next-channel', 'accepted'], 'accepted'],
			[['asked', 'queued', 'silent', 'actioned'], 'actioned'],
		]
		for (const [events, end] of ways) {
			let state = findNextState('draft', 'asked') ?? 'closed'
			for (const event of events.slice(1))
				state = findNextState(state, event) ?? expect.fail(`${state}: ${event}`)
			expect(state).toBe(end)
		}
	})

	test('every state of the table, as people see it', () => {
		const table = referralStates.map((state) => {
			const moves = referralEvents.flatMap((event) => {
				const next = findNextState(state, event)
				return next === undefined ? [] : [`${event} > ${next}`]
			})
			return `${state} (${getTurn(state)}): ${moves.join(', ')}`
		})
		expect(table).toMatchInlineSnapshot(`
			[
			  "draft (desk): asked > review, dropped > closed",
			  "review (second): asked > review, queued > queued, dropped > closed",
			  "queued (machine): delivered > sent, accepted > accepted, rejected > rejected, silent > no-answer, need-more > need-more, duplicate > duplicate, actioned > actioned, not-actioned > not-actioned",
			  "sent (partner): accepted > accepted, rejected > rejected, silent > no-answer, need-more > need-more, duplicate > duplicate, actioned > actioned, not-actioned > not-actioned, seen-down > verified-down, seen-up > still-up",
			  "accepted (partner): rejected > rejected, silent > no-answer, need-more > need-more, duplicate > duplicate, actioned > actioned, not-actioned > not-actioned, seen-down > verified-down, seen-up > still-up",
			  "rejected (desk): need-more > need-more, duplicate > duplicate, actioned > actioned, not-actioned > not-actioned, seen-down > verified-down, seen-up > still-up, next-channel > queued, closed > closed",
			  "no-answer (desk): accepted > accepted, rejected > rejected, need-more > need-more, duplicate > duplicate, actioned > actioned, not-actioned > not-actioned, seen-down > verified-down, seen-up > still-up, next-channel > queued, closed > closed",
			  "need-more (desk): need-more > need-more, gave-more > accepted, duplicate > duplicate, actioned > actioned, not-actioned > not-actioned, seen-down > verified-down, seen-up > still-up, closed > closed",
			  "duplicate (desk): need-more > need-more, duplicate > duplicate, actioned > actioned, not-actioned > not-actioned, seen-down > verified-down, seen-up > still-up, closed > closed",
			  "actioned (desk): need-more > need-more, duplicate > duplicate, actioned > actioned, not-actioned > not-actioned, seen-down > verified-down, seen-up > still-up, closed > closed",
			  "not-actioned (desk): need-more > need-more, duplicate > duplicate, actioned > actioned, not-actioned > not-actioned, seen-down > verified-down, seen-up > still-up, closed > closed",
			  "verified-down (desk): seen-up > still-up, closed > closed",
			  "still-up (desk): need-more > need-more, duplicate > duplicate, actioned > actioned, not-actioned > not-actioned, seen-down > verified-down, closed > closed",
			  "closed (nobody): ",
			]
		`)
	})

	test('nothing is queued without having been asked, and nothing comes back from its end', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...referralEvents), { maxLength: 30 }), (events) => {
				let state = referralStates[0] as (typeof referralStates)[number]
				const seen: string[] = []
				for (const event of events) {
					const next = findNextState(state, event)
					if (next === undefined) continue
					seen.push(event)
					if (event === 'queued') expect(seen).toContain('asked')
					if (event === 'accepted' || event === 'delivered') expect(seen).toContain('queued')
					expect(state).not.toBe('closed')
					state = next
				}
			}),
		)
	})

	test('every state is reached, and from every one there is a way to the end', () => {
		const reach = (from: (typeof referralStates)[number]) => {
			const found = new Set([from])
			for (const state of found)
				for (const event of referralEvents) {
					const next = findNextState(state, event)
					if (next !== undefined) found.add(next)
				}
			return found
		}
		expect([...reach('draft')].sort()).toEqual([...referralStates].sort())
		for (const state of referralStates) expect(reach(state).has('closed'), state).toBe(true)
	})

	test('the same word of a partner twice is no second move', () => {
		for (const [event, state] of [
			['accepted', 'accepted'],
			['rejected', 'rejected'],
			['silent', 'no-answer'],
			['closed', 'closed'],
		] as const)
			expect(findNextState(state, event), event).toBeUndefined()
	})

	test('names of states are known, others are not', () => {
		expect(isReferralState('still-up')).toBe(true)
		expect(isReferralState('constructor')).toBe(false)
	})

	test('a reference has six digits, or more when there are more', () => {
		expect(toReferralReference(2026, 123)).toBe('MA-2026-000123')
		expect(toReferralReference(2026, 1_234_567)).toBe('MA-2026-1234567')
	})
})

test('a deadline runs while an answer is waited for, and none once there is one', () => {
	const running = referralStates.map((state) => [state, findDeadline(state)] as const)
	expect(running.filter(([, deadline]) => deadline !== undefined)).toEqual([
		['queued', 'outcome'],
		['sent', 'outcome'],
		['accepted', 'outcome'],
		['no-answer', 'outcome'],
	])
	expect([findDeadline('sent', 'imminent-risk'), findDeadline('accepted', 'high')]).toEqual([
		'acknowledge',
		'outcome',
	])
})
