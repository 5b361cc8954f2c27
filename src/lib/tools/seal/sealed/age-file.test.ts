import { Decrypter, Encrypter } from 'age-encryption'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openFile, sealFile } from './age-file.ts'
import { makeIdentity, readIdentity, readRecipient, toRecipient } from './identity.ts'

let identity: string
let recipient: string
let secret: Uint8Array
let point: Uint8Array
beforeAll(async () => {
	identity = await makeIdentity()
	const found = await toRecipient(identity)
	recipient = found.ok ? found.value : ''
	secret = readIdentity(identity) ?? new Uint8Array()
	point = readRecipient(recipient) ?? new Uint8Array()
})

/** Lengths on both sides of where a chunk ends. */
const lengths = fc.oneof(
	fc.nat(200),
	fc.constantFrom(0, 65_535, 65_536, 65_537, 131_072, 131_073),
	fc.nat(300_000),
)
const contents = lengths.map((length) => crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536))))
const longContents = fc.tuple(contents, fc.nat(4)).map(([some, more]) => {
	const content = new Uint8Array(some.length * (more + 1))
	for (let at = 0; at <= more; at++) content.set(some, at * some.length)
	return content
})

test('age-encryption opens what sealFile() seals, and openFile() what age-encryption seals', async () => {
	await fc.assert(
		fc.asyncProperty(longContents, async (content) => {
			const decrypter = new Decrypter()
			decrypter.addIdentity(identity)
			const opened = await decrypter.decrypt(await sealFile(content, point))
			expect(Buffer.compare(opened, content)).toBe(0)
			const encrypter = new Encrypter()
			encrypter.addRecipient(recipient)
			const theirs = await openFile(await encrypter.encrypt(content), secret)
			expect(Buffer.compare(theirs ?? new Uint8Array(1), content)).toBe(0)
		}),
		{ numRuns: 40 },
	)
})

test('both write headers of the same form and files of the same length', async () => {
	const encrypter = new Encrypter()
	encrypter.addRecipient(recipient)
	const content = new Uint8Array(70_000)
	const [ours, theirs] = [await sealFile(content, point), await encrypter.encrypt(content)]
	const toForm = (file: Uint8Array): string =>
		new TextDecoder('latin1').decode(file.subarray(0, 168)).replace(/[A-Za-z0-9+/]{43}/gu, '…')
	expect([ours.length, toForm(ours)]).toEqual([theirs.length, toForm(theirs)])
})

test('a file with any one byte changed, cut or added is never opened', async () => {
	const sealed = await sealFile(new TextEncoder().encode('words'), point)
	for (let at = 0; at < sealed.length; at++) {
		const changed = sealed.map((byte, place) => (place === at ? byte ^ 1 : byte))
		const opened = await openFile(changed, secret).catch(() => undefined)
		expect(opened, `byte ${at}`).toBeUndefined()
		await expect(openFile(sealed.subarray(0, at), secret), `cut at ${at}`).rejects.toThrow(Error)
	}
	await expect(openFile(new Uint8Array([...sealed, 0]), secret)).rejects.toThrow()
})

test('another reader gets nothing, and is told so', async () => {
	const sealed = await sealFile(new Uint8Array(10), point)
	expect(await openFile(sealed, new Uint8Array(32).fill(9))).toBeUndefined()
})
