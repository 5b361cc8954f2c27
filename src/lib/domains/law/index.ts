/**
 * The law: instruments, provisions, what conventions ask and Moroccan law answers, situations, all with source, date and
 * confidence. Rules only; files are read in `server/`.
 */
export { getFigures, getProgress } from './figures.ts'
export { getGlossary } from './glossary.ts'

export { getInstrumentGroups } from './instrument-groups.ts'
export { findInstrumentView } from './instrument-view.ts'
export { buildLaw } from './corpus/law-library.ts'
export { getSafetyTexts } from './corpus/law-safety.ts'

export type { Law } from './corpus/law.ts'
export { assessments } from './corpus/mapping.ts'
export { getConvention, getConventions, getMatrix, getTreaties, isAssessment } from './matrix.ts'
export { getPathAddress, getPathView } from './path/path-view.ts'
export { penaltyToSentence } from './penalty/penalty-sentence.ts'
export type { Provision } from './corpus/provision.ts'
export { findProvisionView } from './provision-view.ts'

export {
	findHelpSituation,
	getSituationAdvice,
	getSituationDoors,
	getSituationTiles,
} from './situations/situation-help.ts'
export {
	getArticleWord,
	getSituationArticles,
	getSituationReader,
	youngReaders,
	type SituationReader,
} from './situations/situation-page.ts'
export {
	findLawSituationView,
	type LawSituationView,
	getLawSituationCards,
	getLawSituationsOfTopic,
	isSituationStale,
} from './situations/situation-view.ts'
export { getStateOn } from './state-on.ts'

export { getWorklist, workKinds, type WorkItem, type WorkKind } from './worklist.ts'
