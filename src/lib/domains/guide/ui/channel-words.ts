import type { MessageKey } from '#messages'
import type { Words } from '#ui/words'
import type { Channel, Contact } from '../contact.ts'
import type { Openness } from '../opening-hours.ts'

/** Where a channel leads when it is pressed; `undefined` for a place one goes to. */
export const getChannelLink = (channel: Channel): string | undefined => {
	if (channel.type === 'phone') return `tel:${channel.value}`
	if (channel.type === 'whatsapp') return `https://wa.me/${channel.value.replace('+', '')}`
	return channel.type === 'in-person' ? undefined : channel.value
}

/**
 * A number to press at once: whose it is, and whether it stands beside those for danger. What answers at every hour needs no word on
 * it; a line that does not says so before it is dialled at night.
 */
type FirstCall = { number: string; name: string; hours: string | undefined; isBeside: boolean }

/** The numbers of doors to call, in their order; a door without a telephone has none. */
export const getFirstCalls = (contacts: readonly Contact[], words: Words): FirstCall[] =>
	contacts.flatMap(({ name, kind, channels }) => {
		const phone = channels.find(({ type }) => type === 'phone')
		if (!phone) return []
		const hours = phone.hours === 'always' ? undefined : getHoursText(phone, words)
		return [
			{
				number: phone.value,
				name: words.text(name[words.language]),
				hours,
				isBeside: kind !== 'emergency',
			},
		]
	})

/**
 * What pressing it does: the verb, "Call", and apart from it the number or address, "2511". A verb in Arabic beside a name that
 * begins with digits would turn the name round (`ma.2511`); without an address the verb says all.
 */
export const getChannelAct = (channel: Channel, { t }: Words): { verb: string; address?: string } => {
	if (channel.type === 'phone') return { verb: t('door.call'), address: channel.value }
	if (channel.type === 'whatsapp') return { verb: 'WhatsApp', address: channel.value }
	if (channel.type === 'in-person') return { verb: t(`place.${channel.value}`) }
	return { verb: t('door.open'), address: new URL(channel.value).host.replace(/^www\./u, '') }
}

/** Somebody may write or read there at any hour; that is no answer, and must not sound like one. */
const isSilent = (channel: Channel): channel is Channel & { type: 'web' | 'web-form' } =>
	(channel.type === 'web' || channel.type === 'web-form') && channel.hours === 'always'

/** The hours of a channel in words. */
export const getHoursText = (channel: Channel, { t, weekdays }: Words): string => {
	if (isSilent(channel)) return t(`hours.${channel.type}`)
	if ('hoursNote' in channel && channel.hoursNote === 'announced') return t('hours.announced')
	if (channel.hours === 'always') return t('hours.always')
	if (channel.hours === 'unknown') return t('hours.unknown')
	const { days, from, to } = channel.hours
	return t('hours.between', { days: days.length === 7 ? t('hours.every-day') : weekdays(days), from, to })
}

/** The message that says whether a channel answers now; `undefined` where its hours have said it all. */
export const findOpenKey = (channel: Channel, openness: Openness): MessageKey | undefined =>
	isSilent(channel) ? undefined : `open.${openness}`
