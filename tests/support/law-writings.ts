import type { Law, Provision } from '../../src/lib/domains/law/index.ts'

/**
 * A query, and what must stand first in the answer: `want`, or one of `also` where nothing decides between them. `all`
 * must stand in the answer.
 */
export type Writing = {
	also?: readonly string[]
	all?: readonly string[]
	q: string
	want: string
	kind: 'bare' | 'shared' | 'with instrument' | 'instrument'
}

/** How people call the instruments that are known by a name: French, Arabic, English, and as typed in Darija. */
const names: Readonly<Record<string, readonly string[]>> = {
	'ma-penal-code': ['code pénal', 'القانون الجنائي', 'Penal Code', 'l9anon ljina2i', 'CP'],
	'ma-cpp-22-01': ['code de procédure pénale', 'المسطرة الجنائية', 'code of criminal procedure', 'CPP'],
	'ma-const-2011': ['Constitution', 'الدستور', 'the Constitution', 'destour'],
	'ma-family-code': ['code de la famille', 'مدونة الأسرة', 'Family Code', 'moudawana'],
	'ma-commercial-code': ['code de commerce', 'مدونة التجارة', 'Commercial Code'],
	'ma-law-88-13': ['code de la presse', 'قانون الصحافة', 'press law'],
	'coe-185': ['convention de Budapest', 'اتفاقية بودابست', 'Budapest Convention'],
	'coe-189': ['premier protocole additionnel', 'first additional protocol', 'ETS 189'],
	'coe-201': ['convention de Lanzarote', 'اتفاقية لانزاروتي', 'Lanzarote Convention'],
	'coe-224': ['deuxième protocole additionnel', 'البروتوكول الإضافي الثاني', 'second additional protocol'],
	'au-malabo': ['convention de Malabo', 'اتفاقية مالابو', 'Malabo Convention'],
	'las-2010': ['convention arabe', 'الاتفاقية العربية', 'Arab Convention'],
	'un-crc': ['CIDE', 'اتفاقية حقوق الطفل', 'Convention on the Rights of the Child', 'CRC'],
	'un-opsc': ['OPSC', 'البروتوكول الاختياري', 'optional protocol'],
	'un-cyber-2024': [
		'convention des Nations unies contre la cybercriminalité',
		'اتفاقية الأمم المتحدة لمكافحة الجريمة السيبرانية',
		'UN Convention against Cybercrime',
	],
	'un-palermo': ['protocole de Palerme', 'بروتوكول باليرمو', 'Palermo protocol'],
	'ilo-182': ['convention C182', 'convention n° 182', 'الاتفاقية رقم 182'],
}

const toArabicDigits = (text: string): string =>
	text.replace(/\d/gu, (digit) => String.fromCharCode(0x660 + Number(digit)))

const toPersianDigits = (text: string): string =>
	text.replace(/\d/gu, (digit) => String.fromCharCode(0x6f0 + Number(digit)))

/** A number with its parts joined in every way that people join them, in both kinds of digits. */
const write = (number: string): string[] => {
	const parts = number.split('-')
	const joined = [
		...['-', '.', '/', '\u2013', '\u2011', ' - '].map((between) => parts.join(between)),
		...['\u066b', '.', '-', '\u060c'].map((between) => toArabicDigits(parts.join(between))),
		...['-', '\u066b'].map((between) => toPersianDigits(parts.join(between))),
		`\u2066${number}\u2069`,
		parts.join(' '),
	]
	return [...new Set(joined)]
}

const writeBare = (article: string): string[] =>
	write(article).flatMap((written) => [
		written,
		`article ${written}`,
		`art. ${written}`,
		`Art.${written}`,
		`الفصل ${written}`,
		`فصل ${written}`,
		`الفَصْلُ ${written}`,
		`المادة ${written}`,
		`fasl ${written}`,
		`l'fasl ${written}`,
		`amagrad ${written}`,
		`ⴰⵎⴰⴳⵔⴰⴷ ${written}`,
		`que dit l'article ${written} ?`,
		`§ ${written}`,
	])

