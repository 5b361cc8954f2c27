import { getDirection, getLangTag, getLanguage, type Language, type Locale } from '#base'
import { messages, type Message, type MessageKey } from '#messages'
import { isolateNumbers, isolateNumbersInHtml } from '#tools/script/bidi'
import { renderMarkdown } from '#tools/script/markdown'
import { toLatin } from '#tools/script/tifinagh'
import { pickForm } from './plural.ts'
import { sayTamazightDate, sayTamazightWeekday } from './tamazight-days.ts'

/** Everything a page needs to speak one locale: dictionary, typography, script, dates, numbers. */
export type Words = {
	locale: Locale
	language: Language
	/** A message with its `{names}` filled in, ready to show as text; in the form that its number asks for, where it counts. */
	t: (key: MessageKey, fill?: Readonly<Record<string, string | number>>) => string
	/** A message before what it names, with the colon as the language sets it: in French a space that does not break stands before. */
	label: (key: MessageKey) => string
	/** The colon by itself, to stand right behind a tag: what it follows is no message. */
	colon: string
	/** Any text of a language (default: the locale's), ready to show as text. */
	text: (text: string, language?: Language) => string
	/** Markdown of our pages as HTML. */
	html: (markdown: string, language?: Language) => string
	/** A day, month or year given as `2026-11-24`, `2026-11`, `2026`, in words. */
	date: (iso: string) => string
	/** A moment's clock in the country, `14:05`. */
	clock: (at: Date, zone: string) => string
	/** Names of ISO weekdays (1 is Monday), a run of three or more as first-last. */
	weekdays: (days: readonly number[]) => string
	number: (value: number) => string
}

/** `ar-MA` for Moroccan month names and Latin digits; Chromium has no `zgh`, so this runs on the server only. */
const intlTags: Readonly<Record<Language, string>> = { ar: 'ar-MA', fr: 'fr-MA', zgh: 'zgh', en: 'en-GB' }

const nbsp = '\u00a0'

/** French spacing: a space that does not break before `: ; ! ? »` and after `«`. */
const spaceFrench = (text: string): string => {
	const spaced = text
		.replace(/ ?([;!?»])/gu, `${nbsp}$1`)
		.replace(/ :/gu, `${nbsp}:`)
		.replace(/« ?/gu, `«${nbsp}`)
	// A run of text after a tag begins with the space that its colon wants.
	return text.startsWith(' ') ? spaced : spaced.replace(/^\u00a0/u, '')
}

/** Quotation marks of the house: one style a language, whatever a writer typed. */
const quoteMarks: Readonly<Record<Language, readonly [open: string, close: string]>> = {
	ar: ['«', '»'],
	fr: ['« ', ' »'],
	zgh: ['«', '»'],
	en: ['“', '”'],
}

