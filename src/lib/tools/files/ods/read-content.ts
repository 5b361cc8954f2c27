/** The first table of a `content.xml`, tag by tag; nothing that the file asks to repeat is made before it is counted. */

type Limits = { rows: number; columns: number; cell: number }
type Fault = { row: number; fault: 'not-ods' | 'too-many-rows' | 'too-many-columns' | 'cell-too-long' }

const token =
	/<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/gu

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const toCharacter = (code: number): string =>
	code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff) ? String.fromCodePoint(code) : ''

const toSign = (reference: string): string => {
	if (reference.startsWith('&#x')) return toCharacter(Number.parseInt(reference.slice(3, -1), 16))
	if (reference.startsWith('&#')) return toCharacter(Number(reference.slice(2, -1)))
	return named[reference.slice(1, -1)] ?? ''
}

const decode = (text: string): string =>
	text.includes('&') ? text.replaceAll(/&(?:#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/gu, toSign) : text

const findAttribute = (attributes: string, name: string): string | undefined => {
	const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes)
	const value = found?.[1] ?? found?.[2]
	return value === undefined ? undefined : decode(value)
}

const countOf = (attributes: string, name: string): number => {
	const times = attributes.includes(name) ? Number(findAttribute(attributes, name)) : 1
	return Number.isInteger(times) && times > 0 ? times : 1
}

/** Finds the stored value where its shown text would depend on somebody's settings. */
const findStored = (attributes: string): string | undefined => {
	const type = findAttribute(attributes, 'office:value-type')
	if (type === 'date') return findAttribute(attributes, 'office:date-value')?.slice(0, 10)
	return type === 'float' || type === 'percentage' || type === 'currency'
		? findAttribute(attributes, 'office:value')
		: undefined
}

const isCell = (name: string): boolean => name === 'table:table-cell' || name === 'table:covered-table-cell'

/** Builds rows out of tags, and says what is too much. */
class Table {
	readonly rows: string[][] = []
	private row: string[] = []
	private empty = 0
	private cell: { text: string; stored: string | undefined; times: number; paragraphs: number } | undefined
	private inParagraph = 0
	private inNote = 0
	private repeats = 1
	private counted = 0
	private readonly limits: Limits
	constructor(limits: Limits) {
		this.limits = limits
	}

	/** Row of the sheet, from 1. */
	get at(): number {
		return this.counted + 1
	}

	open(name: string, attributes: string): void {
		if (name === 'table:table-row') {
			this.row = []
			this.empty = 0
			this.repeats = countOf(attributes, 'table:number-rows-repeated')
		} else if (isCell(name))
			this.cell = {
				text: '',
				stored: findStored(attributes),
				paragraphs: 0,
				times: countOf(attributes, 'table:number-columns-repeated'),
			}
		else if (name === 'office:annotation') this.inNote += 1
		else this.openText(name, attributes)
	}

	private openText(name: string, attributes: string): void {
		if (!this.cell || this.inNote > 0) return
		if (name === 'text:p') {
			if (this.cell.paragraphs > 0) this.cell.text += '\n'
			this.cell.paragraphs += 1
			this.inParagraph += 1
		} else if (name === 'text:s')
			this.cell.text += ' '.repeat(Math.min(countOf(attributes, 'text:c'), this.limits.cell))
		else if (name === 'text:tab') this.cell.text += '\t'
		else if (name === 'text:line-break') this.cell.text += '\n'
	}

	text(text: string): void {
		if (this.cell && this.inParagraph > 0 && this.inNote === 0) this.cell.text += decode(text)
	}

	close(name: string): Fault['fault'] | undefined {
		if (name === 'text:p' && this.inParagraph > 0 && this.inNote === 0) this.inParagraph -= 1
		if (name === 'office:annotation' && this.inNote > 0) this.inNote -= 1
		if (isCell(name)) return this.closeCell()
		return name === 'table:table-row' ? this.closeRow() : undefined
	}

	private closeCell(): Fault['fault'] | undefined {
		if (!this.cell) return undefined
		const { stored, text, times } = this.cell
		const value = stored ?? text
		this.cell = undefined
		this.inParagraph = 0
		if (value.length > this.limits.cell) return 'cell-too-long'
		if (value === '') {
			this.empty += times
			return undefined
		}
		if (this.row.length + this.empty + times > this.limits.columns) return 'too-many-columns'
		for (; this.empty > 0; this.empty--) this.row.push('')
		for (let time = 0; time < times; time++) this.row.push(value)
		return undefined
	}

	private closeRow(): Fault['fault'] | undefined {
		const isEmpty = this.row.length === 0
		if (!isEmpty && this.rows.length + this.repeats > this.limits.rows) return 'too-many-rows'
		for (let time = 0; !isEmpty && time < this.repeats; time++) this.rows.push([...this.row])
		this.counted += this.repeats
		this.row = []
		return undefined
	}
}

/** Reads the first sheet of a `content.xml`; what is malformed is refused. */
export const readContent = (xml: string, limits: Limits): { rows: string[][] } | Fault => {
	const table = new Table(limits)
	const tags = new RegExp(token.source, 'gyu')
	let isInTable = false
	let end = 0
	for (let found = tags.exec(xml); found; found = tags.exec(xml)) {
		end = tags.lastIndex
		const [, slash, name, attributes = '', isClosed, text] = found
		if (name === 'table:table') {
			if (slash === '/' && isInTable) return { rows: table.rows }
			isInTable = true
		} else if (isInTable && name !== undefined) {
			if (slash !== '/') table.open(name, attributes)
			const fault = slash === '/' || isClosed === '/' ? table.close(name) : undefined
			if (fault) return { row: table.at, fault }
		} else if (isInTable && text !== undefined) table.text(text)
	}
	return { row: end === xml.length ? 1 : table.at, fault: 'not-ods' }
}
