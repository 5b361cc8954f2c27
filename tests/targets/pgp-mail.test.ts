import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMessage, encrypt, generateKey, readKey, readPrivateKey } from 'openpgp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
	makeKey,
	openSealed,
	readPublicKey,
	readSecretKey,
	sealSigned,
	signFile,
	toPgpMail,
	toProtectedEntity,
	verifyFile,
	type MadeKey,
	type SecretKey,
} from '../../src/lib/tools/channels/pgp-mail/index.ts'
import { describeProgram, findProgram, openStage } from '../support/programs.ts'

const words = 'Référence T-3F2504E0. الرابط أُزيل.\n'
const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A mail as Python's own library reads it: its subject, the types of its parts, the text of the one that is asked for. */
const readMail = `
import email, email.policy, json, sys
mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
parts = [part for part in mail.walk() if not part.is_multipart()]
print(json.dumps({
	"type": mail.get_content_type(), "protocol": mail.get_param("protocol"), "subject": mail["Subject"], "defects": len(mail.defects),
	"parts": [[part.get_content_type(), part.get_filename(), part.get_payload(decode=True).decode()] for part in parts],
}))`

/** A keyring in a folder of its own, that goes with the test file. */
const openKeyring = (gpg: string, folder: string) => {
	chmodSync(folder, 0o700)
	const call = (args: readonly string[], input: string | Uint8Array = '') => {
		const { status, stdout, stderr } = spawnSync(
			gpg,
			['--batch', '--no-tty', '--trust-model', 'always', ...args],
			{
				input,
				env: { ...process.env, GNUPGHOME: folder, LC_ALL: 'C' },
			},
		)
		return { status, stdout: new Uint8Array(stdout), told: stderr.toString() }
	}
	const get = (args: readonly string[], input?: string | Uint8Array): string => {
		const { status, stdout, told } = call(args, input)
		if (status !== 0) throw new Error(`calling gpg ${args.join(' ')}: ${told}`)
		return new TextDecoder().decode(stdout)
	}
	return { call, get }
}

