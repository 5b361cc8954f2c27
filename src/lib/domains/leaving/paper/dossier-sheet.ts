/** The dossier as its printed page wants it, in one language. */
import { pickWords } from '#domains/guide'
import { findProvisionView, type Law } from '#domains/law'
import { defang, defangText, stripInvisible } from '#tools/inspect/defang'
import type { DossierSheet } from '#ui/paper'
import { nameAttachments, type Dossier, type Manifest } from '../dossier.ts'
import { toReference } from '#domains/cases'
import type { DossierLanguage, PaperWords } from '#domains/cases/answers'
import { isLink, toAccountLine, type ChosenPlace } from '../place.ts'

/** Frame around the dossier. */
export type SheetFrame = {
	words: PaperWords
	law: Law
	publisher: string
	/** `undefined` before the files are listed: the page itself is one of them. */
	manifest: Manifest | undefined
	/** `undefined` on a draft: its pages say what they are, and bear neither token nor the name of the operator. */
	token: string | undefined
	zone: string
}

const toDay = (zone: string, at: Date): string =>
	new Intl.DateTimeFormat('en-CA', {
		timeZone: zone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	})
		.format(at)
		.replace(',', '')

const show = (text: string): string => defangText(stripInvisible(text))

/** An account exactly as its app writes it: dots stay, unless its name reads as an address. */
const showAccount = (line: string): string => {
	const plain = stripInvisible(line)
	return /:\/\/|www\./iu.test(plain) ? defangText(plain) : plain
}

const toPlaceLine = (place: ChosenPlace): DossierSheet['places'][number] => ({
	address: isLink(place) ? defang(place.url) : '',
	account: isLink(place) ? '' : showAccount(toAccountLine(place)),
	inside: show(place.inside ?? ''),
})

type Labels = PaperWords['dossier'][DossierLanguage]

const toLabels = (labels: Labels, isDraft: boolean): DossierSheet['labels'] => ({
	intro: labels.intro,
	summary: labels.summary,
	places: labels.places,
	placesNote: labels['places-note'],
	words: labels.words,
	attached: labels.attached,
	attachedNote: labels['attached-note'],
	persons: labels.persons,
	personsNote: labels['persons-note'],
	law: labels.law,
	lawNote: labels['law-note'],
	steps: labels.steps,
	files: labels.files,
	manifest: labels.manifest,
	receipt: labels.receipt,
	receiptHow: labels['receipt-how'],
	none: labels.none,
	draft: isDraft ? labels.draft : '',
	draftNote: labels['draft-note'],
})

const toFacts = (
	dossier: Dossier,
	language: DossierLanguage,
	{ words, zone }: Pick<SheetFrame, 'words' | 'zone'>,
): DossierSheet['facts'] => {
	const labels = words.dossier[language]
	const terms = words.terms[language]
	return [
		{ label: labels.reference, value: toReference(dossier.case), isCode: true },
		{ label: labels.made, value: toDay(zone, dossier.made), isCode: true },
		{ label: labels.for, value: show(dossier.recipient), isCode: false },
		{ label: labels.category, value: terms.category[dossier.category], isCode: false },
		{ label: labels.danger, value: dossier.isDanger ? labels.yes : labels.no, isCode: false },
		{ label: labels.reporter, value: terms.reporter[dossier.reporter], isCode: false },
		{ label: labels.status, value: terms.status[dossier.status], isCode: false },
	]
}

const toArticles = (law: Law, ids: readonly string[], language: DossierLanguage): DossierSheet['law'] =>
	ids.flatMap((id) => {
		const view = findProvisionView(law, id)
		if (!view) return []
		const { provision, instrument } = view
		return [
			{
				article: provision.article,
				instrument: pickWords(instrument.name, language)?.words ?? '',
				title: pickWords(provision.title, language)?.words ?? '',
			},
		]
	})

/** Data of `dossier.typ`. Whatever a reporter wrote is text without links and without characters that reorder it. */
export const toDossierSheet = (
	dossier: Dossier,
	language: DossierLanguage,
	{ words, law, publisher, manifest, token, zone }: SheetFrame,
): DossierSheet => {
	const labels = words.dossier[language]
	const isDraft = token === undefined
	return {
		title: `${labels.title} ${toReference(dossier.case)}`,
		description: labels.intro,
		publisher: isDraft ? labels.draft : publisher,
		lang: language,
		dir: language === 'ar' ? 'rtl' : 'ltr',
		footer: `${labels['page-footer']} · ${toReference(dossier.case)}`,
		labels: toLabels(labels, isDraft),
		facts: toFacts(dossier, language, { words, zone }),
		summary: show(dossier.summary[language]),
		places: dossier.places.map(toPlaceLine),
		quotes: dossier.quotes.map(show),
		attached: nameAttachments(dossier).map(({ name, kind, sha256 }) => ({
			name,
			what: labels[kind],
			sha256,
		})),
		persons: dossier.persons.map(({ role, name, how }) => ({
			name: show(name),
			role: labels[role],
			how: show(how),
		})),
		law: toArticles(law, dossier.law, language),
		steps: dossier.steps.map(({ hour, status }) => ({
			hour: toDay(zone, hour),
			status: words.terms[language].status[status],
		})),
		files: manifest?.files.map(({ name, sha256 }) => ({ name, sha256 })) ?? [],
		manifest: manifest?.sha256 ?? '',
		token: token ?? '',
	}
}
