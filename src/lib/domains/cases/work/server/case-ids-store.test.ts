import { test } from 'vitest'
import { openDesk } from '../../../../../../tests/support/cases.ts'
import { expectRandomIds } from '../../../../../../tests/support/ids.ts'

test('ids of 10,000 cases tell neither number nor order', async () => {
	const desk = await openDesk('pglite')
	const ids: string[] = []
	for (let round = 0; round < 20; round++) ids.push(...(await desk.receive(500)))
	expectRandomIds(ids)
})
