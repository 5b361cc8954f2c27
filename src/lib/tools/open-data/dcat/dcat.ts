/** Words by language tag. */
type Texts = Readonly<Record<string, string>>

type Distribution = { id: string; href: string; title: string; mediaType: string; bytes: number }

export type CatalogueDataset = {
	id: string
	title: Texts
	description: Texts
	keywords: readonly string[]
	issued: string
	modified: string
	/** First and last day that it speaks of. */
	temporal: { from: string; to: string } | undefined
	distributions: readonly Distribution[]
}

export type Catalogue = {
	id: string
	homepage: string
	title: Texts
	description: Texts
	publisher: { id: string; name: string }
	licence: string
	languages: readonly string[]
	modified: string
	datasets: readonly CatalogueDataset[]
}

/** A value of RDF as JSON-LD writes it without a context. */
type Value = { '@id': string } | { '@value': string; '@type'?: string; '@language'?: string }
export type RdfNode = { '@id': string; '@type': string[] } & {
	[predicate: string]: Value[] | string | string[]
}

const dct = 'http://purl.org/dc/terms/'
const dcat = 'http://www.w3.org/ns/dcat#'
const foaf = 'http://xmlns.com/foaf/0.1/'
const xsd = 'http://www.w3.org/2001/XMLSchema#'

const texts = (of: Texts): Value[] =>
	Object.entries(of).map(([language, text]) => ({ '@value': text, '@language': language }))
const days = (civil: string): Value[] => [{ '@value': civil, '@type': `${xsd}date` }]
const links = (...ids: readonly string[]): Value[] => ids.map((id) => ({ '@id': id }))

/** Morocco, and "as it happens", in the lists of the Publications Office that DCAT-AP asks for. */
const authority = 'http://publications.europa.eu/resource/authority/'
const [morocco, irregular] = [`${authority}country/MAR`, `${authority}frequency/IRREG`]
const languageCodes: Readonly<Record<string, string>> = { ar: 'ARA', fr: 'FRA', en: 'ENG', zgh: 'ZGH' }

const toDistribution = ({ id, href, title, mediaType, bytes }: Distribution, licence: string): RdfNode => ({
	'@id': id,
	'@type': [`${dcat}Distribution`],
	[`${dct}title`]: texts({ en: title }),
	[`${dcat}accessURL`]: links(href),
	[`${dcat}downloadURL`]: links(href),
	[`${dcat}mediaType`]: links(`http://www.iana.org/assignments/media-types/${mediaType}`),
	[`${dcat}byteSize`]: [{ '@value': String(bytes), '@type': `${xsd}nonNegativeInteger` }],
	[`${dct}license`]: links(licence),
})

const toDataset = (of: CatalogueDataset, { publisher }: Catalogue): RdfNode[] => [
	{
		'@id': of.id,
		'@type': [`${dcat}Dataset`],
		[`${dct}title`]: texts(of.title),
		[`${dct}description`]: texts(of.description),
		[`${dct}identifier`]: [{ '@value': of.id }],
		[`${dct}publisher`]: links(publisher.id),
		[`${dcat}keyword`]: of.keywords.map((word) => ({ '@value': word, '@language': 'en' })),
		[`${dct}issued`]: days(of.issued),
		[`${dct}modified`]: days(of.modified),
		[`${dct}accrualPeriodicity`]: links(irregular),
		[`${dct}spatial`]: links(morocco),
		...(of.temporal ? { [`${dct}temporal`]: links(`${of.id}/time`) } : {}),
		[`${dcat}distribution`]: links(...of.distributions.map(({ id }) => id)),
	},
	...(of.temporal
		? [
				{
					'@id': `${of.id}/time`,
					'@type': [`${dct}PeriodOfTime`],
					[`${dcat}startDate`]: days(of.temporal.from),
					[`${dcat}endDate`]: days(of.temporal.to),
				},
			]
		: []),
]

const typed = (id: string, type: string): RdfNode => ({ '@id': id, '@type': [type] })

/** Things that are named by an address and that the profile wants to know the kind of. */
const listKinds = (of: Catalogue): RdfNode[] => [
	typed(of.licence, `${dct}LicenseDocument`),
	typed(of.homepage, `${foaf}Document`),
	typed(morocco, `${dct}Location`),
	typed(irregular, `${dct}Frequency`),
	...of.languages.map((language) =>
		typed(`${authority}language/${languageCodes[language] ?? 'UND'}`, `${dct}LinguisticSystem`),
	),
	...[...new Set(of.datasets.flatMap((one) => one.distributions.map(({ mediaType }) => mediaType)))].map(
		(mediaType) => typed(`http://www.iana.org/assignments/media-types/${mediaType}`, `${dct}MediaType`),
	),
]

/** The catalogue as nodes of RDF. */
const toNodes = (of: Catalogue): RdfNode[] => [
	{
		'@id': of.id,
		'@type': [`${dcat}Catalog`],
		[`${dct}title`]: texts(of.title),
		[`${dct}description`]: texts(of.description),
		[`${dct}publisher`]: links(of.publisher.id),
		[`${foaf}homepage`]: links(of.homepage),
		[`${dct}license`]: links(of.licence),
		[`${dct}modified`]: days(of.modified),
		[`${dct}spatial`]: links(morocco),
		[`${dct}language`]: links(
			...of.languages.map((language) => `${authority}language/${languageCodes[language] ?? 'UND'}`),
		),
		[`${dcat}dataset`]: links(...of.datasets.map(({ id }) => id)),
	},
	{
		'@id': of.publisher.id,
		'@type': [`${foaf}Agent`],
		[`${foaf}name`]: [{ '@value': of.publisher.name }],
	},
	...of.datasets.flatMap((dataset) => [
		...toDataset(dataset, of),
		...dataset.distributions.map((one) => toDistribution(one, of.licence)),
	]),
	...listKinds(of),
]

/** Writes the catalogue as JSON-LD, expanded: no context has to be fetched to read it. */
export const toJsonLd = (of: Catalogue): string => `${JSON.stringify(toNodes(of), undefined, '\t')}\n`

const escapeText = (text: string): string =>
	text.replace(/["\\\n\r\t]/gu, (letter) => JSON.stringify(letter).slice(1, -1))

/** An address without letters that would end it. */
const toIri = (id: string): string => `<${id.replace(/[\s<>"{}|\\^`]/gu, encodeURIComponent)}>`

const toTerm = (value: Value): string => {
	if ('@id' in value) return toIri(value['@id'])
	const text = `"${escapeText(value['@value'])}"`
	if (value['@language'] !== undefined) return `${text}@${value['@language']}`
	return value['@type'] === undefined ? text : `${text}^^${toIri(value['@type'])}`
}

const toStatements = ({ '@id': id, '@type': types, ...rest }: RdfNode): string => {
	const lines = Object.entries(rest).flatMap(([predicate, values]) =>
		(values as Value[]).length === 0
			? []
			: [`${toIri(predicate)} ${(values as Value[]).map(toTerm).join(', ')}`],
	)
	return `${[`${toIri(id)} a ${types.map(toIri).join(', ')}`, ...lines].join(' ;\n\t')} .\n`
}

/** Writes the same catalogue as Turtle. */
export const toTurtle = (of: Catalogue): string => toNodes(of).map(toStatements).join('\n')
