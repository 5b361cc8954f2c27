import { checkVowels, ContentError, type Library } from '#domains/guide'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import { findShownFaults, type Scenes } from '../scene-library.ts'
import { loopFile, loopIds, type LoopEntry } from './loop-file.ts'

const folder = 'content/loops/'

const findLoopFaults = (
	{ id, still, topics, parts }: LoopEntry,
	{ scenes, library }: { scenes: Scenes; library: Pick<Library, 'topics'> },
): string[] => {
	const entry = scenes.all.find((scene) => scene.id === still)
	return [
		...(entry ? checkVowels([entry.title.ar]) : [`there is no picture ${still}`]),
		...topics
			.filter((topic) => !library.topics.some((one) => one.id === topic))
			.map((topic) => `there is no topic ${topic}`),
		...parts.flatMap(({ poses }) =>
			poses.flatMap(({ shows }) => findShownFaults({ id, shows }, scenes.cast)),
		),
	]
}

/**
 * Reads the pictures that move and holds them against people, things, pictures and topics that there are.
 *
 * @param files - text by path from the project's root; others than `content/loops` are left
 * @throws ContentError with every fault and its file
 */
export const buildLoops = (
	files: ReadonlyMap<string, string>,
	known: { scenes: Scenes; library: Pick<Library, 'topics'> },
): LoopEntry[] => {
	const wrong: string[] = []
	const loops = [...files.keys()]
		.filter((file) => file.startsWith(folder))
		.sort()
		.flatMap((file) => {
			const parsed = parseTypedYaml(files.get(file) ?? '', loopFile)
			if (!parsed.ok) {
				wrong.push(...parsed.issues.map(({ path, message }) => `${file}:${path}: ${message}`))
				return []
			}
			const id = loopIds.find((one) => file === `${folder}${one}.yaml`)
			if (!id) {
				wrong.push(`${file}:1: nothing says what this loop tells`)
				return []
			}
			const loop = { ...parsed.value, id }
			wrong.push(...findLoopFaults(loop, known).map((fault) => `${file}:1: ${fault}`))
			return [loop]
		})
	if (wrong.length > 0) throw new ContentError(`content cannot be shown:\n${wrong.join('\n')}`)
	return loops
}
