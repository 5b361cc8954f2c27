import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages } from '../../messages/index.ts'

const code = globSync('src/**/*.{ts,svelte}')
	.filter((file) => !file.endsWith('.test.ts'))
	.map((file) => readFileSync(file, 'utf8'))
	.join('\n')

/** Keys that are put together while running: `quiz.form.${form}`. */
const patterns = [...code.matchAll(/`([a-z][a-z0-9.-]*\.)\$\{[^`]*?\}([a-z0-9.-]*)`/gu)].map(
	([, start = '', end = '']) => ({ start, end }),
)

test('no word of the interface stands there unused', () => {
	const unused = Object.keys(messages.ar).filter(
		(key) =>
			!code.includes(`'${key}'`) &&
			!patterns.some(({ start, end }) => key.startsWith(start) && key.endsWith(end)),
	)
	expect(unused).toEqual([])
})

test('no word of the interface is empty in any language, and its places to fill are the same everywhere', () => {
	const getPlaces = (text: string): string[] => (text.match(/\{\w+\}/gu) ?? []).sort()
	const wrong = Object.entries(messages).flatMap(([language, words]) =>
		Object.entries(words)
			.filter(
				([key, text]) =>
					text.trim() === '' ||
					getPlaces(text).join() !== getPlaces(messages.ar[key as keyof typeof words]).join(),
			)
			.map(([key]) => `${language}: ${key}`),
	)
	expect(wrong).toEqual([])
})
