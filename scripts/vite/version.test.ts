import { build, type Rolldown } from 'vite'
import { expect, test } from 'vitest'
import { saltNames } from './version.ts'

/** The one file of a small build with a salt. */
const buildWith = async (salt: string): Promise<{ name: string; code: string }> => {
	const module = { name: 'one', resolveId: (id: string) => id, load: () => 'console.log(1)' }
	const { output } = (await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [module, saltNames(salt)],
		build: { write: false, rolldownOptions: { input: '/one.js' } },
	})) as Rolldown.RolldownOutput
	return { name: output[0].fileName, code: output[0].code }
}

test('a salt gives every file of code another name and no other content; none changes nothing', async () => {
	const [plain, first, second, again] = [
		await buildWith(''),
		await buildWith('2'),
		await buildWith('3'),
		await buildWith(''),
	]
	expect(again).toEqual(plain)
	expect(new Set([plain, first, second].map(({ name }) => name)).size).toBe(3)
	expect([first.code, second.code]).toEqual([plain.code, plain.code])
})
