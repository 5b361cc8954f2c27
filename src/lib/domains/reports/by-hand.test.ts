import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { makeIdentity, readStanzas, toRecipient } from '#tools/seal/sealed'
import { describeProgram } from '../../../../tests/support/programs.ts'
import { mostByHand, readByHand } from './by-hand.ts'

const getRecipient = async (): Promise<string> => {
	const recipient = await toRecipient(await makeIdentity())
	if (!recipient.ok) throw new Error('no recipient')
	return recipient.value
}

const told = 'شي واحد كيهددني فهاد الرابط https://example.invalid/x\n'

describeProgram('age', 'age', (age) => {
	const seal = (args: readonly string[], input = told): Uint8Array => {
		const { stdout, status } = spawnSync(age, [...args], { input })
		expect(status).toBe(0)
		return Uint8Array.from(stdout)
	}

	test('its file is taken as bytes, as text, and as text in a file', async () => {
		const to = ['-r', await getRecipient()]
		const [bytes, armoured] = [seal(to), seal([...to, '-a'])]
		const text = Buffer.from(armoured).toString()
		expect(readByHand(bytes, 'x25519')).toEqual({ ok: true, value: bytes })
		for (const given of [armoured, text, `\n ${text}\n`, text.replaceAll('\n', '\r\n')]) {
			const read = readByHand(given, 'x25519')
			expect(read.ok && readStanzas(read.value)).toMatchObject({ ok: true, value: [{ type: 'X25519' }] })
		}
	})

	test('a file for two readers, for a key of another kind, cut, or too long is refused', async () => {
		const [one, other] = [await getRecipient(), await getRecipient()]
		const form = { ok: false, code: 'by-hand.form' }
		expect(readByHand(seal(['-r', one, '-r', other]), 'x25519')).toEqual(form)
		expect(readByHand(seal(['-r', one]), 'hybrid')).toEqual(form)
		expect(readByHand(seal(['-r', one]).subarray(0, 60), 'x25519')).toEqual(form)
		const text = Buffer.from(seal(['-a', '-r', one])).toString()
		expect(readByHand(text.replace('END', 'EMD'), 'x25519')).toEqual(form)
		expect(readByHand(seal(['-r', one], 'x'.repeat(mostByHand)), 'x25519')).toEqual({
			ok: false,
			code: 'by-hand.too-long',
		})
	})
})

test('words that nobody sealed are refused, and do not come back in the refusal', () => {
	expect(readByHand(told, 'x25519')).toEqual({ ok: false, code: 'by-hand.form' })
	expect(readByHand(new TextEncoder().encode(told), 'x25519')).toEqual({ ok: false, code: 'by-hand.form' })
})