const writeWithName = (article: string, name: string): string[] =>
	write(article).flatMap((written) => [
		`${name} ${written}`,
		`${written} ${name}`,
		`article ${written} ${name}`,
		`art. ${written} du ${name}`,
		`${name}, article ${written}`,
		`الفصل ${written} من ${name}`,
		`المادة ${written} ${name}`,
		`l'article ${written} de la ${name}`,
		`${name} fasl ${written}`,
	])

const writeLaw = (number: string): string[] =>
	[
		number,
		number.replaceAll('-', '.'),
		number.replaceAll('-', '/'),
		number.replaceAll('-', '\u2011'),
	].flatMap((written) => [
		`loi n° ${written}`,
		`القانون رقم ${toArabicDigits(written)}`,
		`law ${written}`,
		`l9anon ${written}`,
	])

const writeWithLaw = (article: string, number: string): string[] =>
	[article, toArabicDigits(article), article.replaceAll('-', '.')].flatMap((written) =>
		writeLaw(number).flatMap((law) => [
			`article ${written} ${law}`,
			`${law}, art. ${written}`,
			`المادة ${written} من ${law}`,
			`${law} ${written}`,
		]),
	)

/** Moroccan law before conventions, the Penal Code before all: what a number alone means that several texts have. */
const sortCandidates = (articles: readonly Provision[]): Provision[] =>
	[...articles].sort(
		(a, b) =>
			Number(b.instrument === 'ma-penal-code') - Number(a.instrument === 'ma-penal-code') ||
			Number(b.level === 'national') - Number(a.level === 'national'),
	)

/** Numbers that several texts have, in many writings; any text of the same standing may stand first. */
const writeShared = (articles: readonly Provision[]): Writing[] =>
	[...new Set(articles.map(({ article }) => article))].flatMap((article) => {
		const [first, ...others] = sortCandidates(articles.filter((one) => one.article === article))
		if (!first || others.length === 0) return []
		const isEqual = (one: Provision): boolean =>
			first.instrument !== 'ma-penal-code' && one.level === first.level
		const also = others.filter(isEqual).map(({ id }) => id)
		const all = [first, ...others].map(({ id }) => id)
		return writeBare(article).map((q) => ({ q, want: first.id, also, all, kind: 'shared' as const }))
	})

/** Every article of the corpus in many writings: alone, and with its instrument. */
export const writeProvisions = (law: Law): Writing[] => {
	const articles = law.provisions.filter(({ variantOf }) => variantOf === undefined)
	const numbers = new Map(
		law.instruments.map(({ id, number, level }) => [id, level === 'national' ? number : null]),
	)
	const alone = articles.flatMap(({ id, article, instrument }) => {
		const isUnique = articles.every((other) => other.id === id || other.article !== article)
		const number = numbers.get(instrument)
		const withInstrument = [
			...(names[instrument] ?? []).flatMap((name) => writeWithName(article, name)),
			...(number ? writeWithLaw(article, number) : []),
		]
		return [
			...(isUnique ? writeBare(article) : []).map((q) => ({ q, want: id, kind: 'bare' as const })),
			...withInstrument.map((q) => ({ q, want: id, kind: 'with instrument' as const })),
		]
	})
	return [...alone, ...writeShared(articles)]
}

/** Every instrument that has a number, and those that are called by a name. */
export const writeInstruments = (law: Law): Writing[] =>
	law.instruments.flatMap(({ id, number, level }) => {
		const national = level === 'national' && number ? [...write(number), ...writeLaw(number)] : []
		const treaty =
			level === 'international' && number ? [number, number.toLowerCase(), `convention ${number}`] : []
		return [...national, ...treaty].map((q) => ({ q, want: id, kind: 'instrument' as const }))
	})
