/** Words of materials come from our own pages and lessons: what was checked once is not written anew. */
import { sha256 } from '@noble/hashes/sha2.js'
import { toHex, type Language } from '#base'
import { audiences, getEmergency, isAudience, type Library } from '#domains/guide'
import type { CampaignAudience } from './campaign.ts'

/** Name of a pictogram. */
type PictureName = Library['topics'][number]['picture']

/** A lesson, as far as it brings the words of a poster. */
export type PosterLesson = {
	id: string
	readers: string
	picture: PictureName
	words: Partial<
		Record<Language, { poster: { title: string; lines: readonly string[] }; review: { native: unknown } }>
	>
}

/** Everything that words can come from. */
export type SourceShelf = { library: Library; lessons: readonly PosterLesson[] }

/** Words of a source in one language. */
export type MaterialSource = {
	/** `topic/bullying/teens` or `lesson/true-or-trap`. */
	id: string
	language: Language
	audience: CampaignAudience
	title: string
	lines: readonly string[]
	picture: PictureName
	/** Numbers to call that stand at the foot of everything printed. */
	numbers: readonly { name: string; number: string }[]
	/** No native reader has read it yet: it is said on what is made of it. */
	isUnreviewed: boolean
	/** Path of the page that a code leads to: `/fr/teens/bullying`. */
	target: string
	/** SHA-256 of all words above, in hex: when it changes, what was made of it is stale. */
	hash: string
}

type Found = Pick<MaterialSource, 'audience' | 'title' | 'lines' | 'picture' | 'isUnreviewed' | 'target'>

const findTopic = (
	{ library }: SourceShelf,
	[topic, audience]: readonly string[],
	language: Language,
): Found | undefined => {
	const page = library.pages.find(
		(one) => one.topic === topic && one.audience === audience && one.language === language,
	)
	const picture = library.topics.find(({ id }) => id === topic)?.picture
	if (!page || !picture) return undefined
	return {
		audience: page.audience,
		title: page.title,
		lines: page.now,
		picture,
		isUnreviewed: page.review.native === 'none',
		target: `/${language}/${page.audience}/${page.topic}`,
	}
}

const findLesson = (
	{ lessons }: SourceShelf,
	[id]: readonly string[],
	language: Language,
): Found | undefined => {
	const lesson = lessons.find((one) => one.id === id)
	const words = lesson?.words[language]
	if (!lesson || !words) return undefined
	return {
		audience: isAudience(lesson.readers) ? lesson.readers : 'teens',
		title: words.poster.title,
		lines: words.poster.lines,
		picture: lesson.picture,
		isUnreviewed: words.review.native === 'none',
		target: `/${language}/skills/lessons/${lesson.id}`,
	}
}

/** First number of each door: who listens to children before who comes running, three at most. */
const listNumbers = ({ library }: SourceShelf, language: Language): MaterialSource['numbers'] =>
	getEmergency(library)
		.toSorted((a, b) => Number(a.kind === 'emergency') - Number(b.kind === 'emergency'))
		.flatMap(({ name, channels }) => {
			const phone = channels.find(({ type }) => type === 'phone')
			return phone ? [{ name: name[language], number: phone.value }] : []
		})
		.slice(0, 3)

const seal = ({ title, lines }: Found, numbers: MaterialSource['numbers']): string => {
	const words = ['thiqa/source/v1', title, ...lines, ...numbers.flatMap(({ name, number }) => [name, number])]
	return toHex(sha256(new TextEncoder().encode(words.join('\n'))))
}

/** A source in one language; `undefined` where it has no words in it: another language never stands in. */
export const findSource = (
	shelf: SourceShelf,
	id: string,
	language: Language,
): MaterialSource | undefined => {
	const [kind, ...rest] = id.split('/')
	const find = kind === 'topic' ? findTopic : kind === 'lesson' ? findLesson : undefined
	const found = find?.(shelf, rest, language)
	if (!found) return undefined
	const numbers = listNumbers(shelf, language)
	return { id, language, ...found, numbers, hash: seal(found, numbers) }
}

/** A source to choose, with its title in the language of whoever chooses, or in the first that it has. */
export type SourceChoice = {
	id: string
	audience: CampaignAudience
	title: string
	languages: readonly Language[]
}

/** Every source for these audiences, those with most of the languages first. */
export const listSources = (
	shelf: SourceShelf,
	wanted: readonly CampaignAudience[],
	languages: readonly Language[],
): SourceChoice[] => {
	const ids = [
		...shelf.library.topics.flatMap(({ id }) => audiences.map((audience) => `topic/${id}/${audience}`)),
		...shelf.lessons.map(({ id }) => `lesson/${id}`),
	]
	return ids
		.flatMap((id) => {
			const found = languages.flatMap((language) => findSource(shelf, id, language) ?? [])
			const [first] = found
			if (!first || !wanted.includes(first.audience)) return []
			const { audience, title } = first
			return [{ id, audience, title, languages: found.map(({ language }) => language) }]
		})
		.sort((a, b) => b.languages.length - a.languages.length)
}
