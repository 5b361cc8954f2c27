import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { get, keyOfficer, now, startKeys, supervisor } from '../../../../../../tests/support/key-world.ts'
import { wrapSecret } from '../../keys/index.ts'
import { destroyGroupKey } from './destroy.ts'
import { addWrap, listGroupKeys, setState } from './group-keys.ts'
import * as files from './key-file.ts'

vi.mock('./key-file.ts', { spy: true })

test('a wrap that arrives while its key is destroyed does not stay', async () => {
	const { dataDir, id, one } = await startKeys()
	await setState(dataDir, id, 'past')
	const wrap = get(await wrapSecret('x', one.recipient))
	const real = await vi.importActual<typeof files>('./key-file.ts')
	vi.mocked(files.writeKeyFile).mockImplementationOnce(async (path, content) => {
		await destroyGroupKey(dataDir, id, { askedBy: supervisor.id, agreedBy: keyOfficer.id }, now)
		await real.writeKeyFile(path, content)
		expect(existsSync(path)).toBe(true)
	})
	await expect(addWrap(dataDir, id, { personId: randomUUID(), wrap })).rejects.toMatchObject({
		code: 'keys.state',
	})
	expect(await listGroupKeys(dataDir)).toMatchObject([{ state: 'destroyed', holders: [] }])
})
