/**
 * What breaks a rule on layers today is counted, and the count may only fall: `npm run house -- --where` prints every place. Whoever makes
 * one smaller writes the new figure here. Sizes are printed there too and bound nobody: a count that only falls is met by splitting files.
 */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { measureHouse } from '../../scripts/house/measure-house.ts'

const ceilings: Readonly<Record<string, number>> = {
	'no type is forced through unknown': 1,
	'SQL stands in the rooms and not above them': 0,
	'an entry or what Kit asks for stands loose in src, nothing else': 6,
}

test('no figure of the layers rises, and each ceiling stands at its figure', () => {
	const measures = measureHouse().filter(({ rule }) => rule in ceilings)
	expect(measures.map(({ rule }) => rule)).toEqual(Object.keys(ceilings))
	for (const { rule, places } of measures)
		expect(places.length, `${rule}:\n${places.join('\n')}`).toBe(ceilings[rule])
})

test('a house that breaks every rule is seen to break it', () => {
	const root = mkdtempSync(join(tmpdir(), 'thiqa-house-'))
	onTestFinished(() => rmSync(root, { recursive: true }))
	const room = join(root, 'src/lib/tools/room')
	mkdirSync(room, { recursive: true })
	const names = Array.from({ length: 16 }, (_, at) => `name${at}`)
	for (const name of names)
		writeFileSync(join(room, `${name}.ts`), `export const ${name} = 1\nexport const same = 2\n`)
	writeFileSync(join(room, 'index.ts'), `export { ${names.join(', ')} } from './name0.ts'\n`)
	writeFileSync(
		join(root, 'src/lib/tools/Wrong.svelte'),
		'<script lang="ts">\nexport const forced = 1 as unknown as string\n</script>',
	)
	mkdirSync(join(root, 'src/server/room'), { recursive: true })
	writeFileSync(join(root, 'src/server/room/store.ts'), "import { sql } from 'kysely'\n")
	writeFileSync(join(root, 'src/loose.ts'), 'export const loose = 1\n')
	for (const { rule, places } of measureHouse(root)) expect(places.length, rule).toBe(1)
})
