import { mkdirSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '#base'
import { makeFolder } from '../../../../tests/support/child.ts'
import { canMount, mountAt } from '../../../../tests/support/mounts.ts'
import { openDatabase } from './database/database.ts'
import { explainFailure } from './explain-failure.ts'

/** As the embedded database throws it. */
class ExitStatus {
	name = 'ExitStatus'
	message = 'Program terminated with exit(1)'
	status = 1
}

describe('explainFailure()', () => {
	test.each([
		['an error', new Error('reading x: it is not there'), ['reading x: it is not there']],
		['an error without words', new TypeError(), ['TypeError']],
		['a refusal of ours', new AppError('a.b', 500, 'locking x: stop it'), ['locking x: stop it']],
		['a string', 'no such thing', ['no such thing']],
		['several at once', new AggregateError([new Error('one'), new Error('two')]), ['one', 'two']],
		['a cause', new Error('outer', { cause: new Error('inner') }), ['outer: inner']],
		['a number of the file system', { name: 'ErrnoError', errno: 51 }, ['ErrnoError 51', 'full', 'DATA_DIR']],
		['a file that is not ours', { name: 'ErrnoError', errno: 2 }, ['owner of DATA_DIR']],
		['the end of the embedded database', new ExitStatus(), ['exit(1)', 'backup']],
		['its other end', new Error('Aborted(). Build with -sASSERTIONS for more info.'), ['backup', 'full']],
		['a full disk', Object.assign(new Error('write'), { code: 'ENOSPC' }), ['full', 'DATA_DIR']],
		['a full disk of the database', new Error('could not extend file: No space left on device'), ['full']],
		['an object that says nothing', {}, ['says nothing']],
		['nothing', undefined, ['says nothing']],
	])('of %s says what it is and, where it is known, what would do', (_, error, words) => {
		const text = explainFailure(error)
		for (const word of words) expect(text).toContain(word)
		expect(text).not.toContain('[object')
	})

	test('is never empty and never the name of a type, whatever is thrown', () => {
		fc.assert(
			fc.property(fc.anything(), (thrown) => {
				const text = explainFailure(thrown)
				expect(text.trim()).not.toBe('')
				if (typeof thrown === 'object' && !(thrown instanceof Error)) expect(text).not.toMatch(/^\[object/u)
			}),
		)
	})

	test('a chain that leads back to itself comes to an end', () => {
		const error = new Error('round')
		error.cause = error
		expect(explainFailure(error)).toBe('round')
	})
})

/** Opens the database there and gives the explanation that a person reads. */
const openAndExplain = async (dataDir: string): Promise<string> =>
	openDatabase({ dataDir, databaseUrl: undefined }).then(
		async ({ close }) => close().then(() => 'opened'),
		explainFailure,
	)

test.skipIf(!canMount)('a first start on a full disk says that the disk is full', async () => {
	const folder = makeFolder()
	mountAt(folder, '4m')
	const said = await openAndExplain(`${folder}/data`)
	expect(said).toContain(`${folder}/data`)
	expect(said).toMatch(/the disk under DATA_DIR is full/u)
})

test('a folder that holds no database says which, and where the way back stands', async () => {
	const folder = makeFolder()
	mkdirSync(`${folder}/database`)
	writeFileSync(`${folder}/database/PG_VERSION`, '9\n')
	const said = await openAndExplain(folder)
	expect(said).toContain(`${folder}/database`)
	expect(said).toMatch(/backup \(docs\/running\.md/u)
})
