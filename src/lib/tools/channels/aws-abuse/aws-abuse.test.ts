import { describe, expect, test } from 'vitest'
import {
	awsRegions,
	hostOutcomes,
	readAwsProgress,
	readAwsReceipt,
	toAwsQuestion,
	toAwsReport,
	type AwsSettings,
} from './index.ts'
import { signForAws } from './sig-v4.ts'

/** The key that AWS prints in its documents. */
const credentials = { keyId: 'AKIDEXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
const at = new Date('2015-08-30T12:36:00Z')
const settings: AwsSettings = { region: 'us-east-1', credentials, at }
const report = { xarf_version: '4.2.0', category: 'content', type: 'csam', tags: ['lifecycle:test'] }
const message = {
	clientToken: '0190b3c4-1111-7000-8000-000000000001',
	correlationId: 'MA-2026-000123',
	findForbidden: () => [],
}

/** From the test suite of Signature Version 4 that AWS has published: name, method, query, signature. */
test.each([
	['get-vanilla', 'GET', '', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
	[
		'get-vanilla-query-order-key-case',
		'GET',
		'?Param2=value2&Param1=value1',
		'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
	],
	['post-vanilla', 'POST', '', '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
] as const)('signForAws() makes the signature of AWS for %s', (_, method, query, signature) => {
	const request = { method, url: `https://example.amazonaws.com/${query}`, headers: {}, body: '' }
	expect(signForAws(request, credentials, { region: 'us-east-1', service: 'service', at })).toEqual({
		'x-amz-date': '20150830T123600Z',
		authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`,
	})
})

test('signForAws() binds method, address, headers, body and time', () => {
	const request = {
		method: 'POST',
		url: 'https://abuse.us-east-1.amazonaws.com/v1/abuse',
		headers: { A: 'b  c' },
		body: '{}',
	} as const
	const place = { region: 'us-east-1', service: 'abuse', at }
	const sign = (change: object, other = place) =>
		signForAws({ ...request, ...change }, credentials, other)['authorization']
	const others = [
		sign({ method: 'GET' }),
		sign({ url: `${request.url}/x` }),
		sign({ url: `${request.url}?x` }),
		sign({ headers: { A: 'c' } }),
		sign({ body: '{} ' }),
		sign({}, { ...place, at: new Date(at.getTime() + 1000) }),
		sign({}, { ...place, region: 'us-west-2' }),
		sign({}, { ...place, service: 's3' }),
	]
	expect(new Set([...others, sign({})]).size).toBe(9)
	expect(sign({ headers: { a: ' b c ' } })).toBe(sign({}))
	expect(signForAws(request, { ...credentials, token: 't' }, place)).toMatchObject({
		'x-amz-security-token': 't',
	})
})

describe('toAwsReport()', () => {
	test('puts the report where AWS looks for it', () => {
		const made = toAwsReport(report, message, settings)
		expect(made).toMatchObject({
			ok: true,
			value: {
				method: 'POST',
				url: 'https://abuse.us-east-1.amazonaws.com/v1/abuse',
				headers: { 'content-type': 'application/json' },
			},
		})
		expect(made.ok && JSON.parse(made.value.body)).toEqual({
			clientToken: message.clientToken,
			correlationId: message.correlationId,
			report: { xarf: report },
		})
		expect(made.ok && made.value.headers['authorization']).toContain(
			'SignedHeaders=content-type;host;x-amz-date',
		)
	})

	test.each([
		['clientToken', { clientToken: '' }, {}],
		['clientToken', { clientToken: 'with space' }, {}],
		['clientToken', { clientToken: 'x'.repeat(129) }, {}],
		['correlationId', { correlationId: 'MA/2026' }, {}],
		['correlationId', { correlationId: '' }, {}],
		['report', {}, { description: 'x'.repeat(5_242_880) }],
		['evidence.0', { findForbidden: () => [{ path: 'evidence.0', message: 'x' }] }, {}],
	])('names %s when it is wrong', (path, change, more) => {
		expect(toAwsReport({ ...report, ...more }, { ...message, ...change }, settings)).toMatchObject({
			ok: false,
			issues: [{ path }],
		})
	})
})

test('toAwsQuestion() asks for an id that AWS can have given, in every region', () => {
	const id = 'a1B2'.repeat(5)
	expect(awsRegions.map((region) => toAwsQuestion(id, { ...settings, region })?.url)).toEqual(
		['us-east-1', 'us-west-2', 'eu-west-2'].map(
			(region) => `https://abuse.${region}.amazonaws.com/v1/abuse/${id}`,
		),
	)
	for (const wrong of ['', 'x'.repeat(19), 'x'.repeat(65), `${id}/..`, `${id}?a`])
		expect(toAwsQuestion(wrong, settings)).toBeUndefined()
})

const reply = (status: number, body: unknown = '', retryAfter: string | null = null) => ({
	status,
	retryAfter,
	body: typeof body === 'string' ? body : JSON.stringify(body),
})

describe('readAwsReceipt()', () => {
	const id = 'a1B2'.repeat(5)
	test.each([
		['taken', reply(202, { reportId: id, correlationId: 'x' }), { kind: 'accepted', reportId: id }],
		['taken a second time', reply(200, { reportId: id }), { kind: 'accepted', reportId: id }],
		['taken without an id', reply(202, {}), { kind: 'later', retryAfter: undefined }],
		[
			'taken with an id that is none',
			reply(202, { reportId: '../x' }),
			{ kind: 'later', retryAfter: undefined },
		],
		['no JSON', reply(202, '<'), { kind: 'later', retryAfter: undefined }],
		['too fast', reply(429, {}, '7'), { kind: 'later', retryAfter: 7 }],
		['broken there', reply(503, {}, 'soon'), { kind: 'later', retryAfter: undefined }],
		['a wrong report', reply(400, { message: 'a word of the report' }), { kind: 'rejected', status: 400 }],
		['a token used for another report', reply(409), { kind: 'rejected', status: 409 }],
		['a redirection', reply(302), { kind: 'rejected', status: 302 }],
		['a wrong key', reply(403), { kind: 'settings', status: 403 }],
	])('%s', (_, answer, read) => expect(readAwsReceipt(answer)).toEqual(read))
})

describe('readAwsProgress()', () => {
	test('every documented reason is one outcome, and every outcome has its reason', () => {
		const codes = [
			'ACTIONED',
			'REVIEWED_NO_AWS_ACTION',
			'CONTENT_DOWN_OR_INACCESSIBLE',
			'NOT_RESOLVABLE_TO_AWS',
			'NEED_MORE_INFORMATION',
		]
		const read = codes.map((reasonCode) => readAwsProgress(reply(200, { status: 'COMPLETED', reasonCode })))
		expect(read).toEqual(codes.map((code, at) => ({ kind: 'done', outcome: hostOutcomes[at], code })))
	})

	test.each([
		['QUEUED', { kind: 'waiting', status: 'QUEUED' }],
		['PROCESSING', { kind: 'waiting', status: 'PROCESSING' }],
		['CANCELLED', { kind: 'later', retryAfter: undefined }],
	])('%s', (status, read) =>
		expect(readAwsProgress(reply(200, { status, reasonCode: 'ACTIONED' }))).toEqual(read),
	)

	test('a reason that is new is for a person, and nothing that is not a code comes through', () => {
		const done = (reasonCode: unknown) => readAwsProgress(reply(200, { status: 'COMPLETED', reasonCode }))
		expect(done('SOMETHING_NEW')).toEqual({ kind: 'done', outcome: undefined, code: 'SOMETHING_NEW' })
		for (const odd of [undefined, 5, 'a word', '__proto__', 'constructor'])
			expect(done(odd)).toMatchObject({ kind: 'done', outcome: undefined, code: '' })
	})

	test('faults are those of a receipt', () => {
		expect(readAwsProgress(reply(404))).toEqual({ kind: 'rejected', status: 404 })
		expect(readAwsProgress(reply(429, '', '2'))).toEqual({ kind: 'later', retryAfter: 2 })
	})
})
