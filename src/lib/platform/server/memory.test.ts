import { AsyncLocalStorage } from 'node:async_hooks'
import { expect, test, vi } from 'vitest'
import { overwriteFreedMemorySoon } from './memory.ts'

test('what waits to let go of a request does not hold it', () => {
	const requests = new AsyncLocalStorage<string>()
	const seen: (string | undefined)[] = []
	const timer = setTimeout(() => undefined, 0)
	vi.spyOn(globalThis, 'setTimeout').mockImplementation(() => {
		seen.push(requests.getStore())
		return timer
	})
	requests.run('words of somebody', () => overwriteFreedMemorySoon({ port: 1, host: '127.0.0.1' }))
	expect(seen).toEqual([undefined, undefined])
})
