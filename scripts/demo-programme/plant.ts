/** Rows of the demonstration, written while its product does not run: sessions, campaigns, a study without an effect, actions that say that they are invented. */
import type { Kysely } from 'kysely'
import { addDays } from '../../src/lib/base/index.ts'
import { makeCampaign } from '../../src/lib/domains/programme/campaigns/server/index.ts'
import type { ProgrammePlace } from '../../src/lib/domains/programme/places/index.ts'
import { planSession } from '../../src/lib/domains/programme/sessions/planned/server/index.ts'
import { recordSession } from '../../src/lib/domains/programme/sessions/server/index.ts'
import type { Tables } from '../../src/server/process/database.ts'
import type { Crew } from './people.ts'
import { listYear, type Ground } from './year.ts'

type World = { db: Kysely<Tables>; crew: Crew; places: readonly ProgrammePlace[]; today: string }

const toGround = (places: readonly ProgrammePlace[]): Ground[] =>
	places
		.filter(({ kind }) => kind === 'region')
		.map(({ code }) => {
			const [first, ...others] = places.filter(({ parent }) => parent === code).map((one) => one.code)
			return { region: code, provinces: [first ?? '', ...others] }
		})

/** Answer: how many sessions were written. */
export const plantSessions = async ({ db, crew, places, today }: World): Promise<number> => {
	const desk = { db, places, now: () => new Date(), isPicked: () => false }
	const year = listYear(toGround(places), today)
	for (const { region, values } of year) {
		const trainer = crew.trainers.find((one) => one.region === region)
		if (trainer) await recordSession(desk, { values }, trainer)
	}
	for (const [at, trainer] of crew.trainers.entries()) {
		const province = places.find(({ parent }) => parent === trainer.region)?.code ?? ''
		const given = { setting: 'college', audience: 'teens', language: 'ar', lesson: 'true-or-trap' } as const
		await planSession(desk, { ...given, province, day: addDays(today, 3 + at * 2) }, trainer)
	}
	return year.length
}

const campaigns = [
	{ title: 'Internet plus sûr', event: 'safer-internet-day', begins: 60, channels: ['print', 'social'] },
	{
		title: 'Contre le harcèlement à l’école',
		event: 'school-bullying',
		begins: -30,
		channels: ['print', 'radio'],
	},
	{ title: 'Parents, parlons-en', event: undefined, begins: -150, channels: ['sms', 'social'] },
] as const

/** Answer: how many campaigns were made. */
export const plantCampaigns = async ({ db, crew, today }: World): Promise<number> => {
	for (const { title, event, begins, channels } of campaigns)
		await makeCampaign(
			db,
			{
				title: `Exemple inventé : ${title}`,
				event,
				channels,
				region: undefined,
				from: addDays(today, begins),
				until: addDays(today, begins + 14),
				audiences: ['teens', 'parents'],
				languages: ['ar', 'fr', 'zgh', 'en'],
			},
			{ person: crew.campaigner, now: new Date() },
		)
	return campaigns.length
}

const actions = [
	{
		id: 'i2-a101',
		state: 'begun',
		due: 90,
		title: {
			ar: 'مثال مختلَق: حصص في كل جهة',
			fr: 'Exemple inventé : des séances dans chaque région',
			zgh: 'ⴰⵎⴷⵢⴰ ⵉⵜⵜⵓⵙⵏⵓⵍⴼⴰⵏ: ⵜⵉⵎⵙⵉⵔⵉⵏ ⴳ ⴽⵓ ⵜⴰⵙⴳⴰ',
			en: 'Invented example: sessions in every region',
		},
	},
	{
		id: 'i2-a102',
		state: 'promised',
		due: -45,
		title: {
			ar: 'مثال مختلَق: دليل للآباء',
			fr: 'Exemple inventé : un guide pour les parents',
			zgh: 'ⴰⵎⴷⵢⴰ ⵉⵜⵜⵓⵙⵏⵓⵍⴼⴰⵏ: ⴰⵎⵏⵉⵔ ⵉ ⵉⵎⴰⵔⴰⵡⵏ',
			en: 'Invented example: a guide for parents',
		},
	},
] as const

/** Ids of the actions that say that all of this is invented. */
export const inventedActions = actions.map(({ id }) => id)

/** Actions that are marked as invented: what says so on every page. They wait to be published, by two persons. */
export const plantActions = async ({ db, crew, today }: World): Promise<void> => {
	for (const { id, state, due, title } of actions) {
		const dueOn = addDays(today, due)
		await db
			.insertInto('plan_action')
			.values({
				id,
				initiative: 'i2',
				state,
				audiences: 'teens parents',
				region: null,
				owner: null,
				title_ar: title.ar,
				title_fr: title.fr,
				title_zgh: title.zgh,
				title_en: title.en,
				reason_ar: '',
				reason_fr: '',
				reason_zgh: '',
				reason_en: '',
				promise: '',
				promise_language: '',
				promised_on: addDays(today, -200),
				due_first: dueOn,
				due_now: dueOn,
				ended_on: null,
				begun_on: state === 'begun' ? addDays(today, -190) : null,
				source: 'demonstration',
				is_demonstration: true,
				made_by: crew.lead.id,
				changed_on: today,
				version: 1,
				published_version: null,
			})
			.execute()
	}
}