describeProgram('gpg', 'gnupg', (gpg) => {
	const stage = openStage()
	const folder = stage.makeFolder()
	const { call, get } = openKeyring(gpg, folder)
	/** Of this moment: gpg judges by its own clock. */
	const at = new Date(Date.now() - 60_000)
	let ours: MadeKey
	let open: SecretKey
	let theirs: string

	const make = (name: string, ...kind: string[]): string => {
		get(['--passphrase', '', '--quick-generate-key', `${name} <${name}@partner.example>`, ...kind])
		return get(['--armor', '--export', `${name}@partner.example`])
	}
	const findPaths = async (armored: string): Promise<string[]> => {
		const read = await readPublicKey(armored, new Date())
		return read.ok ? [] : read.issues.map(({ path }) => path)
	}

	beforeAll(async () => {
		ours = await makeKey({ name: 'Desk', email: 'desk@desk.example', days: 30 }, at)
		const read = await readSecretKey(ours.secret)
		if (!read.ok) throw new Error('reading an own key: it is none')
		open = read.value
		get(['--import'], ours.public)
		theirs = make('curve', 'future-default')
	})

	afterAll(() => void spawnSync(findProgram('gpgconf') ?? gpg, ['--homedir', folder, '--kill', 'all']))

	test('takes our key with our fingerprint', () => {
		expect(get(['--with-colons', '--fingerprint', 'desk@desk.example'])).toContain(`:${ours.fingerprint}:`)
	})

	test('opens and verifies what we sealed', async () => {
		const sealed = await sealSigned(toBytes(words), { to: [theirs], from: open }, new Date())
		const { stdout, told } = call(['--decrypt'], sealed)
		expect(new TextDecoder().decode(stdout)).toBe(words)
		expect(told).toContain('Good signature from "Desk <desk@desk.example>"')
	})

	test('seals and signs what we open', async () => {
		make('rsa', 'rsa3072', 'default')
		for (const name of ['curve', 'rsa']) {
			const sender = `${name}@partner.example`
			const sealed = get(['--armor', '--sign', '--encrypt', '-u', sender, '-r', 'desk@desk.example'], words)
			const from = get(['--armor', '--export', sender])
			const opened = await openSealed(sealed, { by: open, from }, new Date())
			expect(opened, name).toEqual({ ok: true, value: toBytes(words) })
		}
		const unsigned = get(['--armor', '--encrypt', '-r', 'desk@desk.example'], words)
		const opened = await openSealed(unsigned, { by: open, from: theirs }, new Date())
		expect(opened).toMatchObject({ issues: [{ path: 'signature' }] })
	})

	test('verifies a file that we signed, and not another', async () => {
		const bytes = toBytes('{"event":1}')
		const { name, text } = await signFile({ name: 'feed.json', bytes }, open, at)
		const [file, signature] = [join(folder, 'feed.json'), join(folder, name)]
		writeFileSync(file, bytes)
		writeFileSync(signature, text)
		expect(call(['--verify', signature, file]).told).toContain('Good signature')
		writeFileSync(file, '{"event":2}')
		expect(call(['--verify', signature, file]).status).not.toBe(0)
	})

	test('signs a file that we verify', async () => {
		const bytes = toBytes('{"event":1}')
		const signature = get(['--armor', '--detach-sign', '-u', 'curve@partner.example'], bytes)
		expect((await verifyFile(bytes, { signature, from: theirs }, new Date())).ok).toBe(true)
		expect((await verifyFile(toBytes('{}'), { signature, from: theirs }, new Date())).ok).toBe(false)
	})

	test('makes keys that we refuse, and we say why', async () => {
		expect(await findPaths(make('short', 'rsa1024', 'default'))).toEqual(['strength'])
		expect(await findPaths(make('signs', 'ed25519', 'sign'))).toEqual(['encryption'])
		const lasting = ['--cert-digest-algo', 'SHA1', '--allow-weak-key-signatures']
		get([...lasting, '--passphrase', '', '--quick-generate-key', 'old <old@partner.example>', 'rsa2048'])
		expect(await findPaths(get(['--armor', '--export', 'old@partner.example']))).toEqual(['hash'])
		expect(
			await findPaths(
				get([
					'--armor',
					'--pinentry-mode',
					'loopback',
					'--passphrase',
					'',
					'--export-secret-keys',
					'curve@partner.example',
				]),
			),
		).toEqual(['secret'])
	})

	test('learns from our certificate that our key has ended', async () => {
		const other = await makeKey({ name: 'Gone', email: 'gone@desk.example', days: 30 }, at)
		get(['--import'], other.public)
		get(['--import'], other.revocation)
		expect(await findPaths(get(['--armor', '--export', 'gone@desk.example']))).toEqual(['revoked'])
	})

	// When this fails, GnuPG has learned the newer keys, and the profile can be theirs.
	test('does not know the keys that the library makes when nothing is said', async () => {
		const made = await generateKey({
			type: 'curve25519',
			format: 'armored',
			userIDs: { name: 'New', email: 'new@desk.example' },
			date: at,
		})
		const { status, told } = call(['--import'], made.publicKey)
		const sealed: unknown = await encrypt({
			message: await createMessage({ text: words }),
			encryptionKeys: await readKey({ armoredKey: theirs }),
			signingKeys: await readPrivateKey({ armoredKey: made.privateKey }),
		})
		const read = call(['--decrypt'], String(sealed))
		expect(status).not.toBe(0)
		expect(told).toContain('Invalid public key algorithm')
		expect(read.told).toContain("Can't check signature: Invalid public key algorithm")
	})

	test('and Python read the mail around it', async ({ skip }) => {
		const python = findProgram('python3')
		if (python === undefined) return skip('python3 not installed')
		const python3 = (mail: string | Uint8Array) =>
			JSON.parse(execFileSync(python, ['-c', readMail], { input: mail }).toString()) as {
				type: string
				protocol: string | null
				subject: string
				defects: number
				parts: [type: string, name: string | null, text: string][]
			}
		const files = [{ name: 'custody.jsonld', type: 'application/ld+json', bytes: toBytes('{}') }]
		const entity = toProtectedEntity({ subject: 'Référence T-3F2504E0, إحالة', text: words, files })
		const sealed = await sealSigned(entity, { to: [theirs], from: open }, new Date())
		const head = { from: 'desk@desk.example', to: 'curve@partner.example', at, id: 'a1@desk.example' }
		const outer = python3(toPgpMail(sealed, head))
		expect(outer).toMatchObject({
			type: 'multipart/encrypted',
			protocol: 'application/pgp-encrypted',
			subject: '...',
			defects: 0,
			parts: [
				['application/pgp-encrypted', null, expect.stringContaining('Version: 1')],
				['application/octet-stream', 'encrypted.asc', expect.any(String)],
			],
		})
		const { stdout, told } = call(['--decrypt'], outer.parts[1]?.[2] ?? '')
		expect(told).toContain('Good signature')
		expect(python3(stdout)).toMatchObject({
			type: 'multipart/mixed',
			subject: 'Référence T-3F2504E0, إحالة',
			defects: 0,
			parts: [
				['text/plain', null, words.replaceAll('\n', '\r\n')],
				['application/ld+json', 'custody.jsonld', '{}'],
			],
		})
	})
})

describeProgram('sqv', 'sqv', (sqv) => {
	test('verifies a file that we signed, and not another', async () => {
		const folder = openStage().makeFolder()
		const at = new Date(Date.now() - 60_000)
		const ours = await makeKey({ name: 'Desk', email: 'desk@desk.example', days: 30 }, at)
		const secret = await readSecretKey(ours.secret)
		if (!secret.ok) throw new Error('reading an own key: it is none')
		const bytes = toBytes('{"event":1}')
		const { text } = await signFile({ name: 'feed.json', bytes }, secret.value, at)
		const paths = {
			key: join(folder, 'key.asc'),
			file: join(folder, 'feed.json'),
			signature: join(folder, 'feed.json.asc'),
		}
		writeFileSync(paths.key, ours.public)
		writeFileSync(paths.signature, text)
		const verify = (content: string | Uint8Array) => {
			writeFileSync(paths.file, content)
			return spawnSync(sqv, ['--keyring', paths.key, '--signature-file', paths.signature, paths.file])
		}
		const good = verify(bytes)
		expect(good.stdout.toString().trim()).toBe(ours.fingerprint)
		expect(verify('{"event":2}').status).not.toBe(0)
		expect(readFileSync(paths.signature, 'utf8')).toMatch(/^-----BEGIN PGP SIGNATURE-----/u)
	})
})
