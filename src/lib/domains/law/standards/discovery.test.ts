import { expect, test } from 'vitest'
import { makeInstrument, makeLaw, readLaw } from '../../../../../tests/support/law-files.ts'
import { findDiscoveryLinks } from './discovery.ts'

const law = readLaw()
const toAddresses = (id?: string): string[] => findDiscoveryLinks(law, id).map(({ href }) => href)

test('a provision leads machines to its own address and to the files of its instrument', () => {
	expect(toAddresses('pc-607-3')).toEqual([
		'/eli/ma/dahir/1962/1-59-413/art_607-3',
		'/law/data/jsonld/ma-penal-code.jsonld',
		'/law/data/akn/ma-penal-code.xml',
		'/law/data/index.json',
	])
})

test('a treaty has files and no ELI', () => {
	expect(toAddresses('coe-185')).toEqual([
		'/law/data/jsonld/coe-185.jsonld',
		'/law/data/akn/coe-185.xml',
		'/law/data/index.json',
	])
})

test('everything else leads to the catalogue', () => {
	const plan = makeLaw({ 'instruments/plan.yaml': makeInstrument('plan', { kind: 'announcement' }) })
	expect(findDiscoveryLinks(plan, 'plan').map(({ href }) => href)).toEqual(['/law/data/index.json'])
	expect(toAddresses('nowhere')).toEqual(['/law/data/index.json'])
	expect(toAddresses()).toEqual(['/law/data/index.json'])
})
