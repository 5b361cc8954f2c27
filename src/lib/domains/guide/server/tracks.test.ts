import { expect, test } from 'vitest'
import { findTrack } from './tracks.ts'

const page = { topic: 'bullying', audience: 'children', language: 'ar' } as const
const tracks = { '/content/topics/bullying/children/ar.opus': '/_app/immutable/assets/ar.1234.opus' }

test('findTrack() finds the recording that stands beside the words of the page', () => {
	expect(findTrack(page, tracks)).toBe('/_app/immutable/assets/ar.1234.opus')
})

test('findTrack() finds nothing for a page, reader or language that nobody has recorded', () => {
	expect(findTrack({ ...page, language: 'fr' }, tracks)).toBeUndefined()
	expect(findTrack({ ...page, audience: 'teens' }, tracks)).toBeUndefined()
	expect(findTrack({ ...page, topic: 'scams' }, tracks)).toBeUndefined()
})
