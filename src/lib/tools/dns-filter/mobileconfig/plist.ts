/** Values that a property list can hold here: no dates, no binary data, no fractions. */
export type PlistValue =
	| string
	| number
	| boolean
	| readonly PlistValue[]
	| { readonly [key: string]: PlistValue }

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text for XML 1.0: what a parser would read as markup is written as an entity, what it would refuse is left out. */
const escapeXml = (text: string): string =>
	text
		.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
		.replace(/[&<>]/g, (mark) => entities[mark] ?? '')

const isList = (value: PlistValue): value is readonly PlistValue[] => Array.isArray(value)

const toLines = (value: PlistValue, tabs: string): string[] => {
	if (typeof value === 'boolean') return [`${tabs}<${value}/>`]
	if (typeof value === 'number') return [`${tabs}<integer>${Math.trunc(value)}</integer>`]
	if (typeof value === 'string') return [`${tabs}<string>${escapeXml(value)}</string>`]
	if (isList(value))
		return [`${tabs}<array>`, ...value.flatMap((entry) => toLines(entry, `${tabs}\t`)), `${tabs}</array>`]
	const entries = Object.entries(value).flatMap(([key, entry]) => [
		`${tabs}\t<key>${escapeXml(key)}</key>`,
		...toLines(entry, `${tabs}\t`),
	])
	return [`${tabs}<dict>`, ...entries, `${tabs}</dict>`]
}

/** A property list as XML. */
export const toPlist = (value: PlistValue): string =>
	[
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
		'<plist version="1.0">',
		...toLines(value, ''),
		'</plist>',
		'',
	].join('\n')
