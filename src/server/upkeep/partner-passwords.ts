/** Names and passwords with which servers of partners know us, from a file that its owner alone reads. */
import { AppError } from '#base'
import { findSecret } from '#platform'
import * as v from 'valibot'
import { parse } from 'yaml'

const file = 'partners.yaml'
const word = v.pipe(v.string(), v.nonEmpty())

/** Lines of the file: the address of a channel as the directory has it, and a name with a password, or a token. */
const lines = v.array(
	v.union([
		v.strictObject({ address: word, user: word, password: word }),
		v.strictObject({ address: word, token: word }),
	]),
)

const wrong = (): AppError =>
	new AppError(
		'partners.passwords-wrong',
		500,
		`Reading keys/${file}: wanted a list of address with user and password, or with token`,
	)

const parseLines = (text: string): v.InferOutput<typeof lines> => {
	try {
		return v.parse(lines, parse(text) ?? [])
	} catch {
		// What a parser says of a line would say the line.
		throw wrong()
	}
}

const withoutSlash = (address: string): string => address.replace(/\/$/u, '')

/**
 * Reads `<dataDir>/keys/partners.yaml`; a file that is not there holds nothing. A password goes to the one address that it is written for: who leads a
 * channel elsewhere in the directory does not lead the password there.
 *
 * @returns finds the header `Authorization` for the address of a channel
 * @throws AppError `partners.passwords-wrong` (500), and `key.open-to-others` (500) when others may read it
 */
export const readPartnerPasswords = async (
	dataDir: string,
): Promise<(address: string) => string | undefined> => {
	const headers = new Map(
		parseLines((await findSecret(dataDir, file)) ?? '').map((line) => [
			withoutSlash(line.address),
			'token' in line
				? `Bearer ${line.token}`
				: `Basic ${Buffer.from(`${line.user}:${line.password}`).toString('base64')}`,
		]),
	)
	return (address) => headers.get(withoutSlash(address))
}
