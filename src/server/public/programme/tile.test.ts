/** The tile stands on pages of others, who will not look at it again: what breaks this is a version 2 (docs/programme/widget.md). */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { languages, type Language } from '#base'
import { getBoardAddress, getBoardPolicy, mostBoardBytes } from '#domains/programme/widget'
import { sampleFrozen } from '../../../../tests/support/frozen.ts'
import { makeTile, tilePolicy } from './tile.ts'

type Contract = {
	addresses: string[]
	mostBytes: number
	policy: string
	programme: Record<Language, string>
	everyLink: Record<string, string>
}
const contract = JSON.parse(readFileSync('src/lib/domains/programme/widget/board-1.json', 'utf8')) as Contract
const origin = 'https://thiqa.example'
const built = {
	frozen: sampleFrozen,
	blocks: new Map(),
	builtAt: new Date(0),
	made: new Map<string, string>(),
}

test('version 1 of the tile keeps its addresses, its weight and its policy', () => {
	expect(languages.map(getBoardAddress).toSorted()).toEqual(contract.addresses.toSorted())
	expect(mostBoardBytes).toBe(contract.mostBytes)
	expect(getBoardPolicy('<hash of its one style>')).toBe(contract.policy)
})

describe.each(languages)('in %s', (language) => {
	const html = makeTile(built, language, origin)
	const { document } = parseHTML(html)

	test('it is light, loads nothing and runs nothing, and its one style is the one that its policy knows', () => {
		expect(Buffer.byteLength(html)).toBeLessThanOrEqual(contract.mostBytes)
		expect(html).not.toMatch(
			/<[^>]+\s(?:style|on[a-z]+)=|<(?:script|img|link|iframe|form|object|embed)|url\(|@import/u,
		)
		const styles = [...document.querySelectorAll('style')].map(({ textContent }) => textContent)
		expect(styles).toHaveLength(1)
		const hash = createHash('sha256')
			.update(styles[0] ?? '')
			.digest('base64')
		expect(tilePolicy).toBe(contract.policy.replace('<hash of its one style>', `sha256-${hash}`))
	})

	test('each press leads out of the frame, to the scoreboard', () => {
		const links = [...document.querySelectorAll('a')]
		expect(links.map((link) => link.getAttribute('href'))).toEqual([origin + contract.programme[language]])
		for (const link of links)
			for (const [name, value] of Object.entries(contract.everyLink))
				expect(link.getAttribute(name)).toBe(value)
	})
})
