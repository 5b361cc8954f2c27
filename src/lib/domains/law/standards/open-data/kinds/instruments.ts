import { instrumentKinds, instrumentStatuses, type Instrument } from '../../../corpus/instrument.ts'
import { getIndex } from '../../../corpus/law.ts'
import { confidences } from '../../../corpus/law-words.ts'
import { eliLacks, findEliLack, findEliPath } from '../../eli/eli.ts'
import { fieldsOf } from './field.ts'
import { makeKind, toGroundFields } from './kind.ts'

const f = fieldsOf<Instrument>()
const unique = (ids: readonly string[]): string[] => [...new Set(ids)]

/** Texts that make law, or want to. */
export const instruments = makeKind(
	'instruments',
	'Constitution, codes, laws, decrees, treaties, protocols, bills and announcements',
	(law) => law.instruments,
	[
		f.id('id', 'Permanent id', ({ id }) => id),
		f.path(
			'eli',
			'ELI-style address, relative to the site; null when it has none',
			(it) => findEliPath(it) ?? null,
		),
		f.choice('eli_lack', 'Why it has no such address', eliLacks, (it) => findEliLack(it) ?? null),
		f.choice('kind', 'What the text is', instrumentKinds, ({ kind }) => kind),
		f.choice('level', 'Moroccan or between states', ['national', 'international'], ({ level }) => level),
		f.text('number', 'As it is cited in Morocco or by the depositary', ({ number }) => number),
		...f.texts('name', 'Its name', ({ name }) => name),
		f.choice(
			'names_confidence',
			'How sure the names are',
			confidences,
			({ namesConfidence }) => namesConfidence,
		),
		...f.texts('says', 'What it is about, in our own words; never the text of the law', ({ says }) => says),
		f.choice('status', 'Whether it binds in Morocco', instrumentStatuses, ({ status }) => status.is),
		f.day('status_as_of', 'The day on which the status was looked up', ({ status }) => status.asOf),
		f.day(
			'consolidated_to',
			'The day up to which the copy that was read holds every amendment',
			({ status }) => status.consolidatedTo,
		),
		f.text('promulgation', 'The dahir, or the decree itself', ({ promulgation }) => promulgation.reference),
		f.day('promulgation_on', 'Its day', ({ promulgation }) => promulgation.day),
		...(['ar', 'fr'] as const).flatMap((edition) => [
			f.text(
				`bo_${edition}_number`,
				`Bulletin Officiel, edition ${edition}: number`,
				({ bulletin }) => bulletin[edition].number,
			),
			f.day(
				`bo_${edition}_on`,
				`Bulletin Officiel, edition ${edition}: day`,
				({ bulletin }) => bulletin[edition].day,
			),
			f.count(
				`bo_${edition}_page`,
				`Bulletin Officiel, edition ${edition}: page`,
				({ bulletin }) => bulletin[edition].page,
			),
		]),
		f.day('in_force_on', 'First day in force in (treaties: for) Morocco', ({ inForce }) => inForce),
		f.day('adopted_on', 'Treaties: day of adoption', ({ treaty }) => treaty?.adopted ?? null),
		f.day(
			'in_force_generally_on',
			'Treaties: first day in force at all',
			({ treaty }) => treaty?.inForceGenerally ?? null,
		),
		f.day('signed_on', 'Treaties: day on which Morocco signed', ({ treaty }) => treaty?.signed ?? null),
		f.day(
			'deposited_on',
			'Treaties: day on which Morocco deposited its ratification',
			({ treaty }) => treaty?.deposited ?? null,
		),
		f.text(
			'approval_law',
			'Treaties: the law that approved it',
			({ treaty }) => treaty?.approval.law ?? null,
		),
		f.text(
			'approval_dahir',
			'Treaties: the dahir of that law',
			({ treaty }) => treaty?.approval.dahir ?? null,
		),
		f.text(
			'publication',
			'Treaties: the dahir of publication',
			({ treaty }) => treaty?.publication?.reference ?? null,
		),
		f.day('publication_on', 'Treaties: its day', ({ treaty }) => treaty?.publication?.day ?? null),
		f.text(
			'reservations',
			'Treaties: reservations and declarations of Morocco, in English',
			({ treaty }) => treaty?.reservations ?? null,
		),
		f.list('amends', 'Ids of the instruments that it changed', ({ id }, law) =>
			unique(law.versions.filter(({ by }) => by === id).map(({ instrument }) => instrument)),
		),
		f.list('amended_by', 'Ids of the instruments that changed it', ({ id }, law) =>
			unique((getIndex(law).changesOf.get(id) ?? []).map(({ by }) => by)),
		),
		f.list('authorities', 'Who applies it, in English', ({ authorities }) => authorities),
		f.flag('child_specific', 'Made for children', ({ childSpecific }) => childSpecific),
		f.flag(
			'named_by_programme',
			'Named by the national programme',
			({ namedByProgramme }) => namedByProgramme,
		),
		...toGroundFields<Instrument>(),
	],
)
