import { expect, test } from 'vitest'
import { findTrack, findVoices } from './tracks.ts'

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

test('findVoices() gives each card its own recording, and none where nobody has read it', () => {
	const recordings = { '/content/topics/scams/children/voice/ar-2.opus': '/_app/ar-2.opus' }
	const of = { topic: 'scams', language: 'ar', count: 3 } as const
	expect(findVoices(of, recordings)).toEqual([undefined, '/_app/ar-2.opus', undefined])
	expect(findVoices({ ...of, language: 'fr' }, recordings)).toEqual([undefined, undefined, undefined])
})
