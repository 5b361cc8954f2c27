import * as noble from '@noble/ed25519'
import { build } from 'vite'
import { afterEach, expect, test, vi } from 'vitest'
import { forPhones } from './for-phones.ts'
import * as ed25519 from './islands-code/ed25519.ts'

const fromHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

afterEach(() => void vi.restoreAllMocks())

test.each(['in WebCrypto', 'fetched'])(
	'Ed25519 %s: keys, signatures and their check are those of everyone',
	async (where) => {
		if (where === 'fetched')
			vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'))
		// RFC 8032, section 7.1, test 2
		const seed = fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')
		const key = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'
		const signed = await ed25519.signAsync(fromHex('72'), seed)
		expect(toHex(await ed25519.getPublicKeyAsync(seed))).toBe(key)
		expect(toHex(signed)).toBe(toHex(await noble.signAsync(fromHex('72'), seed)))
		const check = (message: string, by = key): Promise<boolean> =>
			ed25519.verifyAsync(signed, fromHex(message), fromHex(by), { zip215: false })
		expect([await check('72'), await check('73')]).toEqual([true, false])
		expect(await check('72', '01'.padEnd(64, '0'))).toBe(false)
	},
)

test('what is not carried stops whoever asks for it', async () => {
	await expect(import('./islands-code/other-kinds.ts')).rejects.toThrow('X25519 only')
})

/** Builds a page that asks for what the islands get another module for; answers the files that went in. */
const buildFrom = async (asking: string): Promise<string[]> => {
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		plugins: [
			{
				name: 'made-up-page',
				resolveId: (id) => (id === asking ? id : undefined),
				load: (id) =>
					id === asking ? `export * from '@noble/ed25519'; export * from './other-kinds.ts'` : undefined,
			},
			forPhones(),
		],
		build: { write: false, rolldownOptions: { input: asking, preserveEntrySignatures: 'strict' } },
	})
	const outputs = Array.isArray(built) ? built : [built]
	return outputs.flatMap((one) =>
		'output' in one
			? one.output.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []))
			: [],
	)
}

test('a page of reports is built with the modules for phones', async () => {
	const files = await buildFrom('/made/src/lib/domains/reports/page.ts')
	const stands = files.filter((file) => /islands-code\/(?:ed25519|other-kinds)\.ts$/u.test(file))
	expect(stands).toHaveLength(2)
	expect(files.filter((file) => file.includes('age-encryption'))).toEqual([])
})
