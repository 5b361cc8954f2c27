/** Keys of partners, made and named by GnuPG: what it exports is kept, under the fingerprint that it shows. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFingerprint, toGroups } from '#domains/exchange/partners/keys'
import { readPartnerKey } from '../../src/lib/domains/exchange/partners/keys/server/read-key.ts'
import { describeProgram } from '../support/programs.ts'

const home = mkdtempSync(join(tmpdir(), 'thiqa-gpg-'))
describeProgram('gpg', 'gnupg', (path) => {
	const gpg = (...words: string[]): string =>
		execFileSync(path, ['--batch', '--no-tty', '--homedir', home, ...words], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		})

	beforeAll(() => {
		const quick = ['--passphrase', '', '--quick-gen-key']
		gpg(...quick, 'Ligne <desk@line.example>', 'future-default', 'default', '1y')
		gpg(...quick, 'Signe <sign@line.example>', 'ed25519', 'sign', '1y')
	})
	afterAll(() => {
		execFileSync(join(dirname(path), 'gpgconf'), ['--homedir', home, '--kill', 'all'])
		rmSync(home, { recursive: true, force: true })
	})

	test('a key that it exports is kept under the fingerprint that it shows, until the day that it says', async () => {
		const read = await readPartnerKey('pgp', gpg('--armor', '--export', 'desk@line.example'), new Date())
		const listed = gpg('--with-colons', '--list-keys', 'desk@line.example')
		const [, shown = ''] = /^fpr:{9}([0-9A-F]{40}):/mu.exec(listed) ?? []
		const [, end = ''] = /^pub:(?:[^:]*:){5}(\d+):/mu.exec(listed) ?? []
		expect(read).toMatchObject({ ok: true, value: { kid: shown.toLowerCase() } })
		if (!read.ok) expect.fail(read.code)
		expect(toGroups(findFingerprint({ ...read.value, use: 'pgp' }) ?? '').replaceAll(' ', '')).toBe(shown)
		expect(read.value.validTo).toEqual(new Date(Number(end) * 1000))
	})

	test('its private keys and one that only signs are refused', async () => {
		const secret = gpg(
			'--armor',
			'--pinentry-mode',
			'loopback',
			'--passphrase',
			'',
			'--export-secret-keys',
			'desk@line.example',
		)
		expect(await readPartnerKey('pgp', secret, new Date())).toEqual({
			ok: false,
			code: 'partner.key-private',
		})
		const signs = gpg('--armor', '--export', 'sign@line.example')
		expect(await readPartnerKey('pgp', signs, new Date())).toEqual({ ok: false, code: 'partner.key-weak' })
	})
})
