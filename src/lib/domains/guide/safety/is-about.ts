import { everywhere, type SafetyMessage } from './safety-message.ts'
import type { SafetyText } from './safety-text.ts'

/** True of two lists that share something. */
export const meets = <T>(some: readonly T[], others: readonly T[]): boolean =>
	some.some((one) => others.includes(one))

/** True of a text that is on the subject of a message, whoever reads it. */
export const isOn = (message: SafetyMessage, text: SafetyText): boolean =>
	text.template !== undefined && message.must !== undefined
		? message.templates.includes(text.template)
		: message.topics.includes(everywhere) ||
			meets(message.topics, text.topics) ||
			meets(message.situations, text.situations)

/** True where a message holds for a text: its subject, who reads it, and a place that it has. */
export const isAbout = (message: SafetyMessage, text: SafetyText): boolean =>
	message.where.some((place) => text.words[place] !== undefined) &&
	meets(message.askers, text.askers) &&
	isOn(message, text)
