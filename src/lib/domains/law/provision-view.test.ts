import { expect, test } from 'vitest'
import { readLaw } from '../../../../tests/support/law-files.ts'
import { findProvisionView } from './provision-view.ts'

const law = readLaw()

test('findProvisionView() leads from an article to situations, conventions, changes and questions', () => {
	const view = findProvisionView(law, 'pc-503-2')
	expect(view?.instrument.id).toBe('ma-penal-code')
	expect(view?.situations.map(({ situation }) => situation.id)).toContain('sit-sextortion')
	expect(view?.mappings.map(({ asks }) => asks.id)).toContain('bud-9')
	expect(view?.changes.map(({ by }) => by.id)).toEqual(['ma-law-24-03'])
	expect(view?.penalty).toMatchObject({ rule: 'and', prison: { from: 12, to: 60 } })
	expect(view?.variants.map(({ id }) => id)).toEqual(['pc-503-2-dbl'])
})

test('findProvisionView() knows the variants of an article from each of them', () => {
	expect(findProvisionView(law, 'pc-503-2-dbl')?.variants.map(({ id }) => id)).toEqual(['pc-503-2'])
})

test('findProvisionView() gives a provision of a convention the row that assesses it', () => {
	const view = findProvisionView(law, 'bud-16')
	expect(view?.mappings).toHaveLength(1)
	expect(view?.mappings[0]?.mapping.assessment).toBe('gap')
})

test('findProvisionView() walks through an instrument from its first article to its last and back', () => {
	const walked: string[] = []
	for (let id: string | undefined = 'coe-201'; id;) {
		const view: ReturnType<typeof findProvisionView> = findProvisionView(
			law,
			walked.length === 0 ? 'lanz-18' : id,
		)
		if (!view) break
		walked.push(view.provision.id)
		id = view.after?.id
	}
	const expected = law.provisions.filter(({ instrument }) => instrument === 'coe-201').map(({ id }) => id)
	expect(walked).toEqual(expected.slice(expected.indexOf('lanz-18')))
	expect(findProvisionView(law, expected[0] ?? '')?.before).toBeUndefined()
})

test('findProvisionView() finds nothing for an id that no record has', () => {
	expect(findProvisionView(law, 'pc-9999')).toBeUndefined()
})
