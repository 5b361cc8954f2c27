/** Sealed payloads between our code and Debian's python3-jwcrypto, both ways. */
import { spawnSync } from 'node:child_process'
import { exportJWK, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import {
	readPublicJwk,
	sealPayload,
	unsealPayload,
	verifyPayload,
} from '../../src/lib/tools/channels/sealed-payload/index.ts'

const python = '/usr/bin/python3'
const hasProgram = spawnSync(python, ['-c', 'import jwcrypto']).status === 0
const inPython = test.skipIf(!hasProgram)
const reason = hasProgram ? '' : ' (python3-jwcrypto not installed: apt install python3-jwcrypto)'

const ask = (task: 'open' | 'seal', given: unknown): Record<string, string> => {
	const { status, stdout, stderr } = spawnSync(python, ['tests/targets/sealed-payload.py', task], {
		input: JSON.stringify(given),
		encoding: 'utf8',
	})
	if (status !== 0) throw new Error(`jwcrypto: ${stderr}`)
	return JSON.parse(stdout) as Record<string, string>
}

const sign = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
const seal = await generateKeyPair('ECDH-ES+A256KW', { crv: 'X25519', extractable: true })
const kids = { sign: 'theirs', seal: 'ours' }
const payload = JSON.stringify({ v: 1, type: 'note', ref: 'FR-1', body: { text: 'شي كلام ⵉⵍⵍⴰ é' } })

inPython(`what we seal, python opens and verifies${reason}`, async () => {
	const publicKey = await readPublicJwk(JSON.stringify(await exportJWK(seal.publicKey)), 'X25519')
	if (!publicKey) throw new Error('no key')
	const jwe = await sealPayload(Buffer.from(payload), {
		sign: { kid: kids.sign, key: sign.privateKey },
		seal: { kid: kids.seal, key: publicKey },
	})
	const keys = { seal: await exportJWK(seal.privateKey), sign: await exportJWK(sign.publicKey) }
	expect(ask('open', { jwe, ...keys })).toEqual({ payload, kid: kids.sign })
	expect(() => ask('open', { jwe: `${jwe.slice(0, -4)}AAAA`, ...keys })).toThrow(/InvalidJWEData/u)
})

inPython(`what python seals, we open and verify${reason}`, async () => {
	const keys = { seal: await exportJWK(seal.publicKey), sign: await exportJWK(sign.privateKey) }
	const { jwe = '' } = ask('seal', { payload, kids, ...keys })
	const inner = await unsealPayload(
		jwe,
		async (kid) => (kid === kids.seal ? seal.privateKey : undefined),
		10_000,
	)
	const opened = inner.ok
		? await verifyPayload(inner.value, async (kid) => (kid === kids.sign ? sign.publicKey : undefined))
		: inner
	expect(opened.ok && Buffer.from(opened.value.payload).toString()).toBe(payload)
	expect(opened.ok && opened.value.signedBy).toBe(kids.sign)
})
