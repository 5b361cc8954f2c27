import { makeSigningKey, toPublicKey } from '#tools/seal/signed-code'
import { expect, test } from 'vitest'
import { makeSerial, readCertificate, signCertificate, type Certificate } from './certificate.ts'

const certificate: Certificate = {
	topic: 'sexual-extortion',
	form: 'b',
	right: 5,
	of: 5,
	day: '2026-11-25',
	serial: 'k3f9x2',
}
const secretKey = makeSigningKey()
const publicKey = await toPublicKey(secretKey)
const code = await signCertificate(certificate, secretKey)

test('readCertificate() reads what signCertificate() has signed', async () => {
	expect(await readCertificate(code, publicKey)).toEqual(certificate)
})

test('readCertificate() takes a code as people copy it: an address, spaces, line breaks', async () => {
	const copied = `https://thiqa.example/fr/skills/certificate#${code.slice(0, 40)}\n ${code.slice(40)} `
	expect(await readCertificate(copied, publicKey)).toEqual(certificate)
})

test('readCertificate() refuses another count, day or topic under the same signature', async () => {
	for (const changed of [
		code.replace('5-5', '9-9'),
		code.replace('20261125', '20271125'),
		code.replace('sexual-extortion', 'bullying'),
	])
		expect(await readCertificate(changed, publicKey)).toBeUndefined()
})

test('readCertificate() answers a hostile text at once', async () => {
	expect(await readCertificate('#'.repeat(1_000_000), publicKey)).toBeUndefined()
	expect(await readCertificate('<script>alert(1)</script>', publicKey)).toBeUndefined()
})

test('makeSerial() gives six letters and digits, hardly ever the same', () => {
	const serials = Array.from({ length: 200 }, makeSerial)
	for (const serial of serials) expect(serial).toMatch(/^[a-z0-9]{6}$/u)
	expect(new Set(serials).size).toBeGreaterThan(195)
})
