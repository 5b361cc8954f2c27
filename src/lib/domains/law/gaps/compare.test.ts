import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	makeLaw,
	makeMapping,
	makeProvision,
	makeTreaty,
	readLaw,
} from '../../../../../tests/support/law-files.ts'
import { compareConventions, type CompareMatter } from './compare.ts'

const law = readLaw()
const comparison = compareConventions(law)

const getCells = ({ cells }: CompareMatter) => Object.values(cells).flat()
const allCells = comparison.matters.flatMap(getCells)
const findMatter = (provision: string): CompareMatter | undefined =>
	comparison.matters.find((matter) => getCells(matter).some((cell) => cell.provision.id === provision))

test('compareConventions() shows every row of the study exactly once', () => {
	const shown = allCells.flatMap(({ row }) => (row ? [row.mapping.id] : []))
	expect(shown.sort()).toEqual(law.mappings.map(({ id }) => id).sort())
})

test('compareConventions() shows every provision of a convention exactly once, assessed or not', () => {
	const wanted = law.provisions.filter(({ level }) => level === 'international').map(({ id }) => id)
	expect(allCells.map(({ provision }) => provision.id).sort()).toEqual(wanted.sort())
})

test('compareConventions() brings together who words the same duty, and names it after the first', () => {
	const material = findMatter('un-14')
	expect(material?.lead.id).toBe('bud-9')
	expect(material && getCells(material).map(({ provision }) => provision.id)).toEqual([
		'bud-9',
		'arab-12',
		'lanz-20',
		'un-14',
		'opsc-3',
	])
	expect(material?.cells.child.map(({ convention }) => convention.id)).toEqual(['un-opsc'])
})

test('compareConventions() keeps apart what is only near to something near', () => {
	expect(findMatter('lanz-23')).not.toBe(findMatter('bud-9'))
	expect(findMatter('pal-3')).not.toBe(findMatter('lanz-20'))
})

test('compareConventions() leaves out columns without an article and names the conventions that have none', () => {
	expect(comparison.columns).toEqual(['budapest', 'protocols', 'arab', 'lanzarote', 'un', 'child', 'others'])
	expect(comparison.shared).toEqual(['protocols', 'child', 'others'])
	expect(comparison.without.map(({ id }) => id)).toContain('coe-223')
	const shown = new Set(allCells.map(({ convention }) => convention.id))
	expect(comparison.without.some(({ id }) => shown.has(id))).toBe(false)
})

test('compareConventions() shows an article that nobody has assessed yet as such', () => {
	const cell = allCells.find(({ provision }) => provision.id === 'cets224-7')
	expect(cell?.convention.id).toBe('coe-224')
	expect(cell?.row).toBeUndefined()
})

test('compareConventions() shows each provision once and likes beside their lead, whoever is like whom', () => {
	const ids = ['treaty-1', 'treaty-2', 'treaty-3', 'treaty-4']
	fc.assert(
		fc.property(fc.array(fc.subarray(ids), { minLength: 4, maxLength: 4 }), (likes) => {
			const made = makeLaw({
				'instruments/other.yaml': makeTreaty('other'),
				'provisions/treaty.yaml': ids.slice(0, 2).map((id) => makeProvision(id)),
				'provisions/other.yaml': ids.slice(2).map((id) => makeProvision(id)),
				'mappings/treaty.yaml': ids
					.slice(0, 2)
					.map((asks, at) => makeMapping(`map-${at}`, { asks, like: likes[at] })),
				'mappings/other.yaml': ids
					.slice(2)
					.map((asks, at) => makeMapping(`map-${at + 2}`, { asks, like: likes[at + 2] })),
			})
			const isLike = (one: string, other: string): boolean =>
				(likes[ids.indexOf(one)]?.includes(other) ?? false) ||
				(likes[ids.indexOf(other)]?.includes(one) ?? false)
			const { matters } = compareConventions(made)
			expect(
				matters
					.flatMap(getCells)
					.map(({ provision }) => provision.id)
					.sort(),
			).toEqual(ids)
			for (const matter of matters)
				for (const { provision } of getCells(matter))
					expect(provision.id === matter.lead.id || isLike(provision.id, matter.lead.id)).toBe(true)
			// Two leads never word the same duty: the later one would stand in the row of the earlier one.
			for (const [at, { lead }] of matters.entries())
				for (const other of matters.slice(at + 1)) expect(isLike(lead.id, other.lead.id)).toBe(false)
		}),
		{ numRuns: 30 },
	)
})
