import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder, passphrase } from '../../../../../tests/support/people.ts'
import { getStaffSecret } from './secret-file.ts'
import { hashPassphrase, isPassphrase } from './sign-in/hashing.ts'

test('the secret of an installation is made once, also by processes that start together, and only its owner reads it', async () => {
	const folder = makeFolder()
	const secrets = await Promise.all(Array.from({ length: 8 }, () => getStaffSecret(folder)))
	expect(new Set(secrets).size).toBe(1)
	expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/u)
	expect(statSync(join(folder, 'keys/staff.key')).mode & 0o777).toBe(0o600)
})

test('more passphrases at once than the machine can hash are refused, not queued without end', async () => {
	const hashes = Array.from({ length: 60 }, () =>
		hashPassphrase(passphrase).then(
			() => 'done',
			() => 'busy',
		),
	)
	const ends = await Promise.all(hashes)
	expect(ends.filter((end) => end === 'done')).toHaveLength(34)
})

test('what is longer than a passphrase can be is refused without waiting for a hash, while others fill the line', async () => {
	const line = Array.from({ length: 34 }, () => hashPassphrase(passphrase))
	await expect(isPassphrase(passphrase, undefined)).rejects.toMatchObject({ code: 'sign-in.busy' })
	expect(await isPassphrase('x'.repeat(10_000_000), undefined)).toBe(false)
	await Promise.all(line)
})
