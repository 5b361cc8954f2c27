import { brotliCompressSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	drawDeviceScreen,
	getLabels,
	menuLanguages,
	screenKinds,
	drawnThings,
	type DeviceScreen,
} from './index.ts'

const screen = (given: Partial<DeviceScreen>): DeviceScreen => ({
	app: 'list',
	menuLanguage: 'en',
	path: ['Settings', 'Screen Time', 'Communication Safety'],
	touch: 2,
	...given,
})
const every = screenKinds.flatMap((app) =>
	menuLanguages.flatMap((menuLanguage) =>
		[1, 2].flatMap((touch) =>
			drawnThings.map((thing) =>
				screen({ app, menuLanguage, touch, path: ['Settings', 'Apps', `~${thing}`] }),
			),
		),
	),
)

test('each screen is small, and holds no script, no style, no identifier and no colour of its own', () => {
	for (const one of every.filter(({ touch }) => touch === 2)) {
		const svg = drawDeviceScreen(one, 'A phone')
		expect(brotliCompressSync(svg).length, JSON.stringify(one)).toBeLessThanOrEqual(2048)
		expect(svg).not.toMatch(/<script|<style|\bid=|style=|#[0-9a-f]{3}|url\(/u)
	}
})

test('a label stands as it is written, in the language and the direction of its menu', () => {
	const english = drawDeviceScreen(screen({}), 'Un téléphone')
	expect(english).toContain('lang="en" direction="ltr">Communication Safety</text>')
	expect(english).not.toContain('matrix(-1')
	const arabic = drawDeviceScreen(screen({ menuLanguage: 'ar', path: ['الإعدادات', 'الخصوصية'] }), 'A phone')
	expect(arabic).toContain('lang="ar" direction="rtl">الخصوصية</text>')
	expect(arabic).toContain('matrix(-1 0 0 1 320 0)')
})

test('the finger of a mirrored menu stands on the other side', () => {
	const find = (menuLanguage: 'ar' | 'fr'): number[] =>
		[
			...drawDeviceScreen(screen({ app: 'profile', menuLanguage, path: ['~dots'] }), '').matchAll(
				/translate\((\d+) \d+\)"?[^>]*><path d="M-1?[35]/gu,
			),
		].map(([, x]) => Number(x))
	expect(find('fr').every((x) => x > 160)).toBe(true)
	expect(find('ar').every((x) => x < 160)).toBe(true)
	expect(find('ar').length).toBeGreaterThan(0)
})

test('what nobody has read is a bar and a drawing: no letter stands on it', () => {
	for (const one of every.filter(({ path }) => path.length === 3))
		expect(drawDeviceScreen({ ...one, path: one.path.slice(2) }, 'A phone')).not.toContain('<text')
})

test('words of others do not become markup', () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1 }), fc.string(), (label, title) => {
			fc.pre(!label.startsWith('~'))
			const svg = drawDeviceScreen(screen({ path: [`<b>${label}`] }), `</title><i>${title}`)
			expect(svg).not.toMatch(/<(b|i)>/u)
		}),
	)
})

test('a thing that is not drawn is refused, and so is a path without an end', () => {
	expect(() => drawDeviceScreen(screen({ path: ['~shield'] }), '')).toThrow('no such screen: ~shield')
	expect(() => drawDeviceScreen(screen({ path: [] }), '')).toThrow('no such screen')
})

test('getLabels() names what somebody has to have read', () => {
	expect(getLabels(screen({ path: ['Settings', '~gear', 'Screen Time'] }))).toEqual([
		'Settings',
		'Screen Time',
	])
})
