/** Parts of the forms of campaigns. */
import { languages } from '#base'
import { audiences } from '#domains/guide'
import { channels } from '#domains/programme/campaigns'
import * as v from 'valibot'
import { aDay, someOf } from '../form-parts.ts'

/** Fields of a campaign, without its region. */
export const campaignFields = {
	title: v.pipe(v.string(), v.maxLength(200)),
	event: v.pipe(
		v.string(),
		v.regex(/^[a-z0-9-]{0,60}$/u),
		v.transform((id) => (id === '' ? undefined : id)),
	),
	from: aDay,
	until: aDay,
	audience: someOf(audiences),
	language: someOf(languages),
	channel: someOf(channels),
}

type Fields = v.InferOutput<ReturnType<typeof v.object<typeof campaignFields, undefined>>>

/** The filled fields, as the rules name them. */
export const toDraft = ({ title, event, from, until, audience, language, channel }: Fields) => ({
	title,
	event,
	from,
	until,
	audiences: audience,
	languages: language,
	channels: channel,
})
