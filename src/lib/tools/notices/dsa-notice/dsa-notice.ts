import { failed, ok, type Issue, type Result } from '#base'

/** Notifier: article 16(2)(c). */
export type Notifier = { name: string; email: string }

/**
 * Formats what article 16(2) asks for: (a) a sufficiently substantiated explanation of the reasons why the content is alleged to
 * be illegal; (b) a clear indication of its exact electronic location, and more where that is needed to find it; (c) name
 * and email address of who gives notice, except where the content is considered to involve one of the offences of articles
 * 3 to 7 of Directive 2011/93/EU (sexual abuse and exploitation of children); (d) a statement of good faith.
 */
export type DsaNotice = {
	/** (b) Exact addresses, one or more; none where an account says where it is. */
	locations: readonly string[]
	/** (b) Where the content has no address of its own: an account, and the service it is on. Either may be empty, not both. */
	accounts?: readonly { service: string; name: string }[]
	/** (b) What else leads to the content: an account, a post, a time in a video. */
	whereInside?: string
	/** (a) One paragraph a line. */
	explanation: string
} & (
	| { concerns: 'child-sexual-abuse'; notifier?: Notifier }
	| { concerns: 'other-offence'; notifier: Notifier }
)

/** The words around the parts, in the language of the notice. `goodFaith` is the whole sentence of part (d). */
export type DsaNoticeLabels = {
	title: string
	locations: string
	whereInside: string
	explanation: string
	notifier: string
	/** Stands in place of a name where none is given. */
	notifierWithheld: string
	goodFaith: string
}

const isAddress = (text: string): boolean =>
	URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol) && !/\s/u.test(text)

/** One line without controls: a field cannot pretend to be the next one. */
const toLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

/** An account as one line: the service, then the name there. */
const toAccount = ({ service, name }: { service: string; name: string }): string =>
	[service, name]
		.map(toLine)
		.filter((part) => part !== '')
		.join(': ')

const findIssues = ({ locations, accounts = [], explanation, notifier }: DsaNotice): Issue[] => {
	const hasPlace = locations.length + accounts.length > 0
	const wanted: [path: string, isGood: boolean, what: string][] = [
		['locations', hasPlace && locations.every(isAddress), 'one exact address or account or more'],
		['accounts', accounts.every((one) => toAccount(one) !== ''), 'accounts with a service or a name'],
		['explanation', explanation.trim() !== '', 'an explanation: article 16(2)(a)'],
		['notifier.name', !notifier || toLine(notifier.name) !== '', 'a name: article 16(2)(c)'],
		[
			'notifier.email',
			!notifier || /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/u.test(notifier.email),
			'a mail address: article 16(2)(c)',
		],
	]
	return wanted
		.filter(([, isGood]) => !isGood)
		.map(([path, , what]) => ({ path, message: `writing a notice: wanted ${what}` }))
}

/**
 * The notice as plain text to send by mail or to paste into a form, or every issue found. Addresses stand as they are, not
 * defanged: the host has to find the place.
 */
export const writeDsaNotice = (notice: DsaNotice, labels: DsaNoticeLabels): Result<string> => {
	const issues = findIssues(notice)
	if (issues.length > 0) return failed(...issues)
	const { locations, accounts = [], whereInside = '', explanation, notifier } = notice
	const paragraphs = explanation.split(/\r\n|\r|\n/u).map(toLine)
	const parts: [label: string, lines: string[]][] = [
		[labels.locations, [...locations, ...accounts.map(toAccount)]],
		[labels.whereInside, [toLine(whereInside)]],
		[labels.explanation, paragraphs],
		[labels.notifier, [notifier ? `${toLine(notifier.name)} <${notifier.email}>` : labels.notifierWithheld]],
	]
	const shown = parts
		.map(([label, lines]) => [label, lines.filter((line) => line !== '')] as const)
		.filter(([, lines]) => lines.length > 0)
		.map(([label, lines]) => [label, ...lines.map((line) => `  ${line}`)].join('\n'))
	return ok(`${[labels.title, ...shown, labels.goodFaith].join('\n\n')}\n`)
}
