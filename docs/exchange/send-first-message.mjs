/**
 * Sends one signed and sealed message to a desk that runs Thiqa, and verifies its receipt. Node 20 or later, nothing else:
 *
 *   node send-first-message.mjs make-keys            writes sign.key, seal.key (keep them) and partner-keys.json (give it to the desk)
 *   node send-first-message.mjs send https://desk.example [message.json]
 *
 * Every step stands here in full, so that it can be written again in another language. docs/exchange.md explains it.
 */
import {
	createCipheriv,
	createHash,
	createPrivateKey,
	createPublicKey,
	diffieHellman,
	generateKeyPairSync,
	randomBytes,
	sign,
	verify,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const encode = (value) => Buffer.from(value).toString('base64url')
const toJson = (value) => encode(JSON.stringify(value))
const sha256 = (value) => createHash('sha256').update(value).digest()

/** RFC 7638: the name that a key has from its own bytes. */
const toThumbprint = ({ crv, kty, x }) => encode(sha256(JSON.stringify({ crv, kty, x })))

const makeKeys = () => {
	const published = []
	for (const [file, type, use] of [
		['sign.key', 'ed25519', 'sig'],
		['seal.key', 'x25519', 'enc'],
	]) {
		if (existsSync(file))
			throw new Error(`${file} is there already: a key that partners know is not made anew`)
		const { privateKey, publicKey } = generateKeyPairSync(type)
		writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
		const jwk = publicKey.export({ format: 'jwk' })
		published.push({ ...jwk, kid: toThumbprint(jwk), use })
	}
	writeFileSync('partner-keys.json', `${JSON.stringify({ keys: published }, undefined, '\t')}\n`)
	for (const { use, kid } of published) console.log(`${use}  ${kid}`)
	console.log(
		'Read these two names to the liaison officer over the telephone; send partner-keys.json by another way.',
	)
}

const readSigningKey = () => {
	const key = createPrivateKey(readFileSync('sign.key'))
	return { key, kid: toThumbprint(createPublicKey(key).export({ format: 'jwk' })) }
}

/** JWS, compact (RFC 7515, RFC 8037). */
const signContent = (content, { key, kid }) => {
	const input = `${toJson({ alg: 'EdDSA', kid })}.${encode(content)}`
	return `${input}.${encode(sign(null, Buffer.from(input), key))}`
}

/** Concat KDF of RFC 7518, section 4.6, for a key of 256 bits. */
const deriveKey = (secret, algorithm) => {
	const number = (value) => {
		const bytes = Buffer.alloc(4)
		bytes.writeUInt32BE(value)
		return bytes
	}
	const name = Buffer.from(algorithm)
	return sha256(
		Buffer.concat([number(1), secret, number(name.length), name, number(0), number(0), number(256)]),
	)
}

/** JWE, compact (RFC 7516): ECDH-ES+A256KW with X25519, A256GCM. */
const sealContent = (content, jwk) => {
	const own = generateKeyPairSync('x25519')
	const { kty, crv, x } = own.publicKey.export({ format: 'jwk' })
	const secret = diffieHellman({
		privateKey: own.privateKey,
		publicKey: createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: jwk.x }, format: 'jwk' }),
	})
	const contentKey = randomBytes(32)
	const wrap = createCipheriv('id-aes256-wrap', deriveKey(secret, 'ECDH-ES+A256KW'), Buffer.alloc(8, 0xa6))
	const wrapped = Buffer.concat([wrap.update(contentKey), wrap.final()])
	const header = toJson({
		...{ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', cty: 'JOSE', kid: jwk.kid },
		epk: { kty, crv, x },
	})
	const iv = randomBytes(12)
	const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(header))
	const sealed = Buffer.concat([cipher.update(content), cipher.final()])
	return [header, encode(wrapped), encode(iv), encode(sealed), encode(cipher.getAuthTag())].join('.')
}

