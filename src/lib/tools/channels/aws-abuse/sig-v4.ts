/** Signature Version 4 of AWS (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html). */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Key that a request is signed with. `token` goes with credentials that end. */
export type AwsCredentials = { keyId: string; secret: string; token?: string }

/** A request to be sent as it is, `headers` with the signature. */
export type AwsRequest = {
	method: 'GET' | 'POST'
	url: string
	headers: Readonly<Record<string, string>>
	body: string
}

const escape = (text: string): string =>
	encodeURIComponent(text).replace(
		/[!'()*]/gu,
		(letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
	)
const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

const toCanonical = (
	{ method, url, body }: AwsRequest,
	headers: readonly (readonly [string, string])[],
): string => {
	const { pathname, searchParams } = new URL(url)
	const query = [...searchParams].map(([name, value]) => `${escape(name)}=${escape(value)}`).sort(byCode)
	return [
		method,
		pathname.split('/').map(escape).join('/'),
		query.join('&'),
		...headers.map(([name, value]) => `${name}:${value.trim().replace(/ +/gu, ' ')}`),
		'',
		headers.map(([name]) => name).join(';'),
		digest(body),
	].join('\n')
}

/**
 * The headers of a request with its signature among them (`authorization`, `x-amz-date`), good for five minutes. `host` is signed and is
 * not among them: whoever sends writes it.
 */
export const signForAws = (
	request: AwsRequest,
	{ keyId, secret, token }: AwsCredentials,
	place: { region: string; service: string; at: Date },
): Record<string, string> => {
	const time = place.at.toISOString().replace(/[-:]|\.\d{3}/gu, '')
	const scope = [time.slice(0, 8), place.region, place.service, 'aws4_request']
	const sent: Record<string, string> = {
		...Object.fromEntries(
			Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
		),
		'x-amz-date': time,
		...(token === undefined ? {} : { 'x-amz-security-token': token }),
	}
	const headers = Object.entries({ ...sent, host: new URL(request.url).host }).sort(([one], [other]) =>
		byCode(one, other),
	)
	const text = ['AWS4-HMAC-SHA256', time, scope.join('/'), digest(toCanonical(request, headers))].join('\n')
	const key = scope.reduce(
		(above, part) => hmac(sha256, above, utf8ToBytes(part)),
		utf8ToBytes(`AWS4${secret}`),
	)
	const signature = bytesToHex(hmac(sha256, key, utf8ToBytes(text)))
	const names = headers.map(([name]) => name).join(';')
	const authorization = `AWS4-HMAC-SHA256 Credential=${keyId}/${scope.join('/')}, SignedHeaders=${names}, Signature=${signature}`
	return { ...sent, authorization }
}
