import { expect, test } from 'vitest'
import { readLaw } from '../../../../../tests/support/law-files.ts'
import type { Instrument } from '../corpus/instrument.ts'
import { getInstrumentFacts, type InstrumentFact } from './instrument-facts.ts'

const law = readLaw()
const get = (id: string): Instrument => {
	const found = law.instruments.find((instrument) => instrument.id === id)
	if (!found) throw new Error(`no instrument ${id}`)
	return found
}
const labels = (id: string): string[] => getInstrumentFacts(get(id)).map(({ label }) => label)
const find = (id: string, label: InstrumentFact['label']): InstrumentFact | undefined =>
	getInstrumentFacts(get(id)).find((fact) => fact.label === label)

test('a law shows number, dahir, both editions of the bulletin and its entry into force', () => {
	expect(labels('ma-law-07-03')).toEqual(['number', 'promulgation', 'bulletin-ar', 'bulletin-fr', 'in-force'])
	expect(find('ma-law-07-03', 'promulgation')).toEqual({
		is: 'act',
		label: 'promulgation',
		reference: '1.03.197',
		day: '2003-11-11',
	})
	expect(find('ma-law-07-03', 'bulletin-fr')).toMatchObject({ number: '5184', day: '2004-02-05', page: 149 })
})

test('what nobody found of law 75-12 stands there as blanks, and its number does not', () => {
	expect(find('ma-law-75-12', 'number')).toMatchObject({ reference: '75-12' })
	expect(find('ma-law-75-12', 'promulgation')).toMatchObject({ reference: null, day: null })
	expect(find('ma-law-75-12', 'bulletin-ar')).toMatchObject({ number: null, day: null, page: null })
	expect(find('ma-law-75-12', 'in-force')).toMatchObject({ day: null })
})

test('a bill and an announcement have no blank where they cannot have a date', () => {
	expect(labels('ma-bill-22-20')).toEqual(['number'])
	expect(labels('ma-penal-reform')).toEqual([])
})

test('a convention shows its life between States and in Morocco', () => {
	expect(find('coe-185', 'deposited')).toMatchObject({ day: '2018-06-29' })
	expect(find('coe-185', 'in-force-treaty')).toMatchObject({ day: '2018-10-01' })
	expect(find('coe-185', 'signed')).toMatchObject({ day: null })
	expect(find('coe-185', 'approval')).toMatchObject({ reference: '136-12' })
	expect(find('las-2010', 'deposited')).toMatchObject({ day: null })
})

test('a convention that Morocco has not joined misses no deposit, and one that it only signed shows the day', () => {
	expect(labels('coe-201')).toEqual(['number', 'adopted', 'in-force-generally'])
	expect(labels('un-cyber-2024')).toEqual(['adopted', 'in-force-generally', 'signed'])
	expect(find('un-cyber-2024', 'signed')).toMatchObject({ day: '2025-10-25' })
})

test('a law that approves a convention shows the dahir by which the convention was published', () => {
	expect(find('ma-law-136-12', 'publication')).toMatchObject({ reference: '1.14.109', day: '2020-03-16' })
})

test('every day and every number of the records of instruments is shown', () => {
	for (const instrument of law.instruments) {
		const shown = JSON.stringify(getInstrumentFacts(instrument))
		const { promulgation, bulletin, inForce, number, treaty } = instrument
		const recorded = [
			number,
			inForce,
			promulgation.reference,
			promulgation.day,
			...Object.values(bulletin).flatMap((issue) => [issue.number, issue.day]),
			...(treaty
				? [treaty.adopted, treaty.inForceGenerally, treaty.signed, treaty.deposited, treaty.publication?.day]
				: []),
		]
		for (const value of recorded) if (value) expect(shown, instrument.id).toContain(`"${value}"`)
	}
})
