import { isLocale, languages } from '#base'
import { isAudience } from '#domains/guide'
import { youngReaders } from '#domains/law'
import { forms } from '#domains/skills/quiz'
import { lessonParts } from '#domains/skills/lesson'
import { defineParams } from '@sveltejs/kit/params'

export const params = defineParams({
	lang: (param) => (isLocale(param) ? param : undefined),
	form: (param) => forms.find((form) => form === param),
	part: (param) => lessonParts.find((part) => part === param),
	audience: (param) => (isAudience(param) ? param : undefined),
	widget: (param) => languages.flatMap((one) => [`${one}.html`, `${one}.js`]).find((file) => file === param),
	young: (param) => youngReaders.find((reader) => reader === param),
})