/** Sets straight quotation marks and apostrophes as the language prints them; commands between backticks stay as they are typed. */
const setMarks = (text: string, of: Language): string => {
	const [open, close] = quoteMarks[of]
	const set = (run: string): string =>
		run
			// Stars of Markdown may stand between the mark and the word.
			.replace(/(?<=^|[\s(:،«“–-])"(?=[*\p{L}\p{N}«“…({])/gmu, open)
			.replaceAll('"', close)
			.replace(/(?<=\p{L})'(?=[*\p{L}\p{N}«“{\s.,;:!?)]|$)/gmu, '’')
	return text
		.split('`')
		.map((run, index) => (index % 2 === 0 ? set(run) : run))
		.join('`')
}

const dateOptions = (iso: string): Intl.DateTimeFormatOptions => {
	if (iso.length === 4) return { year: 'numeric' }
	if (iso.length === 7) return { year: 'numeric', month: 'long' }
	return { year: 'numeric', month: 'long', day: 'numeric' }
}

/** To make a format costs a hundred times what to use it does. */
const formats = new Map<string, Intl.DateTimeFormat>()
const getFormat = (tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
	const key = tag + JSON.stringify(options)
	const format = formats.get(key) ?? new Intl.DateTimeFormat(tag, options)
	formats.set(key, format)
	return format
}

/**
 * Remembers answers by their argument: the texts of the site are finite, and shaping one costs more than finding it.
 * Only texts of ours go through here, never a word that a visitor typed.
 */
const remember = (
	shape: (text: string, of: Language) => string,
): ((text: string, of: Language) => string) => {
	const known = new Map<string, string>()
	return (text, of) => {
		const key = of + text
		const answer = known.get(key) ?? shape(text, of)
		if (known.size < 10_000) known.set(key, answer)
		return answer
	}
}

const made = new Map<Locale, Words>()

/** The {@link Words} of a locale, made on first use. */
export const createWords = (locale: Locale): Words => {
	const words = made.get(locale) ?? makeWords(locale)
	made.set(locale, words)
	return words
}

const makeWords = (locale: Locale): Words => {
	const language = getLanguage(locale)
	const tag = intlTags[language]
	const toScript = (text: string): string => (locale === 'zgh-latn' ? toLatin(text) : text)
	const setScript = (text: string, of: Language): string =>
		of === 'fr' ? spaceFrench(text) : of === 'zgh' ? toScript(text) : text
	const shape = (text: string, of: Language): string => setScript(setMarks(text, of), of)
	const isolate = (text: string, of: Language): string => (of === 'ar' ? isolateNumbers(text) : text)
	const shapeText = remember((raw, of) => isolate(shape(raw, of), of))
	const text = (raw: string, of: Language = language): string => shapeText(raw, of)
	const shapeHtml = remember((markdown, of) => {
		const html = renderMarkdown(setMarks(markdown, of), (run) => setScript(run, of))
		return of === 'ar' ? isolateNumbersInHtml(html) : html
	})
	const format = (iso: string, options: Intl.DateTimeFormatOptions): string =>
		getFormat(tag, { timeZone: 'UTC', ...options }).format(new Date(iso))
	// A browser that has no Tamazight groups digits as French does.
	const toNumber = (value: number): string => new Intl.NumberFormat([tag, 'fr']).format(value)
	const weekday = (day: number): string =>
		language === 'zgh' ? sayTamazightWeekday(day) : format(`2024-01-0${day}`, { weekday: 'long' })
	const words: Words = {
		locale,
		language,
		text,
		t: (key, fill = {}) => {
			const message: Message = messages[language][key]
			const counts = typeof message !== 'string'
			const filled = counts ? { ...fill, [message.by]: toNumber(Number(fill[message.by])) } : fill
			const raw = counts ? pickForm(message, language, fill[message.by]) : message
			return text(raw.replace(/\{(\w+)\}/gu, (whole, name: string) => String(filled[name] ?? whole)))
		},
		label: (key) => `${words.t(key)}${words.colon}`,
		colon: language === 'fr' ? `${nbsp}:` : ':',
		html: (markdown, of = language) => shapeHtml(markdown, of),
		date: (iso) => text(language === 'zgh' ? sayTamazightDate(iso) : format(iso, dateOptions(iso))),
		clock: (at, zone) =>
			text(getFormat('fr-MA', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at)),
		weekdays: (days) => {
			const first = days[0] ?? 1
			const last = days[days.length - 1] ?? first
			const isRun = days.length > 2 && last - first === days.length - 1
			return text(isRun ? `${weekday(first)} - ${weekday(last)}` : days.map(weekday).join(', '))
		},
		number: (value) => text(toNumber(value)),
	}
	return words
}

/** `lang` and `dir` of a block whose words are of `language` on a page in `locale`. */
export const getTextAttributes = (
	language: Language,
	locale: Locale,
): { lang: string; dir: 'rtl' | 'ltr' } => {
	const shown = language === 'zgh' && locale === 'zgh-latn' ? 'zgh-latn' : language
	return { lang: getLangTag(shown), dir: getDirection(shown) }
}

/**
 * A copy of plain data in which every text is shaped: for what is printed.
 *
 * @param shape - gives a text its typography
 */
export const shapeTexts = <Value>(value: Value, shape: (text: string) => string): Value => {
	const walk = (part: unknown): unknown => {
		if (typeof part === 'string') return shape(part)
		if (Array.isArray(part)) return part.map(walk)
		if (part !== null && typeof part === 'object')
			return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
		return part
	}
	return walk(value) as Value
}
