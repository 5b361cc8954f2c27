import { isLocale } from '#base'
import { isAudience } from '#domains/guide'
import { defineParams } from '@sveltejs/kit/params'

export const params = defineParams({
	lang: (param) => (isLocale(param) ? param : undefined),
	audience: (param) => (isAudience(param) ? param : undefined),
})
