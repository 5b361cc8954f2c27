import { algorithm, formName, keyLength, type Challenge } from './challenge.ts'

/** Longer is no work of ours; it is not even decoded. */
const longest = 2000

/** Solution that a device sends back. */
export type ParsedWork = { challenge: Challenge; solution: { counter: number; derivedKey: string } }

const isRecord = (value: unknown, names: readonly string[]): value is Record<string, unknown> =>
	typeof value === 'object' &&
	value !== null &&
	!Array.isArray(value) &&
	Object.keys(value).sort().join() === names.join()

const isHex = (value: unknown, digits: number): value is string =>
	typeof value === 'string' && value.length === digits && /^[0-9a-f]*$/u.test(value)

const isCount = (value: unknown): value is number =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 2 ** 40

const parameterNames = [
	'algorithm',
	'cost',
	'data',
	'expiresAt',
	'keyLength',
	'keyPrefix',
	'keySignature',
	'nonce',
	'salt',
] as const

const isParameters = (value: unknown): value is Challenge['parameters'] =>
	isRecord(value, parameterNames) &&
	value['algorithm'] === algorithm &&
	value['keyLength'] === keyLength &&
	isCount(value['cost']) &&
	isCount(value['expiresAt']) &&
	isHex(value['keyPrefix'], keyLength) &&
	isHex(value['keySignature'], 64) &&
	isHex(value['nonce'], 32) &&
	isHex(value['salt'], 32) &&
	isRecord(value['data'], ['form']) &&
	typeof value['data']['form'] === 'string' &&
	formName.test(value['data']['form'])

const decode = (text: string): unknown => {
	try {
		return JSON.parse(atob(text))
	} catch {
		return undefined // not base64 or not JSON: the caller is told that it is malformed
	}
}

/** The work in a form field; `undefined` for anything that has not exactly the form of ours. Computes nothing. */
export const parseWork = (text: string): ParsedWork | undefined => {
	if (text.length > longest || !/^[A-Za-z0-9+/]+=*$/u.test(text)) return undefined
	const work = decode(text)
	if (!isRecord(work, ['challenge', 'solution'])) return undefined
	const { challenge, solution } = work
	if (!isRecord(challenge, ['parameters', 'signature']) || !isRecord(solution, ['counter', 'derivedKey']))
		return undefined
	const { parameters, signature } = challenge
	const { counter, derivedKey } = solution
	return isParameters(parameters) &&
		isHex(signature, 64) &&
		isCount(counter) &&
		isHex(derivedKey, 2 * keyLength)
		? { challenge: { parameters, signature }, solution: { counter, derivedKey } }
		: undefined
}
