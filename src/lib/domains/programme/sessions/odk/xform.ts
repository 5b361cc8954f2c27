/**
 * The session form for ODK Collect, Central and KoboToolbox: an XForm (https://getodk.github.io/xforms-spec/) in four languages. Its
 * `instanceID` is the id of the session.
 */
import { escapeMarkup, type Language } from '#base'
import { attendanceBands } from '../bands.ts'
import { mostDoses, sessionAudiences, sessionSettings } from '../session.ts'

/** Names of languages as ODK shows them. */
const translations: Readonly<Record<Language, string>> = {
	ar: 'Arabic (ar)',
	fr: 'French (fr)',
	zgh: 'Standard Moroccan Tamazight (zgh)',
	en: 'English (en)',
}
const order = ['fr', 'ar', 'zgh', 'en'] as const

/** Words of the form by language: of the form itself (`title`), of a field (`held_on`), of a choice (`setting.college`). */
export type FormWords = (language: Language, key: string) => string

type Choice = readonly [value: string, words: 'own' | 'same']

type Field = {
	name: string
	type: 'date' | 'string' | 'int'
	choices?: readonly Choice[]
	constraint?: string
}

const named = (all: readonly string[]): readonly Choice[] => all.map((one) => [one, 'own'] as const)

const listFields = (provinces: readonly string[], lessons: readonly string[]): readonly Field[] => [
	{ name: 'held_on', type: 'date', constraint: '. &lt;= today()' },
	{ name: 'province', type: 'string', choices: named(provinces) },
	{ name: 'setting', type: 'string', choices: named(sessionSettings) },
	{ name: 'audience', type: 'string', choices: named(sessionAudiences) },
	{ name: 'band', type: 'string', choices: attendanceBands.map((band) => [band, 'same'] as const) },
	{ name: 'language', type: 'string', choices: named(['ar', 'fr', 'zgh', 'en']) },
	{ name: 'minutes', type: 'int', constraint: '. &gt;= 5 and . &lt;= 480' },
	{ name: 'lesson', type: 'string', choices: named([...lessons, 'other']) },
	{ name: 'dose', type: 'int', constraint: `. &gt;= 1 and . &lt;= ${mostDoses}` },
	{ name: 'card', type: 'string', choices: named(['yes', 'no']) },
]

const toTexts = (fields: readonly Field[], language: Language, words: FormWords): string => {
	const text = (id: string, said: string): string =>
		`<text id="${id}"><value>${escapeMarkup(said)}</value></text>`
	return fields
		.flatMap(({ name, choices = [] }) => [
			text(`/data/${name}:label`, words(language, name)),
			...choices.map(([value, kind]) =>
				text(`${name}-${value}`, kind === 'same' ? value : words(language, `${name}.${value}`)),
			),
		])
		.join('')
}

const toBind = ({ name, type, constraint }: Field): string => {
	const more = constraint ? ` constraint="${constraint}"` : ''
	return `<bind nodeset="/data/${name}" type="${type}" required="true()"${more}/>`
}

const toControl = ({ name, choices }: Field): string => {
	const label = `<label ref="jr:itext('/data/${name}:label')"/>`
	if (!choices) return `<input ref="/data/${name}">${label}</input>`
	const items = choices
		.map(([value]) => `<item><label ref="jr:itext('${name}-${value}')"/><value>${value}</value></item>`)
		.join('')
	return `<select1 ref="/data/${name}" appearance="minimal">${label}${items}</select1>`
}

const firstValues: Readonly<Record<string, string>> = { minutes: '45', dose: '1', language: 'ar' }

const spaces = [
	'xmlns="http://www.w3.org/2002/xforms"',
	'xmlns:h="http://www.w3.org/1999/xhtml"',
	'xmlns:jr="http://openrosa.org/javarosa"',
	'xmlns:orx="http://openrosa.org/xforms"',
].join(' ')

/** The form as XML. */
export const makeXForm = (
	{ provinces, lessons }: { provinces: readonly string[]; lessons: readonly string[] },
	words: FormWords,
): string => {
	const fields = listFields(provinces, lessons)
	const instance = fields.map(({ name }) => `<${name}>${firstValues[name] ?? ''}</${name}>`).join('')
	const texts = order.map(
		(language) =>
			`<translation lang="${translations[language]}"${language === 'fr' ? ' default="true()"' : ''}>${toTexts(fields, language, words)}</translation>`,
	)
	return `<?xml version="1.0" encoding="UTF-8"?>
<h:html ${spaces}><h:head><h:title>${escapeMarkup(words('fr', 'title'))}</h:title><model>
<itext>${texts.join('\n')}</itext>
<instance><data id="thiqa-session" version="1">${instance}<orx:meta><orx:instanceID/></orx:meta></data></instance>
${fields.map(toBind).join('\n')}
<bind nodeset="/data/orx:meta/orx:instanceID" type="string" readonly="true()" jr:preload="uid"/>
</model></h:head><h:body>
${fields.map(toControl).join('\n')}
</h:body></h:html>
`
}
