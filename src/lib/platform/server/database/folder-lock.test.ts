import { readdirSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AppError } from '#base'
import { makeFolder } from '../../../../../tests/support/child.ts'
import { lockFolder } from './folder-lock.ts'

test('lockFolder() refuses a folder that is locked and takes it once it is free', () => {
	const file = `${makeFolder()}/inner/database.lock`
	const unlock = lockFolder(file)
	expect(() => lockFolder(file)).toThrow(AppError)
	unlock()
	lockFolder(file)()
})

test('lockFolder() leaves one empty file', () => {
	const folder = makeFolder()
	const unlock = lockFolder(`${folder}/database.lock`)
	expect(readdirSync(folder)).toEqual(['database.lock'])
	expect(statSync(`${folder}/database.lock`).size).toBe(0)
	unlock()
})
