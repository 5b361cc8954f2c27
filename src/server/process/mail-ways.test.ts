import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { readOperator, type Operator } from '#platform'
import { makeFolder } from '../../../tests/support/child.ts'
import { findOwnPgpKey, openMailWays } from './mail-ways.ts'
import { declareSlot } from './slot.ts'

afterEach(() => vi.unstubAllEnvs())

const mail = (host: string): string =>
	`mail: { host: ${host}, port: 25, secure: false, from: notices@desk.example, dkim: { domain: desk.example, selector: s1 } }`

/** Starts with this file, as far as mail is concerned: in a demonstration, as nothing else stands in it. */
const startWith = async (text: string): Promise<void> => {
	const dataDir = makeFolder()
	vi.stubEnv('DATA_DIR', dataDir)
	vi.stubEnv('ORIGIN', 'https://desk.example')
	writeFileSync(join(dataDir, 'operator.yaml'), text)
	const operator = await readOperator(dataDir)
	expect(operator.state).toBe('demonstration')
	declareSlot<Operator>('operator').put(operator)
}

test.each([
	['without settings', '', []],
	['with a mail server elsewhere', mail('mail.host.example'), []],
	['with one on this machine', mail('127.0.0.1'), ['mail-pgp', 'xarf-mail']],
	['with one on this machine, by name', mail('localhost'), ['mail-pgp', 'xarf-mail']],
])('a demonstration %s has these ways by mail', async (_, text, ways) => {
	await startWith(text)
	expect(Object.keys(openMailWays()).sort()).toEqual(ways)
	expect(findOwnPgpKey() !== undefined).toBe(ways.length > 0)
})
