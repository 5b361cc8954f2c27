/** An element: name, attributes (`undefined` ones are left out), children. */
export type XmlElement = {
	name: string
	attributes: Readonly<Record<string, string | undefined>>
	children: readonly (XmlElement | string)[]
}

/** Makes an element. */
export const xml = (
	name: string,
	attributes: XmlElement['attributes'] = {},
	...children: readonly (XmlElement | string)[]
): XmlElement => ({ name, attributes, children })

const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escapes: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'\t': '&#9;',
	'\n': '&#10;',
	'\r': '&#13;',
}

/** Text as it may stand in XML 1.0: mark-up escaped; characters that XML cannot hold are replaced by U+FFFD. */
const escapeText = (text: string): string =>
	text.replace(forbidden, '\ufffd').replace(/[&<>\r]/gu, (char) => escapes[char] ?? char)

const escapeAttribute = (text: string): string =>
	text.replace(forbidden, '\ufffd').replace(/[&<>"\t\n\r]/gu, (char) => escapes[char] ?? char)

const write = (node: XmlElement | string, indent: string): string => {
	if (typeof node === 'string') return escapeText(node)
	const attributes = Object.entries(node.attributes)
		.map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`))
		.join('')
	if (node.children.length === 0) return `<${node.name}${attributes}/>`
	const isText = node.children.some((child) => typeof child === 'string')
	const inner = isText
		? node.children.map((child) => write(child, indent)).join('')
		: `${node.children.map((child) => `\n${indent}\t${write(child, `${indent}\t`)}`).join('')}\n${indent}`
	return `<${node.name}${attributes}>${inner}</${node.name}>`
}

/** A document of XML 1.0 (https://www.w3.org/TR/xml/) in UTF-8. An element that holds text is written on one line. */
export const toXml = (root: XmlElement): string =>
	`<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}\n`
