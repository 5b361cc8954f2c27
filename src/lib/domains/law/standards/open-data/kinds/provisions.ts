import { doublings, penaltyRules, provisionKinds, type Provision } from '../../../corpus/provision.ts'
import { findArticleEliPath } from '../../eli/eli.ts'
import { fieldsOf } from './field.ts'
import { makeKind, toGroundFields } from './kind.ts'

const f = fieldsOf<Provision>()

/** Articles, with what they threaten with. */
export const provisions = makeKind(
	'provisions',
	'Articles of instruments; an article that threatens differently under other conditions has a record for each',
	(law) => law.provisions,
	[
		f.id('id', 'Permanent id', ({ id }) => id),
		f.path(
			'eli',
			'ELI-style address of the article, relative to the site',
			(it, law) => findArticleEliPath(law, it) ?? null,
		),
		f.id('instrument', 'Id in instruments', ({ instrument }) => instrument),
		f.choice('level', 'Moroccan or between states', ['national', 'international'], ({ level }) => level),
		f.text('article', 'The article, as the text counts', ({ article }) => article),
		f.choice(
			'variant',
			'agg: aggravated; dbl: doubled; public: committed in public; effect: followed by effect',
			['agg', 'dbl', 'public', 'effect'],
			({ variant }) => variant ?? null,
		),
		f.text('variant_of', 'Id of the record of the plain article', ({ variantOf }) => variantOf ?? null),
		f.choice('kind', 'What it does', provisionKinds, ({ kind }) => kind),
		f.list('tags', 'What it is about', ({ tags }) => tags),
		...f.texts('title', 'A title of ours', ({ title }) => title),
		...f.texts('says', 'What it says, in our own words; never the text of the law', ({ says }) => says),
		f.choice(
			'penalty_rule',
			'How prison and fine go together',
			penaltyRules,
			({ penalty }) => penalty?.rule ?? null,
		),
		f.choice(
			'prison_kind',
			'habs: emprisonnement, for a délit; sijn: réclusion, for a crime; life',
			['habs', 'sijn', 'life'],
			({ penalty }) => penalty?.prison?.kind ?? null,
		),
		f.count('prison_months_from', 'Months of prison, least', ({ penalty }) => penalty?.prison?.from ?? null),
		f.count('prison_months_to', 'Months of prison, most', ({ penalty }) => penalty?.prison?.to ?? null),
		f.count('fine_mad_from', 'Fine in dirhams, least', ({ penalty }) => penalty?.fine?.from ?? null),
		f.count('fine_mad_to', 'Fine in dirhams, most', ({ penalty }) => penalty?.fine?.to ?? null),
		f.count(
			'legal_person_fine_mad_from',
			'Fine for legal persons in dirhams, least',
			({ penalty }) => penalty?.legalPersonFine?.from ?? null,
		),
		f.count(
			'legal_person_fine_mad_to',
			'Fine for legal persons in dirhams, most',
			({ penalty }) => penalty?.legalPersonFine?.to ?? null,
		),
		{
			...f.list(
				'doubled_if',
				'Conditions that double the penalty',
				({ penalty }) => penalty?.doubledIf ?? [],
			),
			schema: { type: 'array', items: { enum: doublings } },
		},
		f.choice(
			'victim_minor',
			'A victim under 18 makes the offence (element) or makes it worse (aggravating)',
			['element', 'aggravating', 'none'],
			({ victimMinor }) => victimMinor,
		),
		f.flag('attempt_punished', 'null: this article does not say', ({ attemptPunished }) => attemptPunished),
		f.list(
			'changed_by',
			'Ids of the instruments that added or changed it, oldest first',
			({ changedBy }) => changedBy,
		),
		f.day(
			'since',
			'First day on which it reads so; null where no source shows it',
			({ since }) => since?.day ?? null,
		),
		f.text('since_basis', 'How that day is known, in English', ({ since }) => since?.basis ?? null),
		...toGroundFields<Provision>(),
	],
)
