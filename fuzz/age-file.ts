import assert from 'node:assert/strict'
import { base64 } from '@scure/base'
import { readArmor } from '../src/lib/tools/seal/sealed/armor.ts'
import { sealFile } from '../src/lib/tools/seal/sealed/age-file.ts'
import {
	checkSealed,
	checkSealedStart,
	readFamily,
	readHeader,
	readStanzas,
} from '../src/lib/tools/seal/sealed/header.ts'

/** A line of 64 means that another follows, which may be empty. */
const toLines = (body: string): string[] =>
	Array.from({ length: Math.floor(body.length / 64) + 1 }, (_, at) => body.slice(at * 64, (at + 1) * 64))

const armor = (bytes: Uint8Array): string =>
	[
		'-----BEGIN AGE ENCRYPTED FILE-----',
		...(base64.encode(bytes).match(/.{1,64}/gu) ?? []),
		'-----END AGE ENCRYPTED FILE-----',
	].join('\n')

/** A header that is read has one spelling, all who look at it agree, and the text form holds the same bytes. */
export const fuzz = (data: Buffer): void => {
	const bytes = readArmor(data.toString('latin1')) ?? data
	if (bytes.length > 0) assert.deepEqual(Buffer.from(readArmor(armor(bytes)) ?? []), Buffer.from(bytes))
	const header = readHeader(bytes)
	assert.equal(readStanzas(bytes).ok, header !== undefined)
	for (const family of ['x25519', 'hybrid'] as const) {
		const options = { family, sizes: 'padme' } as const
		const [whole, start] = [
			checkSealed(bytes, family, 'padme'),
			checkSealedStart(bytes.subarray(0, 8192), bytes.length, options),
		]
		assert.equal(whole.ok, start.ok)
		if (whole.ok) assert.deepEqual(readFamily(bytes), { ok: true, value: family })
	}
	if (!header) return
	const lines = header.stanzas.flatMap(({ type, args, body }) => [
		['->', type, ...args].join(' '),
		...toLines(body),
	])
	const text = ['age-encryption.org/v1', ...lines, `--- ${header.mac}`, ''].join('\n')
	assert.equal(text, Buffer.from(bytes.subarray(0, header.length)).toString('latin1'))
}

export const seeds = async (): Promise<(string | Uint8Array)[]> => {
	const point = new Uint8Array(32).fill(9)
	const file = await sealFile(new Uint8Array(3), point)
	const header = `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} 18\n${'A'.repeat(64)}\n\n-> X25519 a\nAA\n--- ${'A'.repeat(43)}\n`
	return [file, armor(file), header]
}
