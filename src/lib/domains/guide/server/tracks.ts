import type { Language } from '#base'
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

const voices = import.meta.glob<string>('/content/topics/*/children/voice/*.opus', {
	query: '?url&no-inline',
	import: 'default',
	eager: true,
})

/**
 * Addresses of the recordings of a child's cards, in their order; `undefined` for a card that nobody has read aloud.
 *
 * @param of - the topic, the language, how many cards
 * @param recordings - path of a recording to its address; for tests
 */
export const findVoices = (
	{ topic, language, count }: { topic: string; language: Language; count: number },
	recordings: Readonly<Record<string, string>> = voices,
): (string | undefined)[] =>
	Array.from(
		{ length: count },
		(_, index) => recordings[`/content/topics/${topic}/children/voice/${language}-${index + 1}.opus`],
	)
