import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages, type Message } from '../../messages/index.ts'

const code = globSync('src/**/*.{ts,svelte}')
	.filter((file) => !file.endsWith('.test.ts'))
	.map((file) => readFileSync(file, 'utf8'))
	.join('\n')

const quoted = new Set([...code.matchAll(/'([\w.-]+)(?=')/gu)].map(([, text]) => text))

/** Keys that are put together while running: `quiz.form.${form}`. */
const patterns = [...code.matchAll(/`([a-z][a-z0-9.-]*[.-])\$\{[^`]*?\}([a-z0-9.-]*)`/gu)].map(
	([, start = '', end = '']) => ({ start, end }),
)

test('no word of the interface stands there unused', () => {
	const unused = Object.keys(messages.ar).filter(
		(key) =>
			!quoted.has(key) &&
			!patterns.some(({ start, end }) => key.startsWith(start) && key.endsWith(end)),
	)
	expect(unused).toEqual([])
})

test('no word of the interface is empty in any language, and its places to fill are the same everywhere', () => {
	const getPlaces = (message: Message): string[] => {
		const text = typeof message === 'string' ? message : message.other
		return [...new Set(text.match(/\{\w+\}/gu))].sort()
	}
	const isEmpty = (message: Message): boolean =>
		typeof message === 'string'
			? message.trim() === ''
			: Object.values(message).some((text) => text.trim() === '')
	const wrong = Object.entries(messages).flatMap(([language, words]) =>
		Object.entries<Message>(words)
			.filter(
				([key, text]) =>
					isEmpty(text) ||
					getPlaces(text).join() !== getPlaces(messages.ar[key as keyof typeof words]).join(),
			)
			.map(([key]) => `${language}: ${key}`),
	)
	expect(wrong).toEqual([])
})

const components = globSync('src/**/*.svelte').map((file) => ({ file, text: readFileSync(file, 'utf8') }))

test('no component sets a colon by itself after words or a tag: how it stands hangs on the language (label(), colon)', () => {
	const isBare = (text: string): boolean =>
		/\bt\((?:[^()]|\([^()]*\))*\)\}\s*:|<\/\w+\s*>\s*:/u.test(
			text.replaceAll(/<(script|style)[\s\S]*?<\/\1>/gu, ''),
		)
	expect(components.filter(({ text }) => isBare(text)).map(({ file }) => file)).toEqual([])
	expect(["{t('a.b', { n: f(1) })}:", '<b><bdi>{name}</bdi></b>: {role}', '</b\n>\n\t:'].every(isBare)).toBe(
		true,
	)
	expect(isBare("<script>const a = '</b>: '</script>{name}{#if a}{:else}{/if}")).toBe(false)
})

/** Commands to type: only who looks after machines reads them. */
const commands = /\b(npm|curl|nslookup)\b/u
const withoutFolds = (text: string): string =>
	text.replaceAll(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<Technicians[\s\S]*?<\/Technicians>/gu, '')

test('commands stand only where they are folded away for technicians', () => {
	const shown = components.filter(({ text }) => commands.test(withoutFolds(text)))
	expect(shown.map(({ file }) => file)).toEqual([])
	const keys = Object.entries<Message>(messages.ar)
		.filter(([, message]) => commands.test(JSON.stringify(message)))
		.map(([key]) => key)
	// Shown by CheckByHand.svelte, in the fold.
	expect(keys).toEqual(['check.hand.computer.1'])
	const byHand = components.find(({ file }) => file.endsWith('CheckByHand.svelte'))?.text ?? ''
	expect(byHand).toContain("<Technicians {words}>{@render byHand('computer')}</Technicians>")
	expect(withoutFolds(byHand)).not.toContain("byHand('computer')")
})
