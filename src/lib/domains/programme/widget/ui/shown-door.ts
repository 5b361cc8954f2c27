import type { Locale } from '#base'
import { getChannelLink, getHoursText } from '#domains/guide/ui/door'
import { createWords } from '#ui/words'
import type { ChosenDoor, When } from '../widget-doors.ts'

/** A door in words: a number to press, whose it is, when somebody answers. */
export type ShownDoor = {
	/** `2511`, or the name of the service. */
	number: string
	/** The number with what to do with it, for who hears it: "Call 2511". */
	act: string
	href: string
	name: string
	hours: string
	languages: string
	when: When
	isForDanger: boolean
}

/** Puts a door into words. A way that has no address is no door of the widget. */
export const showDoor = (
	{ contact, channel, when, isForDanger }: ChosenDoor,
	locale: Locale,
): ShownDoor[] => {
	const words = createWords(locale)
	const href = getChannelLink(channel)
	if (href === undefined) return []
	const name = isForDanger ? (contact.brief ?? contact.name) : contact.name
	return [
		{
			number: channel.type === 'whatsapp' ? 'WhatsApp' : channel.value,
			act: channel.type === 'whatsapp' ? 'WhatsApp' : `${words.t('door.call')} ${channel.value}`,
			href,
			name: words.text(name[words.language]),
			hours: getHoursText(channel, words),
			languages: contact.languages.map((spoken) => words.t(`spoken.${spoken}`)).join(' · '),
			when,
			isForDanger,
		},
	]
}
