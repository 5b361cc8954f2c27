import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../../../../tests/support/child.ts'
import { openMade, readMade, toMade } from './made.ts'

test('what was made is opened as it was: maps, what is not said, what stands in two places', () => {
	const shared = { id: 'pc-503' }
	const value = {
		places: new Map([['pc-503', 'content/law/penal.yaml:7']]),
		since: undefined,
		list: [shared, shared],
	}
	const folder = makeFolder()
	writeFileSync(join(folder, 'law.bin'), toMade(value))
	writeFileSync(join(folder, 'index.json'), '{}')
	const opened = openMade('law', folder) as typeof value
	expect(opened).toStrictEqual(value)
	expect(opened.list[0]).toBe(opened.list[1])
	expect(readMade('index.json', folder)).toBe('{}')
})

test('a build without its content says what to do', () => {
	expect(() => openMade('law', makeFolder())).toThrow('npm run build')
	expect(() => readMade('index.json', makeFolder())).toThrow('npm run build')
})
