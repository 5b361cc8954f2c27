/** Contrast of the look's colours (WCAG 2.2, 1.4.3 and 1.4.11), read from the style sheet itself. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync('src/lib/ui/tokens.css', 'utf8')

const readTokens = (block: string): Record<string, string> =>
	Object.fromEntries(
		[...block.matchAll(/--([a-z]+):\s*(#[0-9a-f]{6});/gu)].map((match) => [match[1] ?? '', match[2] ?? '']),
	)

const light = readTokens(
	css.slice(css.indexOf(':root {'), css.indexOf('@media (prefers-color-scheme: dark)')),
)
const dark = {
	...light,
	...readTokens(css.slice(css.indexOf('@media (prefers-color-scheme: dark)'), css.indexOf('.for-teens {'))),
}
const teens = {
	...light,
	...readTokens(css.slice(css.indexOf('.for-teens {'), css.indexOf('.for-children {'))),
}

const getLuminance = (hex: string): number => {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const getContrast = (one: string, other: string): number => {
	const [high = 0, low = 0] = [getLuminance(one), getLuminance(other)].sort((a, b) => b - a)
	return (high + 0.05) / (low + 0.05)
}

describe.each([
	['light', light],
	['dark', dark],
	['teens', teens],
])('%s', (_, tokens) => {
	const of = (name: string): string => tokens[name] ?? '#808080'

	test.each(['paper', 'card', 'sand'])('text can be read on %s', (ground) => {
		for (const ink of ['ink', 'quiet'])
			expect(getContrast(of(ink), of(ground)), ink).toBeGreaterThanOrEqual(4.5)
	})

	test.each(['majorelle', 'mint', 'plum', 'gold', 'terracotta'])(
		'%s can be read on paper and card',
		(colour) => {
			for (const ground of ['paper', 'card'])
				expect(getContrast(of(colour), of(ground)), ground).toBeGreaterThanOrEqual(4.5)
		},
	)

	test('the one action of a page can be read, and white on the wall', () => {
		expect(getContrast('#1b2340', of('saffron'))).toBeGreaterThanOrEqual(4.5)
		expect(getContrast('#ffffff', of('wall'))).toBeGreaterThanOrEqual(4.5)
	})
})
