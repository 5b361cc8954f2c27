import { escapeMarkup } from '#base'

/** Attributes of an element; one that is `undefined` is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>

// oxlint-disable-next-line no-control-regex -- XML has no way to write these
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu

/** Letters that XML 1.0 cannot hold: controls, halves of a letter, two that are none. */
const strip = (text: string): string =>
	text
		.toWellFormed()
		.replace(controls, '')
		.replace(/[\ufffe\uffff]/gu, '')

/** Text as it stands in XML 1.0: without letters that it cannot hold. */
export const toXmlText = (text: string): string => escapeMarkup(strip(text))

/** An element with what stands in it, which is XML already. */
export const element = (name: string, attributes: Attributes, ...inner: readonly string[]): string => {
	const written = Object.entries(attributes)
		.flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${toXmlText(String(value))}"`))
		.join('')
	return inner.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${inner.join('')}</${name}>`
}

/** A document of one element. */
export const toXmlFile = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
