import type { MessageKey } from '#messages'
import type { Words } from '#ui/words'
import type { Channel } from '../contact.ts'
import type { Openness } from '../opening-hours.ts'

/** Where a channel leads when it is pressed; `undefined` for a place one goes to. */
export const getChannelLink = (channel: Channel): string | undefined => {
	if (channel.type === 'phone') return `tel:${channel.value}`
	if (channel.type === 'whatsapp') return `https://wa.me/${channel.value.replace('+', '')}`
	return channel.type === 'in-person' ? undefined : channel.value
}

/** What pressing it does, in words: "Call 2511". */
export const getChannelLabel = (channel: Channel, { t }: Words): string => {
	if (channel.type === 'phone') return `${t('door.call')} ${channel.value}`
	if (channel.type === 'whatsapp') return `WhatsApp ${channel.value}`
	if (channel.type === 'in-person') return t(`place.${channel.value}`)
	return `${t('door.open')} ${new URL(channel.value).host.replace(/^www\./u, '')}`
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
