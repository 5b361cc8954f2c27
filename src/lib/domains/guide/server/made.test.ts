import { expect, test } from 'vitest'
import { openMade, toMade } from './made.ts'

test('what was made is opened as it was: maps, what is not said, what stands in two places', () => {
	const shared = { id: 'pc-503' }
	const value = {
		places: new Map([['pc-503', 'content/law/penal.yaml:7']]),
		since: undefined,
		list: [shared, shared],
	}
	const opened = openMade({ './made/law.txt': toMade(value) }) as typeof value
	expect(opened).toStrictEqual(value)
	expect(opened.list[0]).toBe(opened.list[1])
})

test('a build without its content says what to do', () => {
	expect(() => openMade({})).toThrow('npm run build')
})
