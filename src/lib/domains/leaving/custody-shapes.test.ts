import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openShapes } from '../../../../tests/support/case-shapes.ts'
import { custody, custodyDossier, makeStep } from '../../../../tests/support/custody-steps.ts'
import { describeStandard } from '../../../../tests/support/standards.ts'
import { custodyKinds, toCustodyFile, type Custody } from './custody.ts'
import { toDossierJson, type Dossier } from './dossier.ts'

const write = (dossier: Dossier, what: Custody): object => {
	const json = toDossierJson(dossier)
	const files = [{ name: 'dossier.json', bytes: new TextEncoder().encode(json.ok ? json.value : '') }]
	const made = toCustodyFile(dossier, what, { publisher: 'ثقة · Thiqa', files })
	if (!made.ok) throw new Error(JSON.stringify(made.issues))
	return JSON.parse(new TextDecoder().decode(made.value.bytes)) as object
}

describeStandard('case-uco', (folder) => {
	const shapes = openShapes(folder)

	test('the chain of a dossier is a chain for the official shapes', async () => {
		expect(await shapes.judge(write(custodyDossier, custody))).toEqual([])
		const bare = { ...custodyDossier, places: [], attachments: [] }
		expect(await shapes.judge(write(bare, { steps: [], origin: undefined }))).toEqual([])
	})

	test('so is that of any steps', async () => {
		const step = fc
			.record({ kind: fc.constantFrom(...custodyKinds), minute: fc.nat(10_000), isBy: fc.boolean() })
			.map(({ kind, minute, isBy }) => makeStep(kind, minute, isBy ? {} : { by: undefined }))
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
				const graph = write(custodyDossier, { steps, origin: undefined })
				expect(await shapes.judge(graph)).toEqual([])
				expect(await shapes.findUnknownNames(graph)).toEqual([])
				expect(await shapes.countBlankNodes(graph)).toBe(0)
			}),
			{ numRuns: 6 },
		)
	})
})
