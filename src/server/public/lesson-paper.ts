/** Beside the words of a lesson on paper: numbers of the country, and scenes. */
import type { Locale } from '#base'
import { getDoors, getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { getPaperScene, type PaperScene } from '#domains/scenes/server'
import type { LessonView } from '#domains/skills'
import type { LessonPart } from '#domains/skills/lesson'
import type { Words } from '#ui/words'

/** Numbers that a teacher can call, danger first: what the card for disclosures speaks of. */
export const getNumbers = (words: Words): { name: string; number: string }[] =>
	[...getEmergency(library), ...getDoors(library, ['emc-helpline'])].flatMap(({ name, channels }) =>
		channels
			.filter(({ type }) => type === 'phone' || type === 'whatsapp')
			.slice(0, 1)
			.map(({ value }) => ({
				name: words.text(name[words.language]),
				number: `\u2066${value}\u2069`,
			})),
	)

/** Numbers for a wall and a card: who listens to children before who comes running, three at most. */
export const getWallNumbers = (words: Words): { name: string; number: string }[] =>
	getEmergency(library)
		.toSorted((a, b) => Number(a.kind === 'emergency') - Number(b.kind === 'emergency'))
		.flatMap(({ name, brief, channels }) => {
			const phone = channels.find(({ type }) => type === 'phone')
			return phone
				? [{ name: words.text((brief ?? name)[words.language]), number: `\u2066${phone.value}\u2069` }]
				: []
		})
		.slice(0, 3)

/** Scenes that a part shows. */
export const getPaperScenes = ({ paper }: LessonView, part: LessonPart, locale: Locale) => {
	const paint = (id: string): PaperScene => getPaperScene(id, locale, 'painted')
	const line = (id: string): PaperScene => getPaperScene(id, locale, 'lines')
	if (part === 'slides') return { slides: paper.slides.map(paint) }
	if (part === 'sheet')
		return {
			tell: paper.tell.map(line),
			...(paper.colour !== undefined && { colour: line(paper.colour) }),
		}
	return part === 'teacher' ? {} : { poster: paint(paper.poster) }
}

/** Words of the sheets that are not the lesson's own. */
export const getPaperLabels = ({ t }: Words, view: LessonView) => ({
	aims: t('lesson.aims'),
	prepare: t('lesson.prepare'),
	plan: t('lesson.plan'),
	teacher: t('lesson.teacher'),
	pupils: t('lesson.pupils'),
	questions: t('lesson.talk.questions'),
	together: t('lesson.talk.together'),
	colour: t('lesson.to-colour'),
	cut: t('lesson.to-cut'),
	write: t('lesson.to-write'),
	fold: t('lesson.fold'),
	school: t('lesson.at-school'),
	sheet: t('lesson.sheet'),
	talk: t('lesson.talk'),
	before: t('told.before'),
	do: t('told.do'),
	dont: t('told.dont'),
	say: t('told.say'),
	after: t('told.after'),
	minutes: view.plan.map(({ minutes }) => t('lesson.minutes', { n: minutes })),
	review: t('review.none', {
		who: `${t('review.native')} ${t('review.and')} ${t('review.specialist')}`,
	}),
	numbers: t('page.who-helps'),
})
