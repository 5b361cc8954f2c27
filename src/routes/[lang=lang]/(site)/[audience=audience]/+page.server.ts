import { getLanguage, locales } from '#base'
import { audiences, getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { getScenarioCards } from '#domains/skills'
import { skills } from '#domains/skills/server'
import { getModuleCards } from '#domains/skills/staff'
import { getChats, getLessonCards, getSeenDoors, getTalk, getTopicTiles } from '#server/public/ways/hub'
import { createHubPictures } from '#server/public/ways/hub-sheet'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => audiences.map((audience) => ({ lang, audience })))

export const load: PageServerLoad = ({ params: { audience, lang } }) => {
	const language = getLanguage(lang)
	const find = createHubPictures(audience, lang)
	const isFor = (...some: (typeof audience)[]): boolean => some.includes(audience)
	const duty = getModuleCards(skills, language).find(({ id }) => id === 'law-and-duty')
	return {
		audience,
		emergency: getEmergency(library),
		topics: getTopicTiles(audience, lang),
		/** Children and witnesses see at once what they choose from. */
		head: isFor('children', 'citizens') ? undefined : find({ page: audience }),
		pictures: Object.fromEntries(
			[
				...(isFor('parents') ? ['phone-android', 'phone-iphone', 'phone-shared', 'talk-first', 'plan'] : []),
				...(isFor('teachers') ? ['told'] : []),
				...(isFor('children') ? ['derb', 'loops'] : []),
			].map((page) => [page, find({ page })]),
		),
		seen: isFor('citizens') ? getSeenDoors(lang) : [],
		talk: isFor('parents') ? getTalk(lang) : [],
		lessons: isFor('teachers') ? getLessonCards(lang) : [],
		duty: isFor('teachers') ? duty : undefined,
		chats: isFor('teens') ? getChats(lang) : [],
		stories: isFor('parents')
			? getScenarioCards(skills, language, ({ readers }) => readers === 'parents').map(
					({ id, title, language: own }) => ({
						href: `/${lang}/skills/play/${id}`,
						title,
						language: own,
						scene: find({ story: id }),
					}),
				)
			: [],
	}
}
