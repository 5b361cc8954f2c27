import { ok, type Result } from '#base'
import { getPdfMaker } from '#platform'
import { sources, templates } from '#ui/paper'
import { dossierLanguages } from '#domains/cases/answers'
import { toCustodyFile, type Custody } from '../custody.ts'
import {
	makeManifest,
	toAttachmentList,
	toDossierJson,
	type Dossier,
	type DossierFile,
	type Manifest,
} from '../dossier.ts'
import { toDossierSheet, type SheetFrame } from '../paper/dossier-sheet.ts'

/** A dossier as it is handed over: its files, the list of them last, and the hash that names the whole. */
export type MadeDossier = { files: DossierFile[]; manifest: Manifest }

type Frame = Omit<SheetFrame, 'manifest' | 'token'> & {
	token: string
	/** Steps of its case; `undefined` for drafts of before there was a chain of custody. */
	custody?: Custody | undefined
}

const makePages = (dossier: Dossier, frame: SheetFrame, name: 'dossier' | 'draft'): DossierFile[] => {
	const makePdf = getPdfMaker(sources)
	return dossierLanguages.map((language) => ({
		name: `${name}-${language}.pdf`,
		bytes: makePdf(templates.dossier, toDossierSheet(dossier, language, frame), dossier.made),
	}))
}

/** Its pages to look at before anything leaves: marked as a draft, without the token that only the dossier bears. */
export const makeDraftPages = (dossier: Dossier, frame: Frame): DossierFile[] =>
	makePages(dossier, { ...frame, manifest: undefined, token: undefined }, 'draft')

/**
 * Sets a dossier: data as JSON, the digests of files that came with the report, the chain of custody, its page in Arabic and in French as
 * tagged PDF, the list of hashes. The pages hold the hashes of the data, and the list holds the hashes of all. Issues as `toDossierJson()`.
 */
export const makeDossier = (dossier: Dossier, frame: Frame): Result<MadeDossier> => {
	const json = toDossierJson(dossier)
	if (!json.ok) return json
	const data: DossierFile = { name: 'dossier.json', bytes: new TextEncoder().encode(json.value) }
	const attached = toAttachmentList(dossier)
	const facts = attached ? [data, attached] : [data]
	const custody = frame.custody && toCustodyFile(dossier, frame.custody, { ...frame, files: facts })
	if (custody && !custody.ok) return custody
	const named = custody ? [...facts, custody.value] : facts
	const manifest = makeManifest(named)
	const all = [...named, ...makePages(dossier, { ...frame, manifest }, 'dossier')]
	const whole = makeManifest(all)
	return ok({
		files: [...all, { name: 'manifest.sha256', bytes: new TextEncoder().encode(whole.text) }],
		manifest: whole,
	})
}
