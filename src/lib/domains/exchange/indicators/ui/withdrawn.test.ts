import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWords } from '#ui/words'
import { startRendering, type Rendering } from '../../../../../../tests/support/rendered.ts'
import type { Indicator } from '../indicator.ts'

const at = new Date('2026-11-29T10:00:00.000Z')
const indicator: Indicator = {
	id: '00000000-0000-4000-8000-000000000001',
	kind: 'url',
	value: 'https://blocked.example/x',
	owner: 'us',
	audiences: ['partners', 'browsers'],
	tlp: 'amber',
	pap: 'green',
	validFrom: at,
	validUntil: at,
	version: 2,
	state: 'withdrawn',
	reason: 'mistaken',
	batch: undefined,
	proposedBy: 'a',
	approvedBy: 'b',
	created: at,
	modified: at,
	added: 1,
}
const gone = { serial: 7, digest: 'ab'.repeat(32), at }

let rendering: Rendering
beforeAll(async () => {
	rendering = await startRendering()
})
afterAll(() => rendering.close())

test('of what was withdrawn each view says whether it is out, and the address opens nothing', async () => {
	const show = await rendering.load('/src/lib/domains/exchange/indicators/ui/Withdrawn.svelte')
	const proofs = [
		{ view: 'taxii', serial: 7, gone },
		{ view: 'rpz', serial: 7, gone: undefined },
	]
	const html = show({ words: createWords('en'), indicator, proofs })
	expect(html).toContain('hxxps://blocked[.]example/x')
	expect(html).not.toContain('https://blocked.example')
	expect(html).toContain('abababababababab')
	expect(html).toContain('not built again yet')
	expect(html).toContain('TLP:AMBER')
})

test.each(['ar', 'fr', 'zgh', 'en'] as const)('it is said in %s', async (language) => {
	const show = await rendering.load('/src/lib/domains/exchange/indicators/ui/IndicatorLine.svelte')
	const html = show({ words: createWords(language), indicator, showsEnd: true })
	expect(html).not.toContain('indicator.')
	expect(html).toContain('2026-11-29')
})
