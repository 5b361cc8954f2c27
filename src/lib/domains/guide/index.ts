/**
 * The guide: what the website says and how it finds the right words for a person. Topics and their pages, the doors
 * where help is, the help finder. Rules only; files are read in `server/`, search has its own door in `search/`.
 */
export { findAdvice, findTopicHelp, type TopicHelp } from './advice.ts'
export { getSafetyTexts } from './answer-references.ts'
export { findAnswerView, getAnswersUntil } from './answer-view.ts'
export { audiences, isAudience, readers, type Audience } from './audience.ts'
export { cardCount } from './cards/child-cards.ts'
export { askers, type Asker, type Contact } from './contact.ts'
export { findHeardHelp } from './heard-help.ts'
export { findHelp, getCalls, urgencies, urgencyPictures } from './help-finder.ts'
export { buildLibrary, ContentError, findPageOrFallback, type Library } from './library.ts'
export { isRamadan, type Calendar } from './opening-hours.ts'
export { speakOne } from './page/one-language.ts'
export { checkAddresses, checkTerms } from './page/page-check.ts'
export {
	findPageView,
	getDoors,
	getEmergency,
	getListener,
	getPageLinks,
	toSpokenDoor,
	type PageLink,
} from './page/page-view.ts'
export { pickWords, type InLanguage } from './pick-words.ts'
export { pictures } from './picture.ts'
export { getLimits, toSentences, toWords } from './page/reading-level.ts'
export { checkedOn, line, reviewed, reviewState, type Reviewed } from './page/reviewed.ts'
export {
	checkSafety,
	countParity,
	findWordings,
	makeSafetyText,
	parseSafety,
	safetyFolder,
	type ParityRow,
	type SafetyText,
	type Wording,
} from './safety/index.ts'
export { isStale } from './page/source.ts'
export { slug, type Topic } from './topic.ts'
export { checkVowels } from './page/vowels.ts'
