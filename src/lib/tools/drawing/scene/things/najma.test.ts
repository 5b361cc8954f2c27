import { expect, test } from 'vitest'
import { drawNajma, najmaPoses } from './najma.ts'

test('Najma has eight poses, no two alike, each a star with a face', () => {
	expect(najmaPoses).toHaveLength(8)
	const drawn = najmaPoses.map((pose) => drawNajma(pose, ''))
	expect(new Set(drawn).size).toBe(8)
	for (const svg of drawn) {
		expect(svg).toContain('var(--s-ink)')
		expect(svg).not.toContain('NaN')
	}
})

test('a pose that she does not know is drawn as hello', () => {
	expect(drawNajma('constructor', '')).toBe(drawNajma('hello', ''))
})
