import type { Words } from '#ui/words'
import type { ContactChannel, Contact, Hours } from '../../contact.ts'
import type { OpenChannel } from '../../help-finder.ts'
import { isFresh, type Opening } from '../../opening-hours.ts'

/** Address of a channel; `undefined` for a place one goes to. */
export const getChannelLink = (channel: ContactChannel): string | undefined => {
	if (channel.type === 'phone') return `tel:${channel.value}`
	if (channel.type === 'whatsapp') return `https://wa.me/${channel.value.replace('+', '')}`
	return channel.type === 'in-person' ? undefined : channel.value
}

/**
 * A number to press at once: whose it is, and whether it stands beside those for danger. What answers at every hour needs no word on
 * it; a line that does not says so before it is dialled at night.
 */
type FirstCall = {
	number: string
	name: string
	brief: string
	hours: string | undefined
	between: string | undefined
	isBeside: boolean
}

/** The numbers of doors to call, in their order; a door without a telephone has none. */
export const getFirstCalls = (contacts: readonly Contact[], words: Words): FirstCall[] =>
	contacts.flatMap(({ name, brief, kind, channels }) => {
		const phone = channels.find(({ type }) => type === 'phone')
		if (!phone) return []
		const hours = phone.hours === 'always' ? undefined : getHoursText(phone, words)
		return [
			{
				number: phone.value,
				name: words.text(name[words.language]),
				brief: words.text((brief ?? name)[words.language]),
				hours,
				between: typeof phone.hours === 'string' ? undefined : `${phone.hours.from}-${phone.hours.to}`,
				isBeside: kind !== 'emergency',
			},
		]
	})

/**
 * Label of a channel: the verb, "Call", and apart from it the number or address, "2511". A verb in Arabic beside a name that
 * begins with digits would turn the name round (`ma.2511`); without an address the verb says all.
 */
export const getChannelAct = (channel: ContactChannel, { t }: Words): { verb: string; address?: string } => {
	if (channel.type === 'phone') return { verb: t('door.call'), address: channel.value }
	if (channel.type === 'whatsapp') return { verb: 'WhatsApp', address: channel.value }
	if (channel.type === 'in-person') return { verb: t(`place.${channel.value}`) }
	const verb = t(channel.type === 'web-form' ? 'door.write' : 'door.open')
	return { verb, address: new URL(channel.value).host.replace(/^www\./u, '') }
}

const isSilent = (channel: ContactChannel): channel is ContactChannel & { type: 'web' | 'web-form' } =>
	(channel.type === 'web' || channel.type === 'web-form') && channel.hours === 'always'

const writeHours = (hours: Hours, { t, weekdays }: Words): string => {
	if (typeof hours === 'string') return t(`hours.${hours}`)
	const { days, from, to } = hours
	return t('hours.between', { days: days.length === 7 ? t('hours.every-day') : weekdays(days), from, to })
}

/** The hours of a channel in words; where they were given long ago, with the day on which they were. */
export const getHoursText = (channel: ContactChannel, words: Words): string => {
	const { t, date } = words
	// Somebody may write or read there at any hour; that is no answer, and must not sound like one.
	if (isSilent(channel)) return t(`hours.${channel.type}`)
	if ('hoursNote' in channel && channel.hoursNote === 'announced') return t('hours.announced')
	const hours = writeHours(channel.hours, words)
	const from = 'hoursFrom' in channel ? channel.hoursFrom : undefined
	return from && !isFresh(from.date, new Date()) ? t('hours.as-of', { hours, date: date(from.date) }) : hours
}

/** Lists what other sources say of the hours of a channel, a line each. */
export const getOtherHours = (channel: ContactChannel, words: Words): { text: string; source: string }[] =>
	('alsoSaid' in channel ? (channel.alsoSaid ?? []) : []).map(({ hours, date, source }) => ({
		text: `${words.t('hours.also', { hours: writeHours(hours, words) })} (${date === null ? words.t('hours.undated') : words.date(date)})`,
		source,
	}))

/** State of a channel now: somebody, a form that can be filled in, or when somebody comes. */
export const getStateText = (channel: OpenChannel, words: Words): string => {
	const { t, weekdays } = words
	const { type, openness, opens, isRead } = channel
	const fill = (at: Opening): { day: string; time: string } => ({
		day: weekdays([at.weekday]),
		time: at.clock,
	})
	if (type === 'web') return t('door.site')
	if (type === 'in-person') return getHoursText(channel, words)
	if (type === 'web-form') {
		if (isRead) return t('door.write-read-now')
		return opens ? t('door.write-answered', fill(opens)) : t('door.write-now')
	}
	if (openness !== 'closed') return t(`open.${openness}`)
	if (!opens) return t('open.closed')
	return t(opens.isToday ? 'door.opens-today' : 'door.opens', fill(opens))
}
