import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCalls } from '../../../../../../tests/support/work.ts'
import {
	bands,
	devices,
	getRefusal,
	most,
	networks,
	parseFamily,
	parseFamilyFields,
	services,
	toFamilyFields,
	type Family,
} from './family.ts'

const zero = <Id extends string>(ids: readonly Id[]) =>
	Object.fromEntries(ids.map((id) => [id, 0])) as Record<Id, number>
const plain = {
	children: { ...zero(bands), '9-11': 1 },
	devices: { ...zero(devices), android: 1 },
	network: 'box',
	services: ['youtube'],
}
const read = (query: string) => parseFamilyFields(new URLSearchParams(query))
const pathsOf = (result: ReturnType<typeof parseFamily>) =>
	result.ok ? [] : result.issues.map(({ path }) => path)

/** Any family that is one. */
const family: fc.Arbitrary<Family> = fc
	.record({
		children: fc.array(fc.integer({ min: 0, max: most.children }), { minLength: 5, maxLength: 5 }),
		devices: fc.array(fc.integer({ min: 0, max: most.devices }), { minLength: 9, maxLength: 9 }),
		network: fc.constantFrom(...networks),
		services: fc.subarray([...services]),
	})
	.filter(({ children }) => children.some((count) => count > 0))
	.map(({ children, devices: own, ...rest }) => ({
		...rest,
		children: Object.fromEntries(bands.map((id, at) => [id, children[at]])) as Family['children'],
		devices: Object.fromEntries(devices.map((id, at) => [id, own[at]])) as Family['devices'],
	}))

describe('parseFamily()', () => {
	test('takes a family of counts and ids', () => {
		expect(parseFamily(plain)).toEqual({ ok: true, value: plain })
	})
	test('refuses a family of 10,000 devices and one of 13 children of an age', () => {
		expect(pathsOf(parseFamily({ ...plain, devices: { android: 10_000 } }))).toEqual(['devices.android'])
		expect(pathsOf(parseFamily({ ...plain, children: { '6-8': 13 } }))).toEqual(['children.6-8'])
	})
	test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '1', null, [], {}, true])(
		'refuses %j as a count',
		(count) => {
			expect(parseFamily({ ...plain, devices: { android: count } }).ok).toBe(false)
		},
	)
	test('refuses a family without a child, and takes one without a device', () => {
		expect(pathsOf(parseFamily({ ...plain, children: {} }))).toEqual(['children'])
		expect(parseFamily({ ...plain, devices: {} }).ok).toBe(true)
	})
	test('refuses unknown ids everywhere and repeats none of them', () => {
		const script = '<script>alert(1)</script>'
		for (const hostile of [
			{ ...plain, children: { ...plain.children, [script]: 1 } },
			{ ...plain, devices: { [script]: 1 } },
			{ ...plain, services: [script] },
			{ ...plain, network: script },
			{ ...plain, [script]: 1 },
			{ ...plain, devices: JSON.parse('{"__proto__": 1}') as unknown },
		]) {
			const parsed = parseFamily(hostile)
			expect(parsed.ok).toBe(false)
			expect(JSON.stringify(parsed)).not.toContain('script')
		}
	})
	test('never throws and never lets through what is not a family', () => {
		fc.assert(
			fc.property(fc.anything(), (input) => {
				expect(parseFamily(input).ok).toBe(false)
			}),
		)
	})
	test('does not take what an object has inherited for a count', () => {
		const parsed = parseFamily(Object.assign(Object.create({ devices: { xbox: 3 } }) as object, plain))
		expect(parsed).toMatchObject({ ok: true, value: { devices: { xbox: 0 } } })
	})
})

describe('parseFamilyFields()', () => {
	test('reads what toFamilyFields() writes', () => {
		fc.assert(
			fc.property(family, (given) => {
				expect(parseFamilyFields(toFamilyFields(given))).toEqual({ ok: true, value: given })
			}),
		)
	})
	test('reads a form as it was sent, empty counts as none', () => {
		expect(read('0-5=&9-11=1&android=1&xbox=0&network=box&service=youtube')).toEqual({
			ok: true,
			value: plain,
		})
	})
	test.each([
		['10,000 devices', '9-11=1&android=10000&network=box', 'counts'],
		['a count in letters', '9-11=one&network=box', 'counts'],
		['a count below zero', '9-11=-1&network=box', 'counts'],
		['a count that overflows', `9-11=${'9'.repeat(400)}&network=box`, 'counts'],
		['no child', 'android=1&network=box', 'children'],
		['no network', '9-11=1', 'form'],
		['an unknown field', '9-11=1&network=box&toaster=1', 'form'],
		['an unknown service', '9-11=1&network=box&service=%3Cscript%3E', 'form'],
		['a field twice', '9-11=1&9-11=2&network=box', 'form'],
		['two networks', '9-11=1&network=box&network=mobile', 'form'],
		['nothing', '', 'form'],
		['1,000 fields', `network=box${'&service=youtube'.repeat(1000)}`, 'form'],
	])('refuses %s', (_what, query, refusal) => {
		const parsed = read(query)
		expect(parsed.ok ? 'ok' : getRefusal(parsed.issues)).toBe(refusal)
	})
	test('refuses a name of nine million characters with the work of one', async () => {
		const refuse = (length: number) => {
			const fields = new URLSearchParams(`9-11=1&network=box&${'a'.repeat(length)}=1`)
			return countCalls(() => expect(parseFamilyFields(fields).ok).toBe(false))
		}
		expect(await refuse(9_000_000)).toBeLessThanOrEqual(2 * (await refuse(1)))
	})
})
