import type { Language } from '#base'
import { pickWords, type InLanguage } from '#domains/guide'
import { toQuizItems, type QuizItem } from '../quiz/quiz-view.ts'
import { toScenarioCard, type ScenarioCard } from '../scenario/scenario-view.ts'
import type { Skills } from '../skills-library.ts'
import type { KitWords } from './kit.ts'
import type { StaffModule, StaffModuleWords } from './staff.ts'

/** A module as the list of the path shows it. */
export type ModuleCard = Pick<StaffModule, 'id' | 'picture'> & {
	title: string
	summary: string
	language: Language
}

/** A module's page. Texts are as written; `language` says whose they are. */
export type ModuleView = InLanguage<StaffModuleWords> &
	Pick<StaffModule, 'id' | 'picture' | 'law' | 'topics'> & {
		number: number
		of: number
		items: QuizItem[]
		story: ScenarioCard | undefined
		next: ModuleCard | undefined
	}

const toCard = ({ id, picture, words }: StaffModule, language: Language): ModuleCard[] => {
	const picked = pickWords(words, language)
	if (!picked) return []
	return [
		{ id, picture, title: picked.words.title, summary: picked.words.summary, language: picked.language },
	]
}

/** The modules in their order. */
export const getModuleCards = ({ staff }: Skills, language: Language): ModuleCard[] =>
	staff.modules.flatMap((one) => toCard(one, language))

/** A module in `language` or the nearest one that has it; `undefined` when there is none. */
export const findModuleView = (skills: Skills, id: string, language: Language): ModuleView | undefined => {
	const { modules } = skills.staff
	const index = modules.findIndex((one) => one.id === id)
	const found = modules[index]
	const picked = found && pickWords(found.words, language)
	if (!found || !picked) return undefined
	const story = skills.scenarios.find((scenario) => scenario.id === found.story)
	const after = modules[index + 1]
	const { picture, law, topics } = found
	return {
		...picked,
		id,
		picture,
		law,
		topics,
		number: index + 1,
		of: modules.length,
		items: toQuizItems(picked.words.check, found.right.check),
		story: story && toScenarioCard(story, language)[0],
		next: after && toCard(after, language)[0],
	}
}

/** The module whose story this is; `undefined` when none tells it. */
export const findModuleOfStory = ({ staff }: Skills, story: string): string | undefined =>
	staff.modules.find((one) => one.story === story)?.id

/** The kit in `language` or the nearest one that has it. Throws when no language has it. */
export const getKit = ({ staff }: Skills, language: Language): InLanguage<KitWords> => {
	const picked = pickWords(staff.kit, language)
	if (!picked) throw new Error('getting the kit for schools: no language has it')
	return picked
}
