/** What a proxy shows without asking the application cannot be built from content: here it is held against it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { languages } from '../../src/lib/base/index.ts'
import { messages } from '../../messages/index.ts'
import { getEmergency } from '../../src/lib/domains/guide/index.ts'
import { firstNumbers } from '../../src/lib/ui/plain-page/index.ts'
import { readLibrary } from '../support/content.ts'

type Door = { status: string; channels: { type: string; value?: string | number }[] }
const doors = parse(readFileSync('content/country/contacts.yaml', 'utf8')) as Door[]
const numbers = new Set(
	doors
		.filter(({ status }) => status === 'active')
		.flatMap(({ channels }) => channels.filter(({ type }) => type === 'phone'))
		.map(({ value }) => String(value)),
)

test.each([
	['down.html', 'error.broken'],
	['too-long.html', 'error.too-long'],
] as const)(
	'%s shows numbers that stand in the contacts, and says what happened as the site does',
	(file, key) => {
		const html = readFileSync(`deploy/${file}`, 'utf8')
		const shown = [...html.matchAll(/<a href="tel:(\d+)">(\d+)<\/a>/gu)]
		expect(shown.map(([, called]) => called)).toEqual([...firstNumbers])
		for (const [, called, read] of shown) {
			expect(called).toBe(read)
			expect(numbers).toContain(called)
		}
		for (const language of languages.filter((one) => one !== 'zgh'))
			expect(html).toContain(messages[language][key])
	},
)

test('pages of a proxy ask nobody for anything: no script, no address of a file', () => {
	for (const file of ['down.html', 'too-long.html'])
		expect(readFileSync(`deploy/${file}`, 'utf8')).not.toMatch(/<script|\bsrc=|href="(?!tel:)|url\(|@import/u)
})

test('the numbers of a page that reads no content are those of every other page, in the same order', () => {
	const calls = getEmergency(readLibrary()).map(({ channels }) =>
		channels.find(({ type }) => type === 'phone'),
	)
	expect(calls.map((channel) => channel?.value)).toEqual([...firstNumbers])
})
