import { languages } from '#base'
import { checkAddresses, checkVowels, ContentError, toWords, type Library } from '#domains/guide'
import type { Scenes } from '#domains/scenes'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import { storiesFile, type Derb, type Story } from './derb-file.ts'

export const derbFile = 'content/derb/stories.yaml'
/** Words under a picture at most, in every language: more are not read at nine. */
const mostWords = 12

/** Every picture of a story, in the order in which it is met. */
export const listPictures = ({ panels, choices, door }: Story): string[] => [
	...panels,
	...choices.flatMap(({ scene, then }) => [scene, ...(then === undefined ? [] : [then])]),
	door,
]

const findWordFaults = (title: Record<(typeof languages)[number], string>): string[] =>
	languages.flatMap((language) => {
		const count = toWords(title[language]).length
		return [
			...(count > mostWords ? [`${language}: ${count} words, at most ${mostWords}`] : []),
			...[...checkAddresses(title[language]), ...(language === 'ar' ? checkVowels([title.ar]) : [])].map(
				(fault) => `${language}: ${fault}`,
			),
		]
	})

const findStoryFaults = (story: Story, scenes: Scenes, topics: Library['topics']): string[] => {
	const topic = topics.find(({ id }) => id === story.topic)
	return [
		...(topic?.audiences.includes('children') ? [] : [`there is no topic ${story.topic} for children`]),
		...(story.choices.some(({ then }) => then === undefined) ? [] : ['no choice opens the door']),
		...listPictures(story).flatMap((id) => {
			const entry = scenes.all.find((scene) => scene.id === id)
			if (!entry) return [`there is no picture ${id}`]
			const isOfAnother =
				entry.pages.length > 0 || (entry.card ?? entry.story ?? entry.lesson ?? entry.page) !== undefined
			return [
				...(isOfAnother ? [`${id} is the picture of something else`] : []),
				...findWordFaults(entry.title).map((fault) => `${id}, ${fault}`),
			]
		}),
	]
}

/**
 * Reads the stories of the street and holds them against pictures and topics: each picture is there and stands for one thing, its words are
 * few and have their vowel marks, and in every story a choice opens the door.
 *
 * @param files - text by path from the project's root
 * @throws ContentError with every fault
 */
export const buildDerb = (
	files: ReadonlyMap<string, string>,
	{ scenes, library }: { scenes: Scenes; library: Pick<Library, 'topics'> },
): Derb => {
	const parsed = parseTypedYaml(files.get(derbFile) ?? '', storiesFile)
	const shown = parsed.ok ? parsed.value.flatMap(listPictures) : []
	const faults = parsed.ok
		? [
				...parsed.value.flatMap((story) =>
					findStoryFaults(story, scenes, library.topics).map((fault) => `1: ${story.id}: ${fault}`),
				),
				...shown.filter((id, index) => shown.indexOf(id) !== index).map((id) => `1: ${id} stands twice`),
			]
		: parsed.issues.map(({ path, message }) => `${path}: ${message}`)
	if (!parsed.ok || faults.length > 0)
		throw new ContentError(
			`content cannot be shown:\n${faults.map((fault) => `${derbFile}:${fault}`).join('\n')}`,
		)
	return parsed.value
}
