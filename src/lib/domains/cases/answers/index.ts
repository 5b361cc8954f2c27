/** Ready words of the desk: answers in four languages, checklists, the words of what is printed. Rules only. */
export { getChecklist } from './checklist.ts'
export { buildDeskContent } from './desk-content.ts'
export {
	dossierLanguages,
	type DossierLanguage,
	type NoticeLanguage,
	type PaperWords,
} from './paper-words.ts'
export { getSafetyTexts } from './template-safety.ts'
export { fillTemplate, getTemplates } from './template.ts'
