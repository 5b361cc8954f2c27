import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeStandard } from '../../../../../tests/support/standards.ts'
import { parseFeedback, parseFetchQuery, toHashPage, type HashRecord } from './index.ts'

const record = (place: number, more: Partial<HashRecord> = {}): HashRecord => ({
	kind: 'pdq',
	value: '00'.repeat(32),
	status: 'Active',
	place,
	at: new Date(1_795_514_400_000),
	reference: `MA-${place}`,
	...more,
})

describeStandard('ncmec-stopncii', (folder) => {
	test('a page has the form that others have read', () => {
		const sample = JSON.parse(readFileSync(join(folder, 'stopncii-sample.json'), 'utf8')) as object
		const page = toHashPage(
			[
				record(0),
				record(3, { value: '33'.repeat(32), status: 'Withdrawn', at: new Date(1_795_514_401_000) }),
			],
			{ since: new Date(0), hasMore: true },
		)
		expect({ ...page, nextPageToken: '' }).toEqual({ ...sample, nextPageToken: '' })
	})
})

describe('pages', () => {
	test('chained by their tokens give every record once, in order', () => {
		const all = Array.from({ length: 25 }, (_, place) => record(place + 1))
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 30 }), (pageSize) => {
				const seen: string[] = []
				for (let token = ''; ;) {
					const query = new URLSearchParams({
						startTimestamp: '10',
						pageSize: String(pageSize),
						nextPageToken: token,
					})
					const asked = parseFetchQuery(query)
					if (!asked.ok) throw new Error('refused')
					const { after = 0, limit, since } = asked.value
					const rest = all.filter(({ place }) => place > after)
					const page = toHashPage(rest.slice(0, limit), { since, hasMore: rest.length > limit })
					seen.push(...page.hashRecords.flatMap(({ caseNumbers }) => Object.keys(caseNumbers)))
					token = page.nextPageToken
					if (!page.hasMoreRecords) break
				}
				expect(seen).toEqual(all.map(({ reference }) => reference))
			}),
		)
	})

	test('an empty one asks from the same second again', () => {
		const since = new Date(1_795_514_400_000)
		expect(toHashPage([], { since, hasMore: false })).toMatchObject({
			nextPageToken: '',
			nextSetTimestamp: 1_795_514_400,
		})
	})

	test.each([
		['startTimestamp', '-1'],
		['startTimestamp', '9999999999999999'],
		['pageSize', '0'],
		['pageSize', 'many'],
		['nextPageToken', 'MQ=='],
	])('%s=%s is refused by its name', (name, value) => {
		expect(parseFetchQuery(new URLSearchParams({ [name]: value }))).toMatchObject({
			ok: false,
			issues: [{ path: name }],
		})
	})
})

describe('parseFeedback()', () => {
	const one = { hashValue: 'AB'.repeat(32), feedbackValue: 'Blocked', tags: ['any word'] }
	test('reads digests and values, also as Python writes an enum, and drops the tags', () => {
		const blocked = { value: 'ab'.repeat(32), feedback: 'Blocked' }
		expect(parseFeedback({ count: 1, hashFeedbacks: [one] })).toEqual([blocked])
		const python = { ...one, feedbackValue: 'StopNCIICSPFeedbackValue.None_' }
		expect(parseFeedback({ hashFeedbacks: [python] })).toEqual([{ ...blocked, feedback: 'None' }])
	})

	test.each([
		[{}],
		[{ hashFeedbacks: [] }],
		[{ hashFeedbacks: [{ ...one, hashValue: 'https://a.example/' }] }],
		[{ hashFeedbacks: [{ ...one, feedbackValue: 'Loved' }] }],
		[{ hashFeedbacks: Array(501).fill(one) }],
	])('refuses what is no such message', (body) => {
		expect(parseFeedback(body)).toBeUndefined()
	})
})
