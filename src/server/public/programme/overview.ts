import type { Language } from '#base'
import { audiences } from '#domains/guide'
import { library } from '#domains/guide/server'
import { getFigures } from '#domains/law'
import { law } from '#domains/law/server'
import type { Overview } from '#domains/programme/overview'
import { targets } from '#domains/protect'
import { protection } from '#domains/protect/server'
import { skills } from '#domains/skills/server'

type Review = { native: unknown; specialist: unknown; jurist?: unknown }

/** Texts that a reviewer of this kind has to read, and those that one has signed. */
const count = (reviews: readonly Review[], kind: keyof Review): { done: number; of: number } => {
	const own = reviews.map((review) => review[kind]).filter((state) => state !== undefined)
	return { done: own.filter((state) => state !== 'none').length, of: own.length }
}

const getReviews = (): Overview['reviews'] => {
	const toReviews = (words: Partial<Record<Language, { review: Review }>>): Review[] =>
		Object.values(words).map(({ review }) => review)
	const reviews: Review[] = [
		...[...library.pages, ...library.answers].map(({ review }) => review),
		...skills.scenarios.flatMap(({ words }) => toReviews(words)),
		...skills.quizzes.flatMap(({ words }) => toReviews(words)),
		...skills.lessons.flatMap(({ words }) => toReviews(words)),
		...protection.guides.flatMap(({ words }) => toReviews(words)),
	]
	const { read } = getFigures(law)
	const jurist = count(reviews, 'jurist')
	return {
		native: count(reviews, 'native'),
		specialist: count(reviews, 'specialist'),
		jurist: { done: jurist.done + read.done, of: jurist.of + read.of },
	}
}

/** Counts the content that this build holds. */
export const getOverview = (): Overview => {
	const { instruments, provisions, mappings, counts, questions } = getFigures(law)
	return {
		day:
			law.instruments
				.map(({ status }) => status.asOf)
				.sort()
				.at(-1) ?? '',
		counts: {
			pages: library.pages.length,
			answers: library.answers.length,
			stories: skills.scenarios.length,
			quizzes: skills.quizzes.length,
			lessons: skills.lessons.length,
			guides: protection.guides.length,
			targets: targets.length,
			doors: library.contacts.filter(({ status }) => status === 'active').length,
			texts: instruments,
			provisions,
			rows: mappings,
			gaps: counts.gap,
		},
		topics: library.topics.map(({ id, title }) => ({
			title,
			languages: audiences.map((audience) =>
				library.pages
					.filter((page) => page.topic === id && page.audience === audience)
					.map(({ language }) => language),
			),
		})),
		reviews: getReviews(),
		ran: new Set(protection.proofs.filter(({ kind }) => kind === 'ran').map(({ target }) => target)).size,
		questions: questions.open,
	}
}
