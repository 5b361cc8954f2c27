import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test.runIf(process.platform === 'linux')(
	'starts the process again once, under its number, as one that wipes',
	() => {
		const file = new URL('wiped-memory.ts', import.meta.url).href
		const code = `const { wipeFreedMemory } = await import('${file}')
		console.log(process.pid)
		wipeFreedMemory()
		console.log(process.env.MALLOC_PERTURB_)
		console.log(process.env.GLIBC_TUNABLES)`
		const env: NodeJS.ProcessEnv = { ...process.env, GLIBC_TUNABLES: 'glibc.malloc.mmap_max=65536' }
		delete env['MALLOC_PERTURB_']
		const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
			env,
			encoding: 'utf8',
		})
		const [first, second, told, tunables] = stdout.trim().split('\n')
		expect([second, told]).toEqual([first, '255'])
		expect(tunables).toBe('glibc.malloc.mmap_max=65536:glibc.malloc.tcache_count=0')
	},
)
