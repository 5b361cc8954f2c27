import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFamilyFields } from '../family/family.ts'
import { countVerified, mostKeptBytes, parseKeptPlan, toKeptBlock, type KeptPlan } from './kept-plan.ts'

const parsed = parseFamilyFields(new URLSearchParams('9-11=1&android=1&network=box&service=youtube'))
if (!parsed.ok) throw new Error('the family of the test is none')
const kept: KeptPlan = {
	day: '2026-11-25',
	family: parsed.value,
	ticks: { talk: 'done', 'android-private-dns': 'verified' },
}
const page = (block: string) => `<!doctype html><html><head>${block}</head><body>…</body></html>`
const withData = (data: unknown) =>
	page(toKeptBlock(kept).replace(/>.*</u, () => `>${JSON.stringify(data).replaceAll('<', '\\u003c')}<`))
const data = { kind: 'thiqa-family-plan', ...kept }

describe('parseKeptPlan()', () => {
	test('reads what was kept, whatever stands around it', () => {
		expect(parseKeptPlan(page(toKeptBlock(kept)))).toEqual({ ok: true, value: kept })
		expect(parseKeptPlan(`<script>alert(1)</script>${toKeptBlock(kept)}<img onerror=alert(1)>`)).toEqual({
			ok: true,
			value: kept,
		})
	})
	test.each([
		['an empty file', ''],
		['another page', '<!doctype html><p>hello'],
		['a file that is too large', page(toKeptBlock(kept)) + ' '.repeat(mostKeptBytes)],
		['a block that is not closed', toKeptBlock(kept).replace('</script>', '')],
		['two blocks', toKeptBlock(kept) + toKeptBlock(kept)],
		['a block that is no JSON', page(toKeptBlock(kept).replace('{', '{{'))],
		['a block that is a list', withData([])],
		['a block that is null', withData(null)],
		['another kind', withData({ ...data, kind: 'x' })],
		['a part that nobody knows', withData({ ...data, html: '<script>alert(1)</script>' })],
		['a day that is none', withData({ ...data, day: '2026-02-30' })],
		['a day that is markup', withData({ ...data, day: '<b>' })],
		['a day in the year 9999', withData({ ...data, day: '9999-01-01' })],
		['10,000 devices', withData({ ...data, family: { ...kept.family, devices: { android: 10_000 } } })],
		['an unknown service', withData({ ...data, family: { ...kept.family, services: ['<script>'] } })],
		['a tick that is markup', withData({ ...data, ticks: { talk: '<script>' } })],
		['a step that is markup', withData({ ...data, ticks: { '<script>': 'done' } })],
		['ticks that are a list', withData({ ...data, ticks: [] })],
		[
			'more ticks than there are steps',
			withData({
				...data,
				ticks: Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`s${n}`, 'done'])),
			}),
		],
	])('refuses %s', (_what, text) => {
		expect(parseKeptPlan(text).ok).toBe(false)
	})
	test('refuses a deep nest without falling into it', () => {
		const deep = '['.repeat(90_000)
		expect(parseKeptPlan(page(toKeptBlock(kept).replace(/>.*</u, `>${deep}<`))).ok).toBe(false)
	})
	test('never throws', () => {
		fc.assert(
			fc.property(fc.string(), fc.nat(400), (noise, at) => {
				const whole = page(toKeptBlock(kept))
				parseKeptPlan(whole.slice(0, at) + noise + whole.slice(at))
			}),
		)
	})
})

test('toKeptBlock() holds nothing that could end the block', () => {
	const hostile = { ...kept, day: '</script><script>alert(1)</script>' }
	expect(toKeptBlock(hostile).match(/<\/script>/gu)).toHaveLength(1)
})

test('countVerified() counts what is seen to be on, not what is only done', () => {
	expect(countVerified(['talk', 'android-private-dns', 'night'], kept.ticks)).toBe(1)
})
