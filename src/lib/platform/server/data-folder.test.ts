import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkDataFolder } from './data-folder.ts'

test('checkDataFolder() takes a folder of this account and one that is not there yet, and refuses a file', () => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-data-folder-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	const file = join(folder, 'file')
	writeFileSync(file, '')
	checkDataFolder(folder, '')
	checkDataFolder(join(folder, 'later'), '')
	expect(() => {
		checkDataFolder(file, '')
	}).toThrow(expect.objectContaining({ code: 'data.not-ours' }) as Error)
})
