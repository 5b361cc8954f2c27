import { languages } from '#base'
import { makeSafetyText, type SafetyText } from '#domains/guide'
import type { Category } from '../category.ts'
import type { Template } from './template.ts'

/** Categories of cases as the subjects of messages: topics of the website, or situations of the help finder. */
const subjects: Readonly<Partial<Record<Category, { topic?: string; situation?: string }>>> = {
	'abuse-material': { situation: 'abuse-seen' },
	'sexual-extortion': { topic: 'sexual-extortion', situation: 'threatened' },
	grooming: { topic: 'grooming', situation: 'stranger' },
	'intimate-images': { topic: 'intimate-images', situation: 'images-shared' },
	bullying: { topic: 'bullying', situation: 'mocked' },
	account: { topic: 'hacked-account', situation: 'account' },
	trafficking: { situation: 'exploited' },
}

/** Answers of the desk, as the messages of `content/safety` see them: who asked may be anybody it happened to. */
export const getSafetyTexts = (templates: readonly Template[]): SafetyText[] =>
	templates.flatMap(({ id, categories, words }) => {
		const about = categories === 'all' ? [] : categories.map((category) => subjects[category])
		return languages.map((language) =>
			makeSafetyText({
				file: `content/desk/templates/${id}/${language}.yaml`,
				template: id,
				topics: about.flatMap((subject) => subject?.topic ?? []),
				situations: about.flatMap((subject) => subject?.situation ?? []),
				askers: ['child', 'teen'],
				language,
				words: { reply: words[language].text },
				all: words[language].text,
			}),
		)
	})
