import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('a build makes the types of routes before anything reads a module: a fresh clone has none', () => {
	const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { build: string } }
	expect(scripts.build.split(' && ')[0]).toBe('svelte-kit sync')
})
