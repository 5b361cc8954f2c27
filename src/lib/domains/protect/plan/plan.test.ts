import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { countCalls } from '../../../../../tests/support/work.ts'
import { languages } from '#base'
import { readContent, readLibrary } from '../../../../../tests/support/content.ts'
import { bands, devices, most, networks, parseFamilyFields, services, type Family } from './family/family.ts'
import { findFirstStep, getSteps, makePlan, sizes, type Plan } from './plan.ts'
import { toAllBands, toAllSteps } from './plan-cards.ts'
import { buildPlanContent, type PlanContent } from './plan-library.ts'
import { toReviewDay } from './plan-day.ts'
import { getFirmness, type PlanStep } from './plan-step.ts'

const day = '2026-11-25'
let content: PlanContent
beforeAll(() => {
	content = buildPlanContent(readContent(), readLibrary())
})

const familyOf = (query: string): Family => {
	const parsed = parseFamilyFields(new URLSearchParams(query))
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
	return parsed.value
}
const planOf = (query: string): Plan => makePlan(content.rules, familyOf(query), day)
const idsOf = (steps: Plan['tonight']) => steps.map(({ step }) => step.id)

const everything = [
	...bands.map((band) => `${band}=1`),
	...devices.map((device) => `${device}=1`),
	...services.map((service) => `service=${service}`),
	'network=router',
].join('&')

const family = fc
	.record({
		children: fc.subarray([...bands], { minLength: 1 }),
		devices: fc.subarray([...devices]),
		network: fc.constantFrom(...networks),
		services: fc.subarray([...services]),
		count: fc.integer({ min: 1, max: most.children }),
	})
	.map(({ count, ...one }): Family => {
		const countOf = (ids: readonly string[], has: readonly string[]) =>
			Object.fromEntries(ids.map((id) => [id, has.includes(id) ? count : 0]))
		return {
			children: countOf(bands, one.children) as Family['children'],
			devices: countOf(devices, one.devices) as Family['devices'],
			network: one.network,
			services: one.services,
		}
	})

const check = (property: (plan: Plan, of: Family) => void): void =>
	fc.assert(
		fc.property(family, (of) => {
			property(makePlan(content.rules, of, day), of)
		}),
		{ numRuns: 300 },
	)

