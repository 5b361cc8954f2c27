import type { Language } from '#base'
import { checkedOn, line, slug } from '#domains/guide'
import * as v from 'valibot'
import { acts } from './provision.ts'
import { ground, inLawLanguages, lawId, lawReview } from './law-words.ts'

/** Schema of one entry of `content/law/situations.yaml`. */
export const lawSituation = v.strictObject({
	id: lawId,
	/** Its name among jurists. What the person who lives it would say is the title of its words. */
	name: inLawLanguages,
	/** Ids of `content/topics/topics.yaml`. */
	topics: v.pipe(v.array(slug), v.nonEmpty('must name at least one topic')),
	/** Ids of `content/help/situations.yaml`. */
	help: v.array(slug),
	/** Articles that may apply, and when. */
	provisions: v.pipe(
		v.array(v.strictObject({ id: lawId, role: lawId })),
		v.nonEmpty('must name at least one provision'),
	),
	/** For each sentence of `they` in the words: the articles that its penalty words come from, and for which acts. */
	they: v.array(
		v.strictObject({
			from: v.pipe(v.array(lawId), v.nonEmpty('must name at least one provision')),
			acts: v.optional(v.array(v.picklist(acts)), []),
		}),
	),
	says: inLawLanguages,
	cautions: inLawLanguages,
	/** The gap in the law; `null` where nothing is known to be missing. */
	gap: v.nullable(inLawLanguages),
	/** Ids of `content/country/contacts.yaml`, first the one to go to first. */
	doors: v.pipe(v.array(slug), v.nonEmpty('must name at least one door')),
	...ground,
})

const answers = v.strictObject({
	says: line(600),
	report: line(600),
	/** Can I get into trouble? */
	trouble: line(700),
	next: line(600),
	/** Do my parents hear of it? */
	parents: line(600),
})

/** Schema of `content/law/situations/<id>/<lang>.yaml`. */
export const lawSituationWords = v.strictObject({
	title: line(70),
	children: answers,
	teens: answers,
	adults: v.strictObject({
		law: line(1500),
		gap: line(900),
		/** Risk of those who do it. */
		they: v.pipe(v.array(line(350)), v.nonEmpty('must have at least one sentence')),
		/** Words for a complaint, with … where the person fills in. */
		complaint: line(900),
		/** Proof to keep. */
		keep: v.pipe(v.array(line(160)), v.minLength(2), v.maxLength(8)),
	}),
	review: v.strictObject({ native: lawReview, jurist: lawReview }),
	checked: checkedOn,
})
export type LawSituationWords = v.InferOutput<typeof lawSituationWords>

/** Something that happens to people, and the law that answers it. */
export type LawSituation = v.InferOutput<typeof lawSituation> & {
	words: Partial<Record<Language, LawSituationWords>>
	/** One of its topics raises the help panel. */
	raisesHelpPanel: boolean
}

/** Schema of `content/law/situations.yaml`. */
export const lawSituationsFile = v.array(lawSituation)
