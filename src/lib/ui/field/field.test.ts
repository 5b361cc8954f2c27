import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRendering, type Rendering } from '../../../../tests/support/rendered.ts'
import { patience } from '../../../../tests/support/patience.ts'

let rendering: Rendering
let field: (props: Record<string, unknown>) => string
beforeAll(async () => {
	rendering = await startRendering()
	field = await rendering.load('src/lib/ui/field/Field.svelte')
}, patience)
afterAll(() => rendering.close())

test('words that were typed stand in the field again without script, in one line or in several', () => {
	const known = { id: 'list', label: 'Words', value: 'a < b\nc' }
	expect(field({ ...known, rows: 4 })).toContain('>a &lt; b\nc</textarea>')
	expect(field(known)).toContain('value="a &lt; b')
	expect(field({ id: 'list', label: 'Words', rows: 4 })).toContain('></textarea>')
})
