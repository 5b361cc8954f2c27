import type { TopicPage } from '../page/topic-page.ts'

const recorded = import.meta.glob<string>('/content/topics/*/*/*.opus', {
	query: '?url&no-inline',
	import: 'default',
	eager: true,
})

/**
 * Address of the recording of a page read aloud; `undefined` where nobody has recorded it yet.
 *
 * @param tracks - path of a recording to its address; for tests
 */
export const findTrack = (
	{ topic, audience, language }: Pick<TopicPage, 'topic' | 'audience' | 'language'>,
	tracks: Readonly<Record<string, string>> = recorded,
): string | undefined => tracks[`/content/topics/${topic}/${audience}/${language}.opus`]
