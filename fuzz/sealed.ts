import assert from 'node:assert/strict'
import { sealFile } from '../src/lib/tools/seal/sealed/age-file.ts'
import { identityFromBytes, readRecipient } from '../src/lib/tools/seal/sealed/identity.ts'
import { open, openPlainText, openText, toRecipient } from '../src/lib/tools/seal/sealed/index.ts'
import { pad, unpad } from '../src/lib/tools/seal/sealed/padding.ts'

const identity = identityFromBytes(new Uint8Array(32).fill(7))
const recipient = toRecipient(identity).then((made) => {
	const point = made.ok ? readRecipient(made.value) : undefined
	if (!point) throw new Error('making a key for the target: it is none')
	return point
})
const words = 'a made-up word'

const isPrefixed = (padded: Uint8Array, content: Uint8Array): boolean =>
	Buffer.compare(padded.subarray(11, 11 + content.length), content) === 0

/**
 * First byte even: the rest is a file, of which no other content comes out than was sealed. Odd: the rest is what a stranger seals; it
 * opens to what its length line says, or is refused.
 */
export const fuzz = async (data: Buffer): Promise<void> => {
	const rest = Uint8Array.from(data.subarray(1))
	if ((data[0] ?? 0) % 2 === 0) {
		const opened = await open(rest, identity)
		if (opened.ok) assert.equal(Buffer.from(opened.value).toString(), words)
		return
	}
	const sealed = await sealFile(rest, await recipient)
	const [opened, text, plain] = [
		await open(sealed, identity),
		await openText(sealed, identity),
		await openPlainText(sealed, identity),
	]
	assert.deepEqual(opened.ok ? opened.value : undefined, unpad(rest))
	if (opened.ok) assert.ok(isPrefixed(rest, opened.value))
	if (text.ok && opened.ok) assert.deepEqual(new TextEncoder().encode(text.value), opened.value)
	if (plain.ok) assert.deepEqual(new TextEncoder().encode(plain.value), rest)
}

const after = (first: number, bytes: Uint8Array): Uint8Array => Uint8Array.from([first, ...bytes])

export const seeds = async (): Promise<Uint8Array[]> => {
	const padded = pad(new TextEncoder().encode(words), [64]) ?? new Uint8Array()
	return [after(0, await sealFile(padded, await recipient)), after(1, padded), after(1, new Uint8Array())]
}
