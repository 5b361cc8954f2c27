import { refused, type Result } from '#base'
import { decryptWhole, type OpenRefusal } from './decrypt.ts'
import { readStanzas } from './header.ts'

/** Work of scrypt: 2^18 rounds, 256 MiB and one to two seconds, as the `age` program itself uses. More is refused. */
const workFactor = 18

/**
 * A file that a passphrase opens, here and with `age -d`. Not padded: for keys, whose length is known to all. An identity
 * followed by a line break can be used as it is by `age -d -i <file>`.
 *
 * @throws when the passphrase is empty
 */
export const wrapWithPassphrase = async (
	content: Uint8Array | string,
	passphrase: string,
): Promise<Uint8Array> => {
	if (passphrase === '') throw new Error('wrapping: wanted a passphrase that is not empty')
	const { Encrypter } = await import('./other-kinds.ts')
	const encrypter = new Encrypter()
	encrypter.setScryptWorkFactor(workFactor)
	encrypter.setPassphrase(passphrase)
	return encrypter.encrypt(content)
}

/**
 * The content of a file that a passphrase opens. A file that asks for more work than 2^18 is refused before any is done:
 * it could hold a page still for hours.
 *
 * Refuses with `sealed.header`, `sealed.family` (a reader's key beside or instead of a passphrase), `sealed.work`,
 * `sealed.key` (another passphrase) or `sealed.damaged`.
 */
export const openPassphrase = async (
	file: Uint8Array,
	passphrase: string,
): Promise<Result<Uint8Array, OpenRefusal | 'sealed.header' | 'sealed.family' | 'sealed.work'>> => {
	const stanzas = readStanzas(file)
	if (!stanzas.ok) return stanzas
	const [stanza, ...more] = stanzas.value
	if (stanza?.type !== 'scrypt' || more.length > 0) return refused('sealed.family')
	const work = stanza.args[1] ?? ''
	if (!/^[1-9]\d?$/u.test(work) || Number(work) > workFactor) return refused('sealed.work')
	return decryptWhole(file, { passphrase })
}