/** RFC 9562, version 7: the name of this message, the same at every try. */
const makeId = () => {
	const hex = Date.now().toString(16).padStart(12, '0') + randomBytes(10).toString('hex')
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const toDigest = (body) => `sha-256=:${sha256(body).toString('base64')}:`

/** RFC 9421: signs method, address, type, digest and id. */
const signRequest = ({ url, body, id }, { key, kid }) => {
	const headers = {
		'content-type': 'application/jose',
		'content-digest': toDigest(body),
		'idempotency-key': `"${id}"`,
	}
	const created = Math.floor(Date.now() / 1000)
	const parameters =
		'("@method" "@target-uri" "content-type" "content-digest" "idempotency-key")' +
		`;created=${created};expires=${created + 300};keyid="${kid}";alg="ed25519";tag="coop-v1"` +
		`;nonce="${encode(randomBytes(24))}"`
	const base = [
		'"@method": POST',
		`"@target-uri": ${url}`,
		...Object.entries(headers).map(([name, value]) => `"${name}": ${value}`),
		`"@signature-params": ${parameters}`,
	].join('\n')
	const signature = sign(null, Buffer.from(base), key).toString('base64')
	return { ...headers, 'signature-input': `sig=${parameters}`, signature: `sig=:${signature}:` }
}

/** The lines that the desk has signed: each component of its Signature-Input, of the answer or (`;req`) of our request. */
const toReceiptBase = (parameters, { answer, request, url }) => {
	const find = (component) => {
		const [, name, marks] = /^"([^"]+)"(.*)$/u.exec(component)
		const headers = marks.includes(';req') ? request : Object.fromEntries(answer.headers)
		if (name === '@status') return String(answer.status)
		if (name === '@method') return 'POST'
		if (name === '@target-uri') return url
		return marks.includes(';key="sig"') ? headers[name].replace(/^sig=/u, '') : headers[name]
	}
	const [, inner] = /^\(([^)]*)\)/u.exec(parameters)
	const lines = inner.split(' ').map((component) => `${component}: ${find(component)}`)
	return [...lines, `"@signature-params": ${parameters}`].join('\n')
}

/** What a receipt has to be signed over: a desk that signs less proves nothing. */
const wanted = ['"@status"', '"content-digest"', '"content-digest";req', '"signature";req;key="sig"']

const verifyReceipt = (exchange, body, desk) => {
	const { headers } = exchange.answer
	const parameters = (headers.get('signature-input') ?? '').replace(/^sig=/u, '')
	const [, kid] = /;keyid="([^"]+)"/u.exec(parameters) ?? []
	const jwk = desk.find((key) => key.kid === kid && key.use === 'sig')
	const [, signature] = /^sig=:([^:]+):$/u.exec(headers.get('signature') ?? '') ?? []
	if (!jwk || !signature || !wanted.every((one) => parameters.includes(one))) return false
	if (headers.get('content-digest') !== toDigest(body)) return false
	const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: jwk.x }, format: 'jwk' })
	return verify(null, Buffer.from(toReceiptBase(parameters, exchange)), key, Buffer.from(signature, 'base64'))
}

const firstMessage = {
	v: 1,
	type: 'note',
	ref: 'TEST-1',
	body: { text: 'A first message, to see that it comes.' },
}

const send = async (origin, file) => {
	const desk = (await (await fetch(`${origin}/coop/v1/keys`)).json()).keys
	const sealKey = desk.find(({ use }) => use === 'enc')
	const ours = readSigningKey()
	const message = file ? readFileSync(file) : JSON.stringify(firstMessage)
	const body = sealContent(signContent(message, ours), sealKey)
	const [url, id] = [`${origin}/coop/v1/inbox`, makeId()]
	const request = signRequest({ url, body, id }, ours)
	const answer = await fetch(url, { method: 'POST', headers: request, body })
	const content = Buffer.from(await answer.arrayBuffer())
	console.log(`${answer.status} ${content.toString()}`)
	if (answer.status !== 200 && answer.status !== 202) return 1
	const isProof = verifyReceipt({ answer, request, url }, content, desk)
	console.log(
		isProof ? 'The receipt is signed by the desk over this very request.' : 'The receipt is NOT good.',
	)
	return isProof ? 0 : 1
}

const [task, origin, file] = process.argv.slice(2)
if (task === 'make-keys') makeKeys()
else if (task === 'send' && origin) process.exitCode = await send(origin.replace(/\/$/u, ''), file)
else console.error('node send-first-message.mjs make-keys | send https://desk.example [message.json]')