describe('makePlan()', () => {
	test('begins, with an Android phone and a box, with a talk and one setting on the phone', () => {
		const { tonight, week, later } = planOf('9-11=1&android=1&network=box&service=youtube')
		expect(idsOf(tonight)).toEqual(['talk', 'android-private-dns', 'show-help'])
		expect(idsOf(week)[0]).toBe('android-family-link')
		expect(idsOf(later)).toContain('home-box')
	})
	test('has one step to begin with: a setting of tonight, or the talk where nothing can be set', () => {
		expect(findFirstStep(planOf('9-11=1&android=1&network=box'))?.step.id).toBe('android-private-dns')
		check((plan) => {
			const first = findFirstStep(plan)
			expect(plan.tonight).toContain(first)
			expect(first?.step.reach === 'people').toBe(plan.tonight.every(({ step }) => step.reach === 'people'))
		})
	})
	test('says nothing of a box to a family that has none', () => {
		for (const network of ['mobile', 'shared'])
			expect(idsOf(getSteps(planOf(`9-11=1&android=1&network=${network}`)))).not.toContain('home-box')
	})
	test('gives everyone a talk and few first: 1 to 3 tonight, half an hour at most, 12 in all', () => {
		check((plan) => {
			const steps = getSteps(plan)
			expect(plan.tonight[0]?.step.id).toBe('talk')
			expect(plan.tonight.length).toBeLessThanOrEqual(sizes.tonight)
			expect(plan.tonight.reduce((sum, { step }) => sum + step.minutes, 0)).toBeLessThanOrEqual(30)
			expect(plan.week.length).toBeLessThanOrEqual(sizes.week)
			expect(steps.length).toBeLessThanOrEqual(sizes.all)
			expect(new Set(steps).size).toBe(steps.length)
		})
	})
	test('names what did not fit, and loses nothing', () => {
		const plan = planOf(everything)
		expect(getSteps(plan)).toHaveLength(sizes.all)
		const all = [...getSteps(plan).map(({ step }) => step.id), ...plan.more]
		expect(new Set(all).size).toBe(all.length)
		expect(all).toHaveLength(content.rules.steps.length - 1)
	})
	test('sets the device itself before the network, which mobile data goes round', () => {
		check((plan) => {
			const steps = getSteps(plan).map(({ step }) => step)
			const network = steps.findIndex(({ reach }) => reach === 'network')
			if (network < 0) return
			for (const id of ['android-private-dns', 'apple-dns']) {
				const device = steps.findIndex((step) => step.id === id)
				if (device >= 0) expect(device).toBeLessThan(network)
			}
		})
	})
	test('orders what is not tonight by effect, and makes able before it restricts', () => {
		check(({ week, later }) => {
			const steps = [...week, ...later].map(({ step }) => step)
			for (const [index, step] of steps.entries()) {
				const before = steps[index - 1]
				if (!before) continue
				expect(before.effect).toBeGreaterThanOrEqual(step.effect)
				if (before.effect === step.effect && step.does === 'enable') expect(before.does).toBe('enable')
			}
		})
	})
	test('puts a step that costs money after all that are free', () => {
		const paid: PlanStep = {
			id: 'paid',
			does: 'limit',
			reach: 'account',
			minutes: 1,
			cost: { dirhams: 10, every: 'month', source: 'none' },
			effect: 3,
			needs: {},
			bands: { '9-11': 'strict' },
			verify: 'by-hand',
		}
		const rules = { ...content.rules, steps: [paid, ...content.rules.steps.slice(0, 3)] }
		const steps = getSteps(makePlan(rules, familyOf('9-11=1&android=1&iphone-ipad=1&network=mobile'), day))
		expect(steps.at(-1)?.step.id).toBe('paid')
	})
	test('gives every band a day to look again, sooner for small ones, on a Sunday', () => {
		const reviews = planOf(everything).bands.map(({ review }) => review)
		expect(reviews).toEqual([...reviews].sort())
		expect(new Set(reviews).size).toBe(bands.length)
		for (const review of reviews) {
			expect(new Date(review).getUTCDay()).toBe(0)
			expect(review > day).toBe(true)
		}
	})
	test('is never stricter with an older child than with a younger one', () => {
		check((plan) => {
			for (const { step } of getSteps(plan)) {
				if (step.does === 'enable') continue
				const firm = bands.map((band) => getFirmness(step.bands[band]))
				expect(firm).toEqual([...firm].sort((a, b) => b - a))
			}
		})
	})
	test('says for every restriction what becomes of it at the next birthday', () => {
		const [last] = planOf('15-17=1&android=1&network=box&service=tiktok').bands
		expect(last?.next).toMatchObject({ age: 18 })
		expect(last?.next.loosens.every(({ to }) => to === undefined)).toBe(true)
		const [young] = planOf('9-11=1&android=1&network=box').bands
		expect(young?.next.loosens).toContainEqual({
			id: 'android-private-dns',
			from: 'strict',
			to: 'balanced',
		})
	})
	test('makes no step of a service that is not for an age yet, and tells the band', () => {
		const plan = planOf('6-8=1&android=1&network=box&service=tiktok')
		expect([...idsOf(getSteps(plan)), ...plan.more]).not.toContain('tiktok')
		expect(plan.bands[0]?.tools).toContainEqual({ id: 'tiktok', hold: 'not-yet' })
	})
	test('shows each step to the bands of the family only, with the number of devices', () => {
		const [, dns] = planOf('6-8=2&15-17=1&android=3&network=box').tonight
		expect(dns?.devices).toBe(3)
		expect(dns?.bands.map(({ band }) => band)).toEqual(['6-8', '15-17'])
	})
	test('is little work for a family with everything', async () => {
		const of = familyOf(everything)
		expect(await countCalls(() => makePlan(content.rules, of, day))).toBeLessThan(2_500)
	})
})

describe('the words of the plan', () => {
	test('are there for every step and band, and every band has a talk, a rule and something to loosen', () => {
		for (const language of languages) {
			const { steps, bands: own } = content.words[language]
			expect(Object.keys(steps).sort()).toEqual(content.rules.steps.map(({ id }) => id).sort())
			for (const band of bands) for (const text of Object.values(own[band])) expect(text).not.toBe('')
		}
	})
	test('are shown on cards that hold every step and band once', () => {
		expect(toAllSteps(content.rules)).toHaveLength(content.rules.steps.length)
		expect(toAllBands(content.rules).map(({ band }) => band)).toEqual(bands)
	})
})

test('toReviewDay() is the day itself when that is a Sunday, else the next one', () => {
	expect(toReviewDay('2026-11-22', 7)).toBe('2026-11-29')
	expect(toReviewDay('2026-11-25', 7)).toBe('2026-12-06')
	expect(toReviewDay('2026-12-25', 28)).toBe('2027-01-24')
})
